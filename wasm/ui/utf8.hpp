#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::ui {

/// The byte after the character that starts at `from`: a code point with the marks, joiners and modifiers that
/// people see as one with it. A good approximation of UAX #29's grapheme clusters in a few lines.
std::size_t next_character(std::string_view text, std::size_t from);

/// Up to two letters that stand for a name: of its first and its last word.
std::string initials(std::string_view name);

}  // namespace parley::ui
