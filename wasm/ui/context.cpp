#include "ui/context.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr std::uint32_t fnv_offset = 2166136261U;
constexpr std::uint32_t fnv_prime = 16777619U;

bool reaches(const Context& context, SemanticEvent::Kind kind) {
    return context.reach == Reach::Open || kind == SemanticEvent::Kind::Input;
}

bool pointer_can_hover() { return ImGui::GetIO().MouseSource != ImGuiMouseSource_TouchScreen; }

}  // namespace

SemanticId id_of(const Context& context, std::string_view key) { return id_inside(context.parent, key); }

SemanticId id_inside(SemanticId parent, std::string_view key) {
    std::uint32_t hash = fnv_offset ^ (parent * fnv_prime);
    for (const char letter : key) hash = (hash ^ static_cast<unsigned char>(letter)) * fnv_prime;
    return hash == 0 ? 1 : hash;
}

SemanticNode& add_node(Context& context, SemanticRole role, std::string_view key, const Rect& rect,
                       std::string_view name) {
    SemanticNode& node = context.result.semantics.emplace_back();
    node.id = id_of(context, key);
    node.parent = context.parent;
    node.role = role;
    node.rect = rect;
    node.name = name;
    return node;
}

Interaction interact(Context& context, SemanticId id, const Rect& rect) {
    Interaction result;
    const ImRect box(top_left(rect), bottom_right(rect));
    if (ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav)) {
        result.pressed = ImGui::ButtonBehavior(box, id, &result.hovered, &result.held);
        if (result.hovered) {
            context.result.cursor = Cursor::Pointer;
        }
        result.hovered = result.hovered && pointer_can_hover();
    }
    if (event_for(context, SemanticEvent::Kind::Activate, id) != nullptr) result.pressed = true;
    if (result.pressed) context.pressed = id;
    return result;
}

bool hovered(SemanticId id, const Rect& rect) {
    const ImRect box(top_left(rect), bottom_right(rect));
    if (!ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav)) return false;
    return ImGui::ItemHoverable(box, id, ImGuiItemFlags_NoNav) && pointer_can_hover();
}

void focus_ring(Context& context, SemanticId id, const Rect& rect, float corner_radius) {
    if (context.focus.id != id || !context.focus.visible || context.reach == Reach::Covered) return;
    const float reach = size::focus_gap + size::focus_ring;
    border(*context.draw, outset(rect, reach), context.palette->focus_ring, corner_radius + reach, size::focus_ring);
}

const SemanticEvent* event_for(const Context& context, SemanticEvent::Kind kind, SemanticId id) {
    const SemanticEvent* latest = nullptr;
    if (!reaches(context, kind)) return latest;
    for (const SemanticEvent& event : context.events)
        if (event.kind == kind && event.id == id) latest = &event;
    return latest;
}

bool happened(const Context& context, SemanticEvent::Kind kind) {
    return reaches(context, kind) &&
           std::ranges::find(context.events, kind, &SemanticEvent::kind) != context.events.end();
}

void request_frame(Context& context, double delay_s) {
    double& next = context.result.next_frame_in_s;
    if (next < 0 || delay_s < next) next = delay_s;
}

void emit(Context& context, core::UserAction action) { context.result.actions.push_back(std::move(action)); }

void announce(Context& context, std::string_view text) {
    std::string& announcement = context.result.announcement;
    if (!announcement.empty()) announcement += ". ";
    announcement += text;
}

}  // namespace parley::ui
