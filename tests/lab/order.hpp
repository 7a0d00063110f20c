#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tests/lab/filter.hpp"
#include "tests/lab/line.hpp"

namespace parley::lab {

/// All that can be set at a port; outward is from whoever sits there.
struct PortSettings {
    LineProperties outward;
    LineProperties inward;
    Filter filter;
};

/// Changes `settings` as `words` say, in the language that README.md describes: those that come after the port's name.
/// Gives why not, for people, when they are not understood; then `settings` is what no port should be set to.
std::optional<std::string> apply(std::string_view words, PortSettings& settings);

/// Takes the first word off `text`; an empty word when there is none left.
std::string_view take_word(std::string_view& text, char separator = ' ');

}  // namespace parley::lab
