#include "ui/scroll.hpp"

#include <imgui_internal.h>

namespace parley::ui {

namespace {

constexpr float thumb_width = 4;
constexpr float thumb_length_min = 32;
constexpr float focus_margin = 24;
constexpr float drag_threshold = 8;

/// Whether what the pointer does now began in this window.
bool began_here() {
    const ImGuiWindow* window = ImGui::GetCurrentWindowRead();
    return window->Rect().Contains(ImGui::GetIO().MouseClickedPos[ImGuiMouseButton_Left]);
}

/// A finger that moves scrolls, and what it went down on is not pressed.
void scroll_by_finger() {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseSource != ImGuiMouseSource_TouchScreen ||
        !ImGui::IsMouseDragging(ImGuiMouseButton_Left, drag_threshold) || !began_here())
        return;
    ImGui::ClearActiveID();
    ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseDelta.y);
}

void scroll_to_focus(Context& context, const Rect& area) {
    if (!context.focus.moved || !context.focus.visible) return;
    for (const SemanticNode& node : context.result.semantics) {
        if (node.id != context.focus.id) continue;
        const float above = area.y + focus_margin - node.rect.y;
        const float below = bottom(node.rect) - (bottom(area) - focus_margin);
        if (above <= 0 && below <= 0) return;
        ImGui::SetScrollY(ImGui::GetScrollY() + (above > 0 ? -above : below));
        request_frame(context, 0);
    }
}

void draw_thumb(Context& context, const Rect& area, float height) {
    const float length = std::max(thumb_length_min, area.height * area.height / height);
    const float part = ImGui::GetScrollY() / std::max(1.0F, height - area.height);
    const float edge = std::min(ImGui::GetWindowPos().x + ImGui::GetWindowWidth(),
                                context.surface.width - context.surface.inset_right);
    const Rect thumb{edge - thumb_width - 2, area.y + std::clamp(part, 0.0F, 1.0F) * (area.height - length),
                     thumb_width, length};
    fill(*context.draw, thumb, faded(context.palette->text_secondary, 0.5F), thumb_width / 2);
}

}  // namespace

float begin_page(Context& context, const Rect& area, float height) {
    if (height <= area.height) {
        ImGui::SetScrollY(0);
        return area.y + (area.height - height) / 2;
    }
    if (context.reach == Reach::Open) scroll_by_finger();
    return area.y - ImGui::GetScrollY();
}

void end_page(Context& context, const Rect& area, float height) {
    if (height <= area.height) return;
    ImGui::SetCursorScreenPos({area.x, area.y - ImGui::GetScrollY() + height});
    ImGui::Dummy({0, ImGui::GetWindowPos().y + ImGui::GetWindowHeight() - bottom(area)});
    scroll_to_focus(context, area);
    draw_thumb(context, area, height);
}

}  // namespace parley::ui
