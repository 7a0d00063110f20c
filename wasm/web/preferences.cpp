#include "web/preferences.hpp"

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

}  // namespace

std::string text_of(const StorePreferences& preferences) {
    std::string text(first_word);
    const auto say = [&](std::string_view word) { text.append(" ").append(word); };
    if (preferences.paths == Paths::RelayOnly) say(relay_only_word);
    if (preferences.saver == Saver::On) say(saver_word);
    if (preferences.sound == Sound::Music) say(music_word);
    if (preferences.single_keys == SingleKeys::Off) say(no_keys_word);
    if (preferences.keys_hint == KeysHint::Given) say(hinted_word);
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
        text.remove_prefix(word.size() == text.size() ? word.size() : word.size() + 1);
    }
    return preferences;
}

}  // namespace parley::web
