#include "ui/views/call_controls.hpp"

#include "ui/words.hpp"

namespace parley::ui {

namespace {

using Rank = CallControl::Rank;

template <class Action>
std::function<void(Context&)> emits(Action action) {
    return [action](Context& context) { emit(context, action); };
}

CallControl device(Device device, core::DeviceState state) {
    const bool on = is_wanted(state);
    const bool microphone = device == Device::Microphone;
    CallControl control{
        .key = microphone ? "microphone" : "camera",
        .tone = on ? IconToggle::Tone::Neutral : IconToggle::Tone::Off,
        .icon = microphone ? (on ? Icon::Microphone : Icon::MicrophoneOff) : (on ? Icon::Camera : Icon::CameraOff),
        .label = std::string(toggle_label(device, state)),
        .shortcut = microphone ? "M" : "V",
        .rank = Rank::Device,
        .act = microphone ? emits(core::action::ToggleMicrophone{}) : emits(core::action::ToggleCamera{})};
    if (const std::optional<Message> trouble = device_trouble(device, state)) {
        control.description = trouble->title;
        control.warning = true;
    }
    return control;
}

CallControl people(const core::View& view, Side side) {
    const bool shown = side == Side::People;
    return {.key = "people",
            .tone = shown ? IconToggle::Tone::Accent : IconToggle::Tone::Neutral,
            .icon = Icon::People,
            .label = "People",
            .description = people_count_text(view.participants.size()),
            .shortcut = "P",
            .pressed = shown,
            .rank = Rank::Usual,
            .act = [&view, side](Context& context) { press_side(context, view, side, Side::People); }};
}

CallControl chat(const core::View& view, const CallBar& look) {
    const bool shown = look.side == Side::Chat;
    return {.key = "chat",
            .tone = shown ? IconToggle::Tone::Accent : IconToggle::Tone::Neutral,
            .icon = Icon::Chat,
            .label = "Chat",
            .description = unread_text(look.unread),
            .shortcut = "C",
            .count = look.unread,
            .pressed = shown,
            .rank = Rank::Talk,
            .act = [&view, side = look.side](Context& context) { press_side(context, view, side, Side::Chat); }};
}

}  // namespace

std::vector<CallControl> call_controls(const core::View& view, const CallBar& look) {
    std::vector<CallControl> controls;
    controls.push_back(device(Device::Microphone, view.local.microphone));
    controls.push_back(device(Device::Camera, view.local.camera));
    controls.push_back(people(view, look.side));
    controls.push_back(chat(view, look));
    if (look.copy_link == CallBar::CopyLink::Offered)
        controls.push_back({.key = "copy",
                            .icon = Icon::Link,
                            .label = "Copy link",
                            .shortcut = "L",
                            .rank = Rank::Rare,
                            .act = emits(core::action::CopyLink{})});
    controls.push_back({.key = "settings",
                        .icon = Icon::Settings,
                        .label = "Settings",
                        .rank = Rank::Rare,
                        .act = emits(core::action::OpenSettings{})});
    controls.push_back({.key = "keys",
                        .icon = Icon::Keyboard,
                        .label = "Keyboard shortcuts",
                        .shortcut = "?",
                        .rank = Rank::MenuOnly,
                        .act = emits(core::action::OpenKeys{})});
    return controls;
}

}  // namespace parley::ui
