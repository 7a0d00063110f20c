#include "ui/components/tooltip.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float tooltip_height = 32;

/// Above the control, or below it where the page ends, and inside the page, over everything else.
void draw_tooltip(Context& context, const Rect& around, std::string_view words) {
    const float width =
        std::min(context.runs.width(words, type::small) + 2 * space::m, context.surface.width - 2 * space::xs);
    Rect box = centered(around, width, tooltip_height);
    box.y = around.y - tooltip_height - space::s;
    if (box.y < 0) box.y = bottom(around) + space::s;
    box.x = std::clamp(box.x, space::xs, std::max(space::xs, context.surface.width - width - space::xs));
    ImDrawList* page = std::exchange(context.draw, ImGui::GetForegroundDrawList());
    fill_surface(context, box, context.palette->inverse, radius::chip);
    draw_line(context, inset(box, space::s, 0), words, type::small, context.palette->on_inverse, Align::Center);
    context.draw = page;
}

}  // namespace

void tooltip(Context& context, SemanticId id, const Rect& rect, const Interaction& interaction,
             std::string_view words) {
    const bool by_keyboard = context.focus.id == id && context.focus.visible;
    if (!by_keyboard && (!interaction.hovered || interaction.held)) return;
    const double waited = ImGui::GetCurrentContext()->HoveredIdTimer;
    if (by_keyboard || waited >= duration::tooltip_delay_s)
        draw_tooltip(context, rect, words);
    else
        request_frame(context, duration::tooltip_delay_s - waited);
}

}  // namespace parley::ui
