#include "ui/views/call_controls.hpp"

#include "ui/popup.hpp"
#include "ui/screen_words.hpp"
#include "ui/views/layout_menu.hpp"
#include "ui/views/recording_control.hpp"
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

CallControl share_screen(const core::ScreenShareView& share) {
    const bool shared = share.state == core::ScreenShareState::On;
    return {.key = "screen",
            .tone = shared ? IconToggle::Tone::Accent : IconToggle::Tone::Neutral,
            .icon = shared ? Icon::ScreenOff : Icon::Screen,
            .label = std::string(share_label(share)),
            .rank = Rank::Usual,
            .act = emits(core::action::ToggleScreen{})};
}

CallControl people(const core::View& view, Side side) {
    const bool shown = side == Side::People;
    return {.key = "people",
            .tone = shown ? IconToggle::Tone::Accent : IconToggle::Tone::Neutral,
            .icon = Icon::People,
            .label = "People",
            .description = people_count_text(view.participants.size()),
            .shortcut = "P",
            .count = view.participants.size() > 1 ? static_cast<std::uint32_t>(view.participants.size()) : 0,
            .pressed = shown,
            .rank = Rank::Usual,
            .act = [&view, side](Context& context) { press_side(context, view, side, Side::People); }};
}

CallControl hand(const core::View& view) {
    const bool raised = !view.participants.empty() && view.participants.front().hand_place > 0;
    return {.key = "hand",
            .tone = raised ? IconToggle::Tone::Accent : IconToggle::Tone::Neutral,
            .icon = Icon::Hand,
            .label = raised ? "Lower hand" : "Raise hand",
            .shortcut = "H",
            .rank = Rank::Usual,
            .act = emits(core::action::ToggleHand{})};
}

CallControl reactions(const CallBar& look) {
    return {.key = "reactions",
            .icon = Icon::Reactions,
            .label = "Reactions",
            .rank = Rank::Usual,
            .act = [opener = look.reactions](Context& context) { open_popup(context, opener); }};
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

void add_link_controls(std::vector<CallControl>& controls, const core::View& view, const CallBar& look) {
    const bool buttons = look.link_buttons == CallBar::Link::Offered;
    if (buttons && view.share_offered)
        controls.push_back({.key = "share",
                            .icon = Icon::Share,
                            .label = "Share link",
                            .rank = Rank::MenuOnly,
                            .act = emits(core::action::ShareLink{})});
    if (buttons)
        controls.push_back({.key = "copy",
                            .icon = Icon::Link,
                            .label = "Copy link",
                            .shortcut = "L",
                            .rank = Rank::MenuOnly,
                            .act = emits(core::action::CopyLink{})});
    if (look.qr_code == CallBar::Link::Offered)
        controls.push_back({.key = "qr code",
                            .icon = Icon::QrCode,
                            .label = "Show QR code",
                            .rank = Rank::MenuOnly,
                            .act = emits(core::action::ShowQrCode{})});
}

}  // namespace

std::vector<CallControl> call_controls(const core::View& view, const CallBar& look) {
    std::vector<CallControl> controls;
    controls.push_back(device(Device::Microphone, view.local.microphone));
    controls.push_back(device(Device::Camera, view.local.camera));
    if (view.screen_share.offered) controls.push_back(share_screen(view.screen_share));
    controls.push_back(hand(view));
    controls.push_back(reactions(look));
    controls.push_back(people(view, look.side));
    controls.push_back(chat(view, look));
    add_link_controls(controls, view, look);
    add_stage_controls(controls, view, look);
    controls.push_back({.key = "settings",
                        .icon = Icon::Settings,
                        .label = "Settings",
                        .rank = Rank::Rare,
                        .act = emits(core::action::OpenSettings{})});
    add_recording_controls(controls, view);
    controls.push_back({.key = "keys",
                        .icon = Icon::Keyboard,
                        .label = "Keyboard shortcuts",
                        .shortcut = "?",
                        .rank = Rank::MenuOnly,
                        .act = emits(core::action::OpenKeys{})});
    return controls;
}

}  // namespace parley::ui
