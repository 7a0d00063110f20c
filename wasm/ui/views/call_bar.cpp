#include "ui/views/call_bar.hpp"

#include <algorithm>
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
constexpr float gap_min = 4;
constexpr float leave_share = 1.35F;  ///< the leave button's width for its height
constexpr float room_min_width = 760;
constexpr int toggles = 4;  ///< round buttons that are always there

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
void room_heading(Context& context, const core::View& view, const Rect& bar, const Rect& buttons) {
    add_node(context, SemanticRole::Heading, "title", bar, "Meeting " + view.room).level = 1;
    if (bar.width < room_min_width) return;
    Rect place = inset(bar, space::l, 0);
    place.width = buttons.x - space::m - place.x;
    draw_line(context, place, view.room, type::label, context.palette->text_secondary);
}

/// Pressed, it always does what people see: the chat comes, from under the statistics too, or goes.
void chat_toggle(Context& context, const core::ChatView& chat, const Rect& rect, const CallBar& look) {
    const std::string unread = unread_text(look.unread);
    const bool shown = look.side == CallBar::Side::Chat;
    if (!icon_toggle(context, "chat", rect,
                     {.tone = shown ? IconToggle::Tone::Accent : IconToggle::Tone::Neutral,
                      .icon = Icon::Chat,
                      .label = "Chat",
                      .description = unread,
                      .count = look.unread,
                      .pressed = shown}))
        return;
    const bool covered = look.side == CallBar::Side::Statistics;
    if (covered) emit(context, core::action::CloseStatistics{});
    if (!covered || !chat.open) emit(context, core::action::ToggleChat{});
}

struct Sizes {
    float side;   ///< diameter of a button
    float leave;  ///< width of the one that leaves
    float gap;
};

/// The width of `round` round buttons and the one that leaves.
float row_width(const Sizes& sizes, int round) {
    return (sizes.side + sizes.gap) * static_cast<float>(round) + sizes.leave;
}

/// Buttons stay large enough for a finger: on a narrow page first the gaps give way, then the width of `Leave call`.
Sizes sizes_for(const Rect& bar, int round) {
    const float available = bar.width - 2 * narrow_gap;
    Sizes sizes{size::toggle, size::toggle * leave_share, usual_gap};
    if (bar.height > size::toggle + bar_padding && row_width(sizes, round) <= available) return sizes;
    sizes = {size::toggle_small, size::toggle_small * leave_share, narrow_gap};
    const auto shrink_gap = [&] {
        sizes.gap -= std::max(0.0F, row_width(sizes, round) - available) / static_cast<float>(round);
    };
    shrink_gap();
    if (sizes.gap >= gap_min) return sizes;
    sizes = {size::toggle_small, size::toggle_small, narrow_gap};
    shrink_gap();
    return sizes;
}

}  // namespace

float call_bar_height(const Rect& area) {
    return area.height < short_height ? size::toggle_small + 2 * bar_padding_short : size::toggle + 2 * bar_padding;
}

void call_bar(Context& context, const core::View& view, const Rect& rect, const CallBar& look) {
    const bool copies = look.copy_link == CallBar::CopyLink::Offered;
    const int round = copies ? toggles + 1 : toggles;
    const Sizes sizes = sizes_for(rect, round);
    Rect row = centered(rect, row_width(sizes, round), sizes.side);
    room_heading(context, view, rect, row);
    const float side = sizes.side;
    const auto next = [&row, between = sizes.gap](float width) {
        const Rect place = take_left(row, width);
        take_left(row, between);
        return place;
    };
    if (icon_toggle(context, "microphone", next(side), device_toggle(Device::Microphone, view.local.microphone)))
        emit(context, core::action::ToggleMicrophone{});
    if (icon_toggle(context, "camera", next(side), device_toggle(Device::Camera, view.local.camera)))
        emit(context, core::action::ToggleCamera{});
    if (look.chat_focus == CallBar::ChatFocus::Returns) context.result.focus = id_of(context, "chat");
    chat_toggle(context, view.chat, next(side), look);
    if (copies && icon_toggle(context, "copy", next(side), {.icon = Icon::Link, .label = "Copy link"}))
        emit(context, core::action::CopyLink{});
    if (icon_toggle(context, "settings", next(side), {.icon = Icon::Settings, .label = "Settings"}))
        emit(context, core::action::OpenSettings{});
    if (icon_toggle(context, "leave", next(sizes.leave),
                    {.tone = IconToggle::Tone::Danger, .icon = Icon::Leave, .label = "Leave call"}))
        emit(context, core::action::Leave{});
}

}  // namespace parley::ui
