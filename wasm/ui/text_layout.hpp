#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/text_runs.hpp"

namespace parley::ui {

/// `text`, or as much of its start as fits `width` CSS pixels with an ellipsis after it.
std::string ellipsised(TextRuns& runs, std::string_view text, const TextStyle& style, float width);

/// `text` broken at spaces and line feeds into lines no wider than `width`; a word that is wider is ellipsised.
std::vector<std::string> wrapped(TextRuns& runs, std::string_view text, const TextStyle& style, float width);

}  // namespace parley::ui
