#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

/// Small tests of text that several kinds of it need.
namespace parley::core::call_log {

inline bool is_one_of(std::string_view text, std::span<const std::string_view> known) {
    return std::ranges::find(known, text) != known.end();
}

/// At most ten digits, and at least one.
inline bool is_number(std::string_view text) {
    const auto digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return !text.empty() && text.size() <= 10 && std::ranges::all_of(text, digit);
}

inline bool is_small_number(std::string_view text) { return text.size() <= 3 && is_number(text); }

/// What is before the first `at` and what is after it; all of it and nothing when there is none.
inline std::pair<std::string_view, std::string_view> split(std::string_view text, char at) {
    const std::size_t place = text.find(at);
    if (place == std::string_view::npos) return {text, {}};
    return {text.substr(0, place), text.substr(place + 1)};
}

inline std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto [word, rest] = split(text, ' ');
        if (!word.empty()) words.push_back(word);
        text = rest;
    }
    return words;
}

}  // namespace parley::core::call_log
