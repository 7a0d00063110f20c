#include "ui/components/scroll_area.hpp"

#include <algorithm>
#include <string>

#include "ui/scroll.hpp"

namespace parley::ui {

namespace {

constexpr float page_share = 0.85F;

constexpr ImGuiWindowFlags window_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                          ImGuiWindowFlags_NoNav;

void scroll_by_key(Context& context, SemanticId id, float height) {
    if (id == 0) return;
    const bool up = event_for(context, SemanticEvent::Kind::PageUp, id) != nullptr;
    const bool down = event_for(context, SemanticEvent::Kind::PageDown, id) != nullptr;
    if (up == down) return;
    ImGui::SetScrollY(
        std::clamp(ImGui::GetScrollY() + (up ? -1.0F : 1.0F) * page_share * height, 0.0F, ImGui::GetScrollMaxY()));
    request_frame(context, 0);
}

/// What of the nodes from `first` on lies outside `seen`.
void clip_nodes(Context& context, std::size_t first, const Rect& seen) {
    for (std::size_t i = first; i < context.result.semantics.size(); ++i) {
        SemanticNode& node = context.result.semantics[i];
        node.clipped_above = std::clamp(seen.y - node.rect.y, 0.0F, node.rect.height);
        node.clipped_below = std::clamp(bottom(node.rect) - bottom(seen), 0.0F, node.rect.height);
    }
}

}  // namespace

void scroll_area(Context& context, std::string_view key, const Rect& rect, const Stack& body, const ScrollArea& look) {
    ImDrawList* outer = context.draw;
    ImGui::SetCursorScreenPos(top_left(rect));
    ImGui::BeginChild(std::string(key).c_str(), {rect.width, rect.height}, ImGuiChildFlags_None, window_flags);
    if (ImGui::IsWindowAppearing()) ImGui::SetScrollY(0);
    context.draw = ImGui::GetWindowDrawList();
    context.draw->_FringeScale = 1 / context.surface.pixel_ratio;
    scroll_by_key(context, look.keys_for, rect.height);
    const float y = std::min(rect.y, begin_page(context, rect, scroll_area_height(body)));
    const std::size_t first = context.result.semantics.size();
    body.place(rect.x + look.padding, y + scroll_area_padding);
    clip_nodes(context, first, rect);
    end_page(context, rect, scroll_area_height(body));
    ImGui::EndChild();
    context.draw = outer;
}

}  // namespace parley::ui
