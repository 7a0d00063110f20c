#pragma once

#include <string_view>

#include "core/camera_effect.hpp"

namespace parley::web {

/// In the words of the workers.
inline core::FilterTrouble filter_trouble(std::string_view word) {
    using enum core::FilterTrouble;
    if (word == "unsupported") return Unsupported;
    if (word == "not-loaded") return NotLoaded;
    if (word == "no-picture") return NoPicture;
    return word.empty() ? None : Broken;
}

}  // namespace parley::web
