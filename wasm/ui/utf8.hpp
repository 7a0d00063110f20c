#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::ui {

/// The byte after the character that starts at `from`: a code point with the marks, joiners and modifiers that
/// people see as one with it. A good approximation of UAX #29's grapheme clusters in a few lines.
std::size_t next_character(std::string_view text, std::size_t from);

/// As many whole characters of `text`'s start as fit `bytes_max` bytes.
std::string_view cut_to(std::string_view text, std::size_t bytes_max);

/// Whether the first letter that has a direction is read from right to left (Unicode Bidirectional Algorithm, rule P2).
bool reads_right_to_left(std::string_view text);

/// Up to two letters that stand for a name: of its first and its last word.
std::string initials(std::string_view name);

}  // namespace parley::ui
