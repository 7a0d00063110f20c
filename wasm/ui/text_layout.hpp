#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/text_runs.hpp"

namespace parley::ui {

/// `text`, or as much of its start as fits `width` CSS pixels with an ellipsis after it.
std::string ellipsised(TextRuns& runs, std::string_view text, const TextStyle& style, float width);

/// What becomes of a word that is wider than its line.
enum class LongWords : std::uint8_t { Ellipsised, Broken };

/// `text` broken at spaces and line feeds into lines no wider than `width`, but never inside a character.
std::vector<std::string> wrapped(TextRuns& runs, std::string_view text, const TextStyle& style, float width,
                                 LongWords long_words = LongWords::Ellipsised);

}  // namespace parley::ui
