#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/context.hpp"

namespace parley::ui {

/// Values under headings, one row for each kind of them. Numbers that change move nothing.
struct ValueTable {
    struct Row {
        std::string_view label = {};
        std::vector<std::string> values = {};  ///< one for each column; one that is empty is not there
    };
    std::vector<std::string_view> columns = {};  ///< headings; none for a single column that needs no heading
    std::vector<Row> rows = {};
};

float value_table_height(const ValueTable& table);

/// Each column is a list called by its heading, or `name` where there is none, of items like "Resolution: 1280×720".
void value_table(Context& context, std::string_view key, const Rect& rect, std::string_view name,
                 const ValueTable& table);

}  // namespace parley::ui
