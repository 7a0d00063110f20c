#include "web/preferences.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/device_choice.hpp"

namespace parley::web {

using core::output::StorePreferences;
using Paths = core::output::CreateConnection::Paths;
using Saver = core::quality::Saver;
using Sound = core::output::Sound;
using core::output::KeysHint;
using core::output::SingleKeys;

namespace {

constexpr std::string_view first_word = "chosen:";
constexpr std::string_view relay_only_word = "relay";
constexpr std::string_view saver_word = "saver";
constexpr std::string_view music_word = "music";
constexpr std::string_view no_keys_word = "no-single-keys";
constexpr std::string_view hinted_word = "keys-hinted";
constexpr std::string_view own_hidden_word = "own-hidden";
constexpr std::string_view noise_word = "noise-filter";
constexpr std::string_view light_word = "light";

// Each in the order of its enum; the usual choice first, which is not said.
constexpr std::array<std::string_view, 4> layout_words = {"", "layout-grid", "layout-speaker", "layout-sidebar"};
constexpr std::array<std::string_view, 4> corner_words = {"own-top-left", "own-top-right", "", "own-bottom-left"};
constexpr std::array<std::string_view, static_cast<std::size_t>(core::Backdrop::Count)> backdrop_words = {
    "", "blur-light", "blur-strong", "dawn", "lagoon", "evening", "studio", "picture"};

template <class Choice, std::size_t Count>
void take(std::string_view word, const std::array<std::string_view, Count>& words, Choice& choice) {
    if (word.empty()) return;
    const auto found = std::ranges::find(words, word);
    if (found != words.end()) choice = static_cast<Choice>(found - words.begin());
}

}  // namespace

std::string text_of(const StorePreferences& preferences) {
    std::string text(first_word);
    const auto say = [&](std::string_view word) {
        if (!word.empty()) text.append(" ").append(word);
    };
    if (preferences.paths == Paths::RelayOnly) say(relay_only_word);
    if (preferences.saver == Saver::On) say(saver_word);
    if (preferences.sound == Sound::Music) say(music_word);
    if (preferences.single_keys == SingleKeys::Off) say(no_keys_word);
    if (preferences.keys_hint == KeysHint::Given) say(hinted_word);
    say(layout_words[static_cast<std::size_t>(preferences.layout)]);
    say(corner_words[static_cast<std::size_t>(preferences.own_corner)]);
    if (preferences.own_picture == core::OwnPicture::Hidden) say(own_hidden_word);
    for (const std::string& word : core::words_of(preferences.devices)) say(word);
    if (preferences.noise == core::NoiseFilter::Strong) say(noise_word);
    if (preferences.effect.light == core::Light::Corrected) say(light_word);
    say(backdrop_words[static_cast<std::size_t>(preferences.effect.backdrop)]);
    return text;
}

StorePreferences read_preferences(std::string_view text) {
    StorePreferences preferences;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        if (word == relay_only_word) preferences.paths = Paths::RelayOnly;
        if (word == saver_word) preferences.saver = Saver::On;
        if (word == music_word) preferences.sound = Sound::Music;
        if (word == no_keys_word) preferences.single_keys = SingleKeys::Off;
        if (word == hinted_word) preferences.keys_hint = KeysHint::Given;
        if (word == own_hidden_word) preferences.own_picture = core::OwnPicture::Hidden;
        take(word, layout_words, preferences.layout);
        take(word, corner_words, preferences.own_corner);
        core::read_device_preference(word, preferences.devices);
        if (word == noise_word) preferences.noise = core::NoiseFilter::Strong;
        if (word == light_word) preferences.effect.light = core::Light::Corrected;
        take(word, backdrop_words, preferences.effect.backdrop);
        text.remove_prefix(word.size() == text.size() ? word.size() : word.size() + 1);
    }
    return preferences;
}

}  // namespace parley::web
