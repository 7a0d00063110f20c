#include "ui/popup.hpp"

#include <algorithm>
#include <utility>

#include "ui/components/panel.hpp"
#include "ui/components/scroll_area.hpp"
#include "ui/window.hpp"

namespace parley::ui {

namespace {

constexpr float margin = 8;
constexpr float gap = 8;
constexpr float padding = 8;
constexpr std::string_view key = "popup";

Rect page_of(const Surface& surface) {
    const Rect page{surface.inset_left, surface.inset_top, surface.width - surface.inset_left - surface.inset_right,
                    surface.height - surface.inset_top - surface.inset_bottom};
    return inset(page, margin, margin);
}

/// Above or below the anchor, where there is more room, and inside the page.
Rect place(const Context& context, const Rect& anchor, float width, float height) {
    const Rect page = page_of(context.surface);
    const float above = anchor.y - gap - page.y;
    const float below = bottom(page) - bottom(anchor) - gap;
    const bool upwards = height > below && above > below;
    height = std::min(height, std::max({above, below, 0.0F}));
    Rect rect{anchor.x + (anchor.width - width) / 2, upwards ? anchor.y - gap - height : bottom(anchor) + gap, width,
              height};
    rect.x = std::clamp(rect.x, page.x, std::max(page.x, right(page) - width));
    rect.x = std::floor(rect.x);
    rect.y = std::floor(rect.y);
    return rect;
}

const SemanticNode* find_node(const Context& context, SemanticId id) {
    const auto& nodes = context.result.semantics;
    const auto node = std::ranges::find(nodes, id, &SemanticNode::id);
    return node == nodes.end() ? nullptr : &*node;
}

/// True when something beside the panel was pressed. To be asked when everything in it is there: what was said first
/// has the pointer.
bool pressed_beside(Context& context, const Rect& panel) {
    const Cursor cursor = context.result.cursor;
    interact(context, id_of(context, "popup panel"), panel);
    const Rect page{0, 0, context.surface.width, context.surface.height};
    const SemanticId before = context.pressed;
    const bool pressed = interact(context, id_of(context, "beside the popup"), page).pressed;
    context.pressed = before;
    context.result.cursor = cursor;
    return pressed;
}

}  // namespace

bool popup_is_open(const Context& context, SemanticId opener) { return context.popup.opener == opener; }

Rect popup_anchor(const Context& context, SemanticId opener, const Rect& otherwise) {
    for (const SemanticId id : {opener, context.popup.outer})
        if (const SemanticNode* node = find_node(context, id)) return node->rect;
    return otherwise;
}

void open_popup(Context& context, SemanticId opener) {
    context.popup.next = opener;
    request_frame(context, 0);
}

void close_popup(Context& context) {
    PopupMemory& memory = context.popup;
    memory.returning = find_node(context, memory.opener) == nullptr && memory.outer != 0 ? memory.outer : memory.opener;
    memory.opener = 0;
    // What comes of the choice gives the focus back to where the popup was opened: its lines have gone with it.
    context.pressed = memory.returning;
    request_frame(context, 0);
}

void popup(Context& context, SemanticId opener, const Rect& anchor, Popup look) {
    if (!popup_is_open(context, opener)) return;
    context.popup.anchor = anchor;
    context.popup.shown = std::move(look);
}

void begin_popup(Context& context) {
    PopupMemory& memory = context.popup;
    if (const SemanticId next = std::exchange(memory.next, 0); next != 0) {
        memory.outer = std::exchange(memory.returning, 0);
        memory.opener = next;
    }
    if (const SemanticId back = std::exchange(memory.returning, 0); back != 0) context.result.focus = back;
    memory.shown.reset();
}

void show_popup(Context& context) {
    PopupMemory& memory = context.popup;
    if (memory.opener == 0) return;
    if (!memory.shown) return close_popup(context);
    const Popup look = *std::exchange(memory.shown, std::nullopt);
    const CoveringWindow window(context, key);
    const float width = std::min(look.width, page_of(context.surface).width);
    const Stack content = look.content(context, width - 2 * padding);
    const Rect panel =
        place(context, memory.anchor, width, scroll_area_height(content) + 2 * (padding - scroll_area_padding));
    draw_panel(context, panel);
    {
        const InsideNode inside(context, add_node(context, look.role, key, panel, look.name));
        scroll_area(context, key, inset(panel, 0, padding - scroll_area_padding), content, {.padding = padding});
    }
    const bool beside = pressed_beside(context, panel);
    if (memory.opener != 0 && (beside || happened(context, SemanticEvent::Kind::Dismiss))) close_popup(context);
}

}  // namespace parley::ui
