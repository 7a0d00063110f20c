#include "ui/text_layout.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ui/utf8.hpp"

namespace parley::ui {

namespace {

constexpr std::string_view ellipsis = "\u2026";
/// Rounding in the platform's measures must not break a line that was measured to fit.
constexpr float tolerance = 0.5F;

std::vector<std::size_t> character_ends(std::string_view text) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < text.size();) ends.push_back(at = next_character(text, at));
    return ends;
}

std::string shortened(std::string_view text, std::size_t bytes) {
    std::string result(text.substr(0, bytes));
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result += ellipsis;
}

/// The bytes of `word`'s longest start that fits `width`, but at least one character. Tries twice as many characters
/// as before until they do not fit: measuring the whole of a very long word for each of its lines would take too long.
std::size_t fitting_bytes(TextRuns& runs, std::string_view word, const TextStyle& style, float width) {
    std::size_t fits = next_character(word, 0);
    std::vector<std::size_t> ends;
    for (std::size_t step = 8; fits < word.size(); step *= 2) {
        ends.clear();
        for (std::size_t at = fits; at < word.size() && ends.size() < step;)
            ends.push_back(at = next_character(word, at));
        const auto too_wide = std::ranges::partition_point(
            ends, [&](std::size_t end) { return runs.width(word.substr(0, end), style) <= width; });
        if (too_wide != ends.begin()) fits = *std::prev(too_wide);
        if (too_wide != ends.end()) break;
    }
    return fits;
}

}  // namespace

std::string ellipsised(TextRuns& runs, std::string_view text, const TextStyle& style, float width) {
    if (runs.width(text, style) <= width + tolerance) return std::string(text);
    const std::vector<std::size_t> ends = character_ends(text);
    std::size_t fits = 0;
    for (std::size_t low = 1, high = ends.size(); low < high;) {
        const std::size_t middle = (low + high) / 2;
        if (runs.width(shortened(text, ends[middle - 1]), style) <= width) {
            fits = middle;
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return shortened(text, fits == 0 ? 0 : ends[fits - 1]);
}

std::vector<std::string> wrapped(TextRuns& runs, std::string_view text, const TextStyle& style, float width,
                                 LongWords long_words) {
    std::vector<std::string> lines;
    const float gap = runs.width(" ", style);
    std::string line;
    float line_width = 0;
    const auto finish_line = [&] {
        lines.push_back(std::exchange(line, {}));
        line_width = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        std::string_view word = text.substr(at, end - at);
        float word_width = runs.width(word, style);
        if (!line.empty() && line_width + gap + word_width > width + tolerance) finish_line();
        if (!line.empty()) line += ' ', line_width += gap;
        while (long_words == LongWords::Broken && word_width > width) {
            const std::size_t bytes = fitting_bytes(runs, word, style, width);
            if (bytes == word.size()) break;
            lines.emplace_back(word.substr(0, bytes));
            word.remove_prefix(bytes);
            word_width = runs.width(word, style);
        }
        const bool cut = long_words == LongWords::Ellipsised && word_width > width;
        line += cut ? ellipsised(runs, word, style, width) : std::string(word);
        line_width += word_width;
        if (end < text.size() && text[end] == '\n') finish_line();
        at = end + 1;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

}  // namespace parley::ui
