#include <cmath>

#include "protocol/limits.hpp"
#include "ui/components/avatar.hpp"
#include "ui/components/banner.hpp"
#include "ui/components/button.hpp"
#include "ui/components/icon_toggle.hpp"
#include "ui/components/meter.hpp"
#include "ui/components/text.hpp"
#include "ui/device_words.hpp"
#include "ui/scroll.hpp"
#include "ui/stack.hpp"
#include "ui/views/corner.hpp"
#include "ui/views/device_select.hpp"
#include "ui/views/meeting_link.hpp"
#include "ui/views/views.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr std::uint8_t microphone_level_max = 10;
constexpr float two_columns_min_width = 760;
constexpr float preview_width_max = 960;
constexpr float preview_width_usual = 620;
constexpr float preview_share = 0.42F;
constexpr float form_width = 340;
constexpr float one_column_width_max = 480;
constexpr float preview_aspect_wide = 16.0F / 9;
constexpr float preview_aspect_narrow = 4.0F / 3;
constexpr float preview_height_min = 168;
constexpr float preview_height_comfortable = 216;
constexpr float toggle_gap = 12;
constexpr float toggle_margin = 16;
constexpr float avatar_size_max = 112;
constexpr float meter_height = 24;
constexpr float below_preview = meter_height + size::control + 2 * space::s;
constexpr float three_pickers_min_width = 540;
constexpr std::string_view still_trying = "The server does not answer yet. Still trying.";

std::string_view preview_text(core::DeviceState camera) {
    if (camera == core::DeviceState::Starting) return "Starting your camera";
    return camera == core::DeviceState::Off ? "Your camera is off" : "No picture from your camera";
}

void draw_toggles(Context& context, const core::LocalView& local, const Rect& preview) {
    Rect row = centered(preview, 2 * size::toggle + toggle_gap, size::toggle);
    row.y = bottom(preview) - size::toggle - toggle_margin;
    const bool microphone = is_wanted(local.microphone);
    if (icon_toggle(context, "microphone", take_left(row, size::toggle),
                    {.tone = microphone ? IconToggle::Tone::Neutral : IconToggle::Tone::Off,
                     .icon = microphone ? Icon::Microphone : Icon::MicrophoneOff,
                     .label = toggle_label(Device::Microphone, local.microphone),
                     .warning = device_trouble(Device::Microphone, local.microphone).has_value()}))
        emit(context, core::action::ToggleMicrophone{});
    take_left(row, toggle_gap);
    const bool camera = is_wanted(local.camera);
    if (icon_toggle(context, "camera", row,
                    {.tone = camera ? IconToggle::Tone::Neutral : IconToggle::Tone::Off,
                     .icon = camera ? Icon::Camera : Icon::CameraOff,
                     .label = toggle_label(Device::Camera, local.camera),
                     .warning = device_trouble(Device::Camera, local.camera).has_value()}))
        emit(context, core::action::ToggleCamera{});
}

void draw_preview(Context& context, const core::LocalView& local, const Rect& rect) {
    const bool picture = local.camera == core::DeviceState::On;
    const InsideNode inside(context, add_node(context, SemanticRole::Group, "preview", rect, "Preview"));
    TileFrame& frame = context.result.tiles.emplace_back();
    frame.rect = rect;
    frame.corner_radius = radius::tile;
    if (picture) {
        const bool mirrored = local.mirror == core::Mirror::On;
        context.result.videos.push_back({"preview", rect, radius::tile, mirrored, VideoPlacement::Fit::Cover});
    } else {
        frame.fill_rgba = context.palette->tile;
        Rect above = rect;
        take_bottom(above, size::toggle + toggle_margin);
        const float size = std::min(avatar_size_max, above.height - type::small.line_height - 2 * space::m);
        Rect content = centered(above, rect.width - 2 * space::m, size + space::s + type::small.line_height);
        draw_avatar(context, take_top(content, size), local.name, "");
        take_top(content, space::s);
        paragraph(context, "state", content, preview_text(local.camera), type::small, context.palette->text_secondary,
                  Align::Center);
    }
    draw_toggles(context, local, rect);
}

