#include "ui/components/step_list.hpp"

#include <string>

#include "ui/components/spinner.hpp"
#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/icons.hpp"

namespace parley::ui {

namespace {

constexpr float row_height = 36;
constexpr float sign_size = 22;
constexpr float sign_icon = 14;
constexpr float ring_width = 2;

void draw_disc(Context& context, const Rect& rect, Icon icon, Color background, Color color) {
    fill_surface(context, rect, background, rect.height / 2);
    draw_icon(context, rect, icon_path(icon), sign_icon, color);
}

void draw_sign(Context& context, const Rect& rect, Step::State state) {
    const Palette& palette = *context.palette;
    switch (state) {
        case Step::State::Waiting:
            return border(*context.draw, inset(rect, 2, 2), palette.hairline, rect.height / 2 - 2, ring_width);
        case Step::State::Running:
            return draw_spinner(context, rect, palette.accent);
        case Step::State::Works:
            return draw_disc(context, rect, Icon::Check, palette.success_tint, palette.on_success_tint);
        case Step::State::Failed:
            return draw_disc(context, rect, Icon::Close, palette.danger_tint, palette.on_danger_tint);
        case Step::State::Absent:
            return draw_disc(context, rect, Icon::Minus, palette.neutral, palette.on_neutral);
    }
}

void draw_row(Context& context, const Rect& rect, const Step& step) {
    const Palette& palette = *context.palette;
    Rect rest = rect;
    draw_sign(context, centered(take_left(rest, sign_size), sign_size, sign_size), step.state);
    take_left(rest, space::m - space::xs);
    const Rect outcome = take_right(rest, context.runs.width(step.outcome, type::small) + 1);
    const Color color = step.state == Step::State::Failed ? palette.danger_text : palette.text_secondary;
    draw_line(context, outcome, step.outcome, type::small, color, Align::Right);
    take_right(rest, space::s);
    const bool quiet = step.state == Step::State::Waiting || step.state == Step::State::Absent;
    draw_line(context, rest, step.name, type::label, quiet ? palette.text_secondary : palette.text);
}

}  // namespace

float step_list_height(std::size_t steps) { return static_cast<float>(steps) * row_height; }

void step_list(Context& context, std::string_view key, const Rect& rect, std::string_view name,
               const std::vector<Step>& steps) {
    const InsideNode inside(context, add_node(context, SemanticRole::List, key, rect, name));
    Rect rest = rect;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Rect row = take_top(rest, row_height);
        add_node(context, SemanticRole::ListItem, std::to_string(i), row, steps[i].name).description = steps[i].outcome;
        draw_row(context, row, steps[i]);
    }
}

}  // namespace parley::ui
