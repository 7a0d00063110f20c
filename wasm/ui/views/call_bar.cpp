#include "ui/views/call_bar.hpp"

#include <string>

#include "ui/components/icon_toggle.hpp"
#include "ui/components/text.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float short_height = 480;
constexpr float bar_padding = 12;
constexpr float bar_padding_short = 6;
constexpr float usual_gap = 12;
constexpr float narrow_gap = 8;
constexpr float leave_share = 1.35F;  ///< the leave button's width for its height
constexpr float room_min_width = 760;

IconToggle device_toggle(Device device, core::DeviceState state) {
    const bool on = is_wanted(state);
    IconToggle look;
    look.tone = on ? IconToggle::Tone::Neutral : IconToggle::Tone::Off;
    if (device == Device::Microphone)
        look.icon = on ? Icon::Microphone : Icon::MicrophoneOff;
    else
        look.icon = on ? Icon::Camera : Icon::CameraOff;
    look.label = toggle_label(device, state);
    if (const std::optional<Message> trouble = device_trouble(device, state)) {
        look.description = trouble->title;
        look.warning = true;
    }
    return look;
}

/// The room's name is the page's heading. Where it finds no room it is still said.
void room_heading(Context& context, const core::View& view, const Rect& bar) {
    add_node(context, SemanticRole::Heading, "title", bar, "Meeting " + view.room).level = 1;
    if (bar.width < room_min_width) return;
    Rect place = inset(bar, space::l, 0);
    place.width = bar.width / 2 - 180;
    draw_line(context, place, view.room, type::label, context.palette->text_secondary);
}

void chat_toggle(Context& context, const core::ChatView& chat, const Rect& rect) {
    const std::string unread = unread_text(chat.unread);
    if (icon_toggle(context, "chat", rect,
                    {.tone = chat.open ? IconToggle::Tone::Accent : IconToggle::Tone::Neutral,
                     .icon = Icon::Chat,
                     .label = "Chat",
                     .description = unread,
                     .count = chat.unread,
                     .pressed = chat.open}))
        emit(context, core::action::ToggleChat{});
}

struct Sizes {
    float side;  ///< diameter of a button
    float gap;
};

/// The width of `round` round buttons and the one that leaves.
float row_width(const Sizes& sizes, int round) {
    const auto count = static_cast<float>(round);
    return sizes.side * (count + leave_share) + sizes.gap * count;
}

Sizes sizes_for(const Rect& bar, int round) {
    const Sizes usual{size::toggle, usual_gap};
    const bool fits = bar.height > size::toggle + bar_padding && row_width(usual, round) <= bar.width - 2 * narrow_gap;
    return fits ? usual : Sizes{size::toggle_small, narrow_gap};
}

}  // namespace

float call_bar_height(const Rect& area) {
    return area.height < short_height ? size::toggle_small + 2 * bar_padding_short : size::toggle + 2 * bar_padding;
}

void call_bar(Context& context, const core::View& view, const Rect& rect, const CallBar& look) {
    room_heading(context, view, rect);
    const bool copies = look.copy_link == CallBar::CopyLink::Offered;
    const auto [side, gap] = sizes_for(rect, copies ? 4 : 3);
    Rect row = centered(rect, row_width({side, gap}, copies ? 4 : 3), side);
    const auto next = [&row, between = gap](float width) {
        const Rect place = take_left(row, width);
        take_left(row, between);
        return place;
    };
    if (icon_toggle(context, "microphone", next(side), device_toggle(Device::Microphone, view.local.microphone)))
        emit(context, core::action::ToggleMicrophone{});
    if (icon_toggle(context, "camera", next(side), device_toggle(Device::Camera, view.local.camera)))
        emit(context, core::action::ToggleCamera{});
    if (look.chat_focus == CallBar::ChatFocus::Returns) context.result.focus = id_of(context, "chat");
    chat_toggle(context, view.chat, next(side));
    if (copies && icon_toggle(context, "copy", next(side), {.icon = Icon::Link, .label = "Copy link"}))
        emit(context, core::action::CopyLink{});
    if (icon_toggle(context, "leave", next(side * leave_share),
                    {.tone = IconToggle::Tone::Danger, .icon = Icon::Leave, .label = "Leave call"}))
        emit(context, core::action::Leave{});
}

}  // namespace parley::ui
