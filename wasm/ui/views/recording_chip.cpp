#include "ui/views/recording_chip.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "ui/components/banner.hpp"
#include "ui/components/icon_toggle.hpp"
#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/recording_words.hpp"

namespace parley::ui {

namespace {

using State = core::RecordingView::State;

constexpr float chip_height = 40;
constexpr float chip_padding = 14;
constexpr float dot_size = 10;
constexpr float button_size = 32;
constexpr float gap = 8;
constexpr float banner_width_max = 640;

void draw_dot(Context& context, const Rect& rect, Color color) {
    const Rect dot = centered(rect, dot_size, dot_size);
    fill(*context.draw, dot, color, dot_size / 2);
}

/// What is always wide enough for the figures of that length of time, so that the chip and its button don't tremble.
float figures_room(Context& context, std::uint32_t elapsed_s) {
    std::string widest = recorded_time(elapsed_s) + "  000.0 MB";
    for (char& letter : widest)
        if (letter >= '0' && letter <= '9') letter = '0';
    return std::ceil(context.runs.width(widest, type::small)) + space::s;
}

/// What is said must not change with every second; the figures are read when somebody goes there.
void own_chip(Context& context, const core::RecordingView& recording, Rect& area) {
    const std::string_view words = own_recording_text(recording.state);
    const std::string figures =
        recorded_time(recording.elapsed_s) + (recording.bytes > 0 ? "  " + recorded_size(recording.bytes) : "");
    const bool pausable = recording.state == State::Running || recording.state == State::Paused;
    const float side = pausable ? button_size + space::s : 0;
    const float sign = dot_size + space::s;
    const float fixed = 2 * chip_padding + sign + side;
    const float figures_width = figures_room(context, recording.elapsed_s);
    float words_width = context.runs.width(words, type::small) + space::s;
    if (fixed + words_width + figures_width > area.width) words_width = 0;
    const float width = std::min(area.width, std::ceil(fixed + words_width + figures_width));
    const Rect chip = centered(take_top(area, chip_height), width, chip_height);
    take_top(area, gap);
    const bool paused = recording.state == State::Paused;
    fill_surface(context, chip, context.palette->inverse, chip_height / 2);
    const InsideNode inside(context, add_node(context, SemanticRole::Group, "own recording", chip, "Recording"));
    Rect rest = inset(chip, chip_padding, 0);
    draw_dot(context, take_left(rest, dot_size), paused ? context.palette->on_inverse : context.palette->danger);
    take_left(rest, space::s);
    add_node(context, SemanticRole::Status, "state", chip, words);
    if (words_width > 0)
        draw_line(context, take_left(rest, words_width), words, type::small, context.palette->on_inverse);
    if (pausable) {
        const Rect place = centered(take_right(rest, button_size), button_size, button_size);
        take_right(rest, space::s);
        if (icon_toggle(context, "pause", place,
                        {.icon = paused ? Icon::Play : Icon::Pause,
                         .label = paused ? "Resume recording" : "Pause recording"})) {
            if (paused)
                emit(context, core::action::ResumeRecording{});
            else
                emit(context, core::action::PauseRecording{});
        }
    }
    add_node(context, SemanticRole::Text, "figures", rest, figures);
    draw_line(context, rest, figures, type::small, context.palette->on_inverse);
}

void others_chip(Context& context, const std::string& words, Rect& area) {
    const float fixed = 2 * chip_padding + dot_size + space::s;
    const float width = std::min(area.width, std::ceil(fixed + context.runs.width(words, type::small) + 1));
    const Rect chip = centered(take_top(area, chip_height), width, chip_height);
    take_top(area, gap);
    fill_surface(context, chip, context.palette->inverse, chip_height / 2);
    Rect rest = inset(chip, chip_padding, 0);
    draw_dot(context, take_left(rest, dot_size), context.palette->danger);
    take_left(rest, space::s);
    add_node(context, SemanticRole::Status, "others record", chip, words);
    draw_line(context, rest, words, type::small, context.palette->on_inverse);
}

void disk_banner(Context& context, std::uint32_t minutes_left, Rect& area) {
    const std::string words = disk_text(minutes_left);
    const Banner look{.tone = Banner::Tone::Warning, .text = words};
    const float width = std::min({area.width, banner_width_max, banner_width(context, look)});
    const Rect row = take_top(area, banner_height(context, look, width));
    take_top(area, gap);
    banner(context, "disk", centered(row, width, row.height), look);
}

}  // namespace

void take_recording_chips(Context& context, const core::View& view, Rect& area) {
    if (view.recording.state >= State::Starting) own_chip(context, view.recording, area);
    if (const std::string words = others_record_text(view.participants); !words.empty())
        others_chip(context, words, area);
    if (view.recording.minutes_left) disk_banner(context, *view.recording.minutes_left, area);
}

}  // namespace parley::ui
