#include "ui/people_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "ui/words.hpp"

namespace parley::ui {

namespace {

using core::ParticipantView;
using protocol::ReactionKind;

constexpr std::size_t names_said_max = 2;

struct ReactionWords {
    std::string_view emoji;
    std::string_view label;
};
// In the order of ReactionKind.
constexpr std::array<ReactionWords, static_cast<std::size_t>(ReactionKind::Count)> reaction_words = {{
    {"👍", "Thumbs up"},
    {"❤️", "Heart"},
    {"👏", "Clapping hands"},
    {"😂", "Laughing"},
    {"🎉", "Party"},
    {"😮", "Surprised"},
    {"😢", "Sad"},
    {"🤔", "Thinking"},
}};

void add(std::string& text, std::string_view part, std::string_view between) {
    if (part.empty()) return;
    if (!text.empty()) text += between;
    text += part;
}

std::string ordinal(std::uint32_t number) {
    constexpr std::array<std::string_view, 4> ends = {"th", "st", "nd", "rd"};
    const std::uint32_t last = number % 10;
    const bool teen = number % 100 / 10 == 1;
    return std::to_string(number) + std::string(teen || last > 3 ? "th" : ends[last]);
}

std::string lowered(std::string text) {
    for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

/// `Ada`, `Ada and Grace`, `Ada, Grace and 3 others`.
std::string joined(const std::vector<std::string>& names) {
    if (names.size() <= 1) return names.empty() ? std::string() : names.front();
    if (names.size() == names_said_max) return names[0] + " and " + names[1];
    const std::size_t others = names.size() - names_said_max;
    return names[0] + ", " + names[1] + " and " + std::to_string(others) + (others == 1 ? " other" : " others");
}

/// Letters of two bytes in UTF-8: their large forms lie a fixed way before the small ones, or just before each.
char32_t lowered(char32_t letter) {
    const auto between = [letter](char32_t first, char32_t last) { return letter >= first && letter <= last; };
    if (between(U'À', U'Þ') && letter != U'×') return letter + 0x20;
    if (between(U'Α', U'Ϋ')) return letter + 0x20;
    if (between(U'А', U'Я')) return letter + 0x20;
    if (between(U'Ѐ', U'Џ')) return letter + 0x50;
    const bool pairs_even = between(U'Ā', U'ķ') || between(U'Ŋ', U'ŷ') || between(U'Ѡ', U'ҿ');
    if (pairs_even) return letter | 1U;
    if (between(U'Ĺ', U'ň') || between(U'Ź', U'ž')) return (letter & 1U) != 0 ? letter + 1 : letter;
    return letter;
}

}  // namespace

std::string hand_text(std::uint32_t place) { return "Hand raised, " + ordinal(place); }

std::string row_text(const ParticipantView& person) {
    std::string text;
    add(text, person.host ? "Host" : "", " · ");
    add(text, person.hand_place > 0 ? hand_text(person.hand_place) : "", " · ");
    add(text, pair_text(person.pair), " · ");
    return text;
}

std::string row_description(const ParticipantView& person) {
    std::string text;
    add(text, person.host ? "Host" : "", ", ");
    add(text, person.hand_place > 0 ? hand_text(person.hand_place) : "", ", ");
    add(text, person.microphone_on ? "" : "Microphone off", ", ");
    add(text, person.camera_on ? "" : "Camera off", ", ");
    add(text, person.speaking ? "Speaking" : "", ", ");
    add(text, pair_text(person.pair), ", ");
    return text;
}

std::string people_heading(std::size_t people) { return "People (" + std::to_string(people) + ")"; }

std::string nobody_found_text(std::string_view query) {
    return "Nobody here is called \u201C" + std::string(query) + "\u201D.";
}

std::string mute_request_text(const core::MuteRequestView& request) {
    return std::string(display_name(request.name)) + " asks you to mute your microphone.";
}

std::string_view reaction_emoji(ReactionKind kind) { return reaction_words[static_cast<std::size_t>(kind)].emoji; }
std::string_view reaction_label(ReactionKind kind) { return reaction_words[static_cast<std::size_t>(kind)].label; }

std::string reactions_text(const std::vector<core::ReactionView>& reactions) {
    std::string text;
    for (std::size_t kind = 0; kind < reaction_words.size(); ++kind) {
        std::vector<std::string> names;
        for (const core::ReactionView& reaction : reactions) {
            if (static_cast<std::size_t>(reaction.kind) != kind) continue;
            std::string name(reaction.you ? "You" : display_name(reaction.name));
            if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
        }
        if (names.empty()) continue;
        add(text, joined(names) + " reacted with " + lowered(std::string(reaction_words[kind].label)), ". ");
    }
    return text;
}

std::vector<std::size_t> in_list_order(const std::vector<ParticipantView>& people) {
    std::vector<std::size_t> order;
    order.reserve(people.size());
    for (std::size_t index = 0; index < people.size(); ++index)
        if (people[index].hand_place > 0) order.push_back(index);
    std::ranges::sort(order, {}, [&](std::size_t index) { return people[index].hand_place; });
    for (std::size_t index = 0; index < people.size(); ++index)
        if (people[index].hand_place == 0) order.push_back(index);
    return order;
}

bool matches(const ParticipantView& person, std::string_view folded_query) {
    return folded(participant_label(person)).find(folded_query) != std::string::npos;
}

std::string folded(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    text = text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool two_bytes = (byte & 0xE0U) == 0xC0U && at + 1 < text.size();
        if (!two_bytes) {
            result += byte < 0x80U ? static_cast<char>(std::tolower(byte)) : text[at];
            continue;
        }
        const auto next = static_cast<unsigned char>(text[++at]);
        const char32_t letter = lowered(static_cast<char32_t>(((byte & 0x1FU) << 6U) | (next & 0x3FU)));
        result += static_cast<char>(0xC0U | (letter >> 6U));
        result += static_cast<char>(0x80U | (letter & 0x3FU));
    }
    return result;
}

}  // namespace parley::ui
