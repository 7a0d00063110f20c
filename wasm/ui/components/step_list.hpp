#pragma once

#include <string_view>
#include <vector>

#include "ui/context.hpp"

namespace parley::ui {

/// One of several things that are looked at one after the other.
struct Step {
    std::string_view name = {};
    std::string_view outcome = {};  ///< in a word or two
    enum class State : std::uint8_t { Waiting, Running, Works, Failed, Absent } state = State::Waiting;
};

float step_list_height(std::size_t steps);

/// Steps one below the other, each with a sign of how it is.
void step_list(Context& context, std::string_view key, const Rect& rect, std::string_view name,
               const std::vector<Step>& steps);

}  // namespace parley::ui
