#include "ui/text_layout.hpp"

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

std::vector<std::string> wrapped(TextRuns& runs, std::string_view text, const TextStyle& style, float width) {
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
        const std::string_view word = text.substr(at, end - at);
        const float word_width = runs.width(word, style);
        if (!line.empty() && line_width + gap + word_width > width + tolerance) finish_line();
        if (!line.empty()) line += ' ', line_width += gap;
        line += word_width > width ? ellipsised(runs, word, style, width) : std::string(word);
        line_width += word_width;
        if (end < text.size() && text[end] == '\n') finish_line();
        at = end + 1;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

}  // namespace parley::ui
