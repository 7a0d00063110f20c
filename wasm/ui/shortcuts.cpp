#include "ui/shortcuts.hpp"

#include <algorithm>

namespace parley::ui {

namespace {

bool same(std::string_view left, std::string_view right) {
    constexpr auto lower = [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    };
    return std::ranges::equal(left, right, {}, lower, lower);
}

}  // namespace

bool key_pressed(const Context& context, const core::View& view, std::string_view key) {
    if (key.empty() || context.reach == Reach::Covered) return false;
    if (view.settings.preferences.single_keys == core::output::SingleKeys::Off) return false;
    return std::ranges::any_of(context.events, [key](const SemanticEvent& event) {
        return event.kind == SemanticEvent::Kind::Key && same(event.value, key);
    });
}

const std::vector<Shortcut>& call_shortcuts() {
    static const std::vector<Shortcut> shortcuts = {
        {"M", "Mute or unmute your microphone"},
        {"V", "Turn your camera on or off"},
        {"C", "Open or close the chat"},
        {"P", "Open or close the list of people"},
        {"H", "Raise or lower your hand"},
        {"L", "Copy the link of the meeting"},
        {"F", "Take the whole screen, or give it back"},
        {"+", "Look closer at what is presented"},
        {"-", "Look from further away"},
        {"Space", "Hold to be heard, with push-to-talk"},
        {"?", "Show what keys do"},
        {"Tab", "Move from one control to the next"},
        {"Esc", "Close what lies over the call"},
    };
    return shortcuts;
}

}  // namespace parley::ui