void add_trouble(Context& context, Stack& stack, Device device, core::DeviceState state) {
    const std::optional<Message> trouble = device_trouble(device, state);
    if (!trouble) return;
    const bool microphone = device == Device::Microphone;
    const Banner look{.tone = Banner::Tone::Warning,
                      .icon = microphone ? Icon::MicrophoneOff : Icon::CameraOff,
                      .title = trouble->title,
                      .text = trouble->text,
                      .action = "Try again",
                      .action_description = microphone ? "Microphone" : "Camera"};
    stack.add(space::m, banner_height(context, look, stack.width()), [&context, look, microphone](const Rect& row) {
        if (!banner(context, microphone ? "microphone trouble" : "camera trouble", row, look)) return;
        if (microphone)
            emit(context, core::action::RetryMicrophone{});
        else
            emit(context, core::action::RetryCamera{});
    });
}

/// On a narrow page the speaker is left to the settings.
void add_pickers(Context& context, const core::DevicesView& devices, Stack& stack) {
    stack.add(space::s, size::control, [&context, &devices](const Rect& row) {
        const bool wide = row.width >= three_pickers_min_width;
        const float width = std::floor((row.width - (wide ? 2 : 1) * space::s) / (wide ? 3 : 2));
        Rect rest = row;
        const auto add = [&](core::DeviceKind kind, const core::DeviceChoiceView& choice) {
            device_select(context, device_label(kind), take_left(rest, width), kind, choice);
            take_left(rest, space::s);
        };
        add(core::DeviceKind::Microphone, devices.microphone);
        add(core::DeviceKind::Camera, devices.camera);
        if (wide) add(core::DeviceKind::Speaker, devices.speaker);
    });
}

void add_devices(Context& context, const core::View& view, Stack& stack, float preview_height) {
    const core::LocalView& local = view.local;
    stack.add(space::m, preview_height, [&](const Rect& row) { draw_preview(context, local, row); });
    stack.add(space::s, meter_height, [&](const Rect& row) {
        Rect rest = row;
        draw_icon(context, take_left(rest, size::icon), icon_path(Icon::Microphone), size::icon_small,
                  context.palette->text_secondary);
        take_left(rest, space::xs);
        meter(context, "level", rest, "Microphone level", local.microphone_level, microphone_level_max);
    });
    add_pickers(context, view.devices, stack);
    add_trouble(context, stack, Device::Microphone, local.microphone);
    add_trouble(context, stack, Device::Camera, local.camera);
}

void add_heading(Context& context, const core::View& view, Stack& stack) {
    stack.add(0, type::title.line_height,
              [&](const Rect& row) { heading(context, "title", row, "Ready to join?", 1, type::title); });
    stack.add(space::xs, type::small.line_height, [&](const Rect& row) {
        paragraph(context, "room", row, view.room, type::small, context.palette->text_secondary);
    });
}

void name_row(Context& context, const core::View& view, PreJoinMemory& memory, const Rect& row) {
    follow_source(context, "name", memory.name, view.local.name);
    const FieldResult field = read_text_field(context, "name", memory.name);
    text_field(context, "name", row, memory.name,
               {.label = "Your name",
                .placeholder = "Your name",
                .autocomplete = "name",
                .max_length = static_cast<int>(limits::name_max_characters),
                .start = TextField::Start::Focused});
    if (field.changed) emit(context, core::action::ChangeName{memory.name.text});
    if (field.submitted && !view.joining) emit(context, core::action::Join{});
}

/// Whom a call can reach with what this server offers, where that is not everybody.
void add_coverage(Context& context, core::Coverage coverage, Stack& stack) {
    const std::string_view text = coverage_text(coverage);
    if (text.empty()) return;
    stack.add(space::s, lines_height(context, text, type::small, stack.width()), [&context, text](const Rect& row) {
        paragraph(context, "coverage", row, text, type::small, context.palette->text_secondary, Align::Center);
    });
}

