#include "ui/components/toast.hpp"

#include <ranges>
#include <string>
#include <utility>

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float toast_height = 44;
constexpr float rise = 12;

/// 0 when it has just come, 1 when it has arrived.
float arrival(const Context& context, const ToastMemory::Shown& toast) {
    if (context.surface.motion == Motion::Reduced) return 1;
    const double part = (context.now_s - toast.since_s) / duration::toast_enter_s;
    const auto rest = static_cast<float>(1 - std::clamp(part, 0.0, 1.0));
    return 1 - rest * rest;
}

}  // namespace

void add_toast(Context& context, ToastMemory& memory, std::uint64_t id, std::string text) {
    memory.shown.push_back({id, std::move(text), context.now_s});
    if (memory.shown.size() > toasts_max) memory.shown.erase(memory.shown.begin());
}

void show_toasts(Context& context, ToastMemory& memory, const Rect& area) {
    std::erase_if(memory.shown, [&](const auto& toast) { return context.now_s - toast.since_s >= duration::toast_s; });
    if (memory.shown.empty()) return;
    ImDrawList* page = std::exchange(context.draw, ImGui::GetForegroundDrawList());
    Rect rest = area;
    for (const ToastMemory::Shown& toast : std::views::reverse(memory.shown)) {
        const float arrived = arrival(context, toast);
        Rect place = take_bottom(rest, toast_height);
        place.y += rise * (1 - arrived);
        draw_toast(context, place, toast.text, arrived);
        add_node(context, SemanticRole::Text, "toast " + std::to_string(toast.id), place, toast.text);
        take_bottom(rest, space::s);
        request_frame(context, arrived < 1 ? 0 : toast.since_s + duration::toast_s - context.now_s);
    }
    context.draw = page;
}

void draw_toast(Context& context, const Rect& rect, std::string_view text, float opacity) {
    const float width = std::min(rect.width, context.runs.width(text, type::label) + 2 * space::l);
    const Rect box = centered(rect, width, toast_height);
    fill_surface(context, box, faded(context.palette->inverse, opacity), toast_height / 2);
    draw_line(context, inset(box, space::l, 0), text, type::label, faded(context.palette->on_inverse, opacity),
              Align::Center);
}

}  // namespace parley::ui
