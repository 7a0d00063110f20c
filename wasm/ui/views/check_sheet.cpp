#include "ui/views/check_sheet.hpp"

#include <algorithm>
#include <string>

#include "ui/check_words.hpp"
#include "ui/components/banner.hpp"
#include "ui/components/button.hpp"
#include "ui/components/sheet.hpp"
#include "ui/components/step_list.hpp"
#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

/// Room for all steps and a verdict of some lines, which are more where they are shorter.
constexpr float body_height_wide = 500;
constexpr float body_height_narrow = 580;
constexpr float narrow_width = 400;
constexpr float progress_height = 4;
constexpr std::string_view running_title = "Checking your connection";
constexpr std::string_view running_text = "This takes a few seconds. A call that you are in goes on meanwhile.";

Step::State state_of(core::CheckState state) {
    switch (state) {
        case core::CheckState::Running:
            return Step::State::Running;
        case core::CheckState::Works:
            return Step::State::Works;
        case core::CheckState::Failed:
            return Step::State::Failed;
        case core::CheckState::Absent:
            return Step::State::Absent;
        case core::CheckState::Waiting:
            break;
    }
    return Step::State::Waiting;
}

Banner banner_for(core::Finding finding, std::optional<ErrorCode> code) {
    const Message message = finding_message(finding, code);
    Banner look{.size = Banner::Size::Large, .title = message.title, .text = message.text};
    switch (gravity_of(finding)) {
        case Gravity::None:
            look.tone = Banner::Tone::Success;
            look.icon = Icon::Check;
            break;
        case Gravity::Some:
            look.tone = Banner::Tone::Warning;
            break;
        case Gravity::Great:
            look.tone = Banner::Tone::Danger;
            break;
    }
    return look;
}

void add_finding(Context& context, Stack& stack, const core::CheckView& check, std::size_t index) {
    const Banner look = banner_for(check.findings[index], check.code);
    stack.add(space::s, banner_height(context, look, stack.width()), [&context, look, index](const Rect& row) {
        banner(context, "finding " + std::to_string(index), row, look);
    });
}

std::size_t steps_done(const core::CheckView& check) {
    return static_cast<std::size_t>(std::ranges::count_if(check.steps, [](core::CheckState state) {
        return state != core::CheckState::Waiting && state != core::CheckState::Running;
    }));
}

void draw_progress(Context& context, const core::CheckView& check, const Rect& rect) {
    SemanticNode& node = add_node(context, SemanticRole::Progress, "progress", rect, running_title);
    node.value_now = static_cast<float>(steps_done(check));
    node.value_max = static_cast<float>(check.steps.size());
    Rect done = rect;
    done.width = std::floor(rect.width * node.value_now / node.value_max);
    fill_surface(context, rect, context.palette->neutral, progress_height / 2);
    fill(*context.draw, done, context.palette->accent, progress_height / 2);
}

void add_running(Context& context, Stack& stack, const core::CheckView& check) {
    const Banner look{
        .size = Banner::Size::Large, .icon = Icon::Connection, .title = running_title, .text = running_text};
    stack.add(0, banner_height(context, look, stack.width()),
              [&context, look](const Rect& row) { banner(context, "running", row, look); });
    stack.add(space::s, progress_height, [&](const Rect& row) { draw_progress(context, check, row); });
}

void add_steps(Context& context, Stack& stack, const core::CheckView& check) {
    stack.add(space::m, step_list_height(check.steps.size()), [&](const Rect& row) {
        std::vector<Step> steps;
        for (std::size_t i = 0; i < check.steps.size(); ++i) {
            const auto step = static_cast<core::CheckStep>(i);
            steps.push_back({step_name(step), step_outcome(check, step), state_of(check.steps[i])});
        }
        step_list(context, "steps", row, "What was checked", steps);
    });
}

Stack check_buttons(Context& context, const core::CheckView& check, float width) {
    Stack stack(width);
    stack.add(0, size::control, [&](const Rect& row) {
        const auto state = check.running ? ButtonLook::State::Disabled : ButtonLook::State::Enabled;
        Rect rest = row;
        const bool narrow = row.width < narrow_width;  // the two share the row
        ButtonLook quiet{.kind = ButtonLook::Kind::Text, .state = state};
        if (!narrow) quiet.icon = Icon::Copy;
        const ButtonLook loud{.state = state};
        const float half = (row.width - space::s) / 2;
        const Rect again = take_right(rest, narrow ? half : button_width(context, "Check again", loud));
        take_right(rest, space::s);
        const Rect copy = take_right(rest, narrow ? half : button_width(context, "Copy report", quiet));
        if (button(context, "copy", copy, "Copy report", quiet))
            emit(context, core::action::CopyReport{check_report(check)});
        if (button(context, "again", again, "Check again", loud)) emit(context, core::action::CheckConnection{});
    });
    return stack;
}

}  // namespace

Stack check_content(Context& context, const core::CheckView& check, float width) {
    Stack stack(width);
    const bool decided = !check.running && !check.findings.empty();
    if (decided)
        add_finding(context, stack, check, 0);
    else
        add_running(context, stack, check);
    add_steps(context, stack, check);
    if (!decided || check.findings.size() < 2) return stack;
    stack.add(space::m, type::label.line_height,
              [&context](const Rect& row) { heading(context, "details", row, "Also worth knowing", 3, type::label); });
    for (std::size_t i = 1; i < check.findings.size(); ++i) add_finding(context, stack, check, i);
    return stack;
}

void check_sheet(Context& context, const core::CheckView& check) {
    const float width = sheet_width(context);
    const float body_height = width < narrow_width ? body_height_narrow : body_height_wide;
    if (sheet(context, "check", {.title = "Connection check", .body_height = body_height},
              check_content(context, check, width), check_buttons(context, check, width)))
        emit(context, core::action::CloseCheck{});
}

}  // namespace parley::ui