void add_form(Context& context, const core::View& view, PreJoinMemory& memory, Stack& stack) {
    stack.add(space::l, type::small.line_height, [&](const Rect& row) {
        draw_line(context, row, "What should people call you?", type::small, context.palette->text_secondary);
    });
    stack.add(space::s, size::control, [&](const Rect& row) { name_row(context, view, memory, row); });
    stack.add(space::m, size::control, [&](const Rect& row) {
        const auto state = view.joining ? ButtonLook::State::Busy : ButtonLook::State::Enabled;
        if (button(context, "join", row, "Join", {.state = state})) emit(context, core::action::Join{});
    });
}

/// What may need scrolling on a small page.
void add_below_join(Context& context, const core::View& view, Stack& stack) {
    stack.add(space::s, size::control, [&](const Rect& row) { link_buttons(context, view, row); });
    stack.add(space::xs, size::control, [&](const Rect& row) {
        if (button(context, "check", row, "Check connection", {.kind = ButtonLook::Kind::Text}))
            emit(context, core::action::CheckConnection{});
    });
    if (view.joining && view.server == core::ServerLink::Reconnecting)
        stack.add(space::s, lines_height(context, still_trying, type::small, stack.width()), [&](const Rect& row) {
            paragraph(context, "server", row, still_trying, type::small, context.palette->text_secondary, Align::Center,
                      SemanticRole::Status);
        });
    add_coverage(context, view.coverage, stack);
}

Stack column(Context& context, const core::View& view, PreJoinMemory& memory, float width, float preview_height) {
    Stack stack(width);
    add_heading(context, view, stack);
    add_devices(context, view, stack, preview_height);
    add_form(context, view, memory, stack);
    add_below_join(context, view, stack);
    return stack;
}

void one_column(Context& context, const core::View& view, PreJoinMemory& memory, const Rect& content) {
    const float width = std::min(content.width, one_column_width_max);
    const float preview_height = std::max(preview_height_min, std::floor(width / preview_aspect_narrow));
    Stack stack = column(context, view, memory, width, preview_height);
    Stack below(width);
    add_below_join(context, view, below);
    // The preview gives way: a little, so that the page needs no scrolling; a lot, so that `Join` is in sight.
    const float excess = stack.height() - content.height;
    const float comfortable =
        std::clamp(preview_height - excess, std::min(preview_height_comfortable, preview_height), preview_height);
    const float needed = std::min(comfortable, preview_height - (excess - below.height() - space::s));
    if (excess > 0) stack = column(context, view, memory, width, std::max(preview_height_min, needed));
    const float y = begin_page(context, content, stack.height());
    stack.place(content.x + (content.width - stack.width()) / 2, y);
    settings_corner(context, content, y);
    end_page(context, content, stack.height());
}

void two_columns(Context& context, const core::View& view, PreJoinMemory& memory, const Rect& content) {
    const float gap = std::round(std::min(2 * space::xl, content.width / 16));
    const float preview_width =
        std::min(std::clamp(std::floor(content.width * preview_share), preview_width_usual, preview_width_max),
                 content.width - form_width - gap);
    const float preview_height = std::min(std::floor(preview_width / preview_aspect_wide),
                                          std::max(preview_height_min, content.height - below_preview));
    Stack devices(preview_width);
    add_devices(context, view, devices, preview_height);
    Stack form(form_width);
    add_heading(context, view, form);
    add_form(context, view, memory, form);
    add_below_join(context, view, form);

    const float height = std::max(devices.height(), form.height());
    const float x = content.x + (content.width - preview_width - gap - form_width) / 2;
    const float y = begin_page(context, content, height);
    devices.place(x, y + (height - devices.height()) / 2);
    form.place(x + preview_width + gap, y + (height - form.height()) / 2);
    settings_corner(context, content, y);
    end_page(context, content, height);
}

}  // namespace

void pre_join_view(Context& context, const core::View& view, PreJoinMemory& memory, const Rect& area) {
    const Rect content = inset(area, page_margin(area.width), page_margin(area.width));
    if (content.width >= two_columns_min_width)
        two_columns(context, view, memory, content);
    else
        one_column(context, view, memory, content);
}

}  // namespace parley::ui
