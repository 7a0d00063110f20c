#pragma once

#include <string_view>
#include <vector>

#include "ui/context.hpp"

namespace parley::ui {

struct ListRow {
    std::string_view title = {};
    std::string_view detail = {};  ///< at the end of the row, may be empty
    std::string_view avatar = {};  ///< what the avatar's colour is picked from: a peer id
};

float list_height(std::size_t rows);

/// People or things, one below the other.
void list(Context& context, std::string_view key, const Rect& rect, std::string_view name,
          const std::vector<ListRow>& rows);

}  // namespace parley::ui
