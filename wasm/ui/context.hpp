#pragma once

#include <imgui.h>

#include <cstdint>
#include <string_view>

#include "ui/draw.hpp"
#include "ui/frame.hpp"
#include "ui/text_runs.hpp"

namespace parley::ui {

/// Where the keyboard is. It is the document's focus; the interface only follows.
struct Focus {
    SemanticId id = 0;
    bool visible = false;  ///< by keyboard: a ring is to be drawn
    bool moved = false;    ///< in this very frame
};

/// Whether what is drawn can be used, or lies under a sheet.
enum class Reach : std::uint8_t { Open, Covered };

struct PopupMemory;
struct NewsMemory;

/// What every component is given while one frame is built.
struct Context {
    const Surface& surface;
    const Palette* palette = nullptr;
    TextRuns& runs;
    const Focus& focus;
    const std::vector<SemanticEvent>& events;
    FrameResult& result;
    double now_s = 0;
    ImDrawList* draw = nullptr;
    SemanticId& pressed;  ///< what was pressed last, in whichever frame
    PopupMemory& popup;
    NewsMemory& news;
    SemanticId parent = 0;  ///< of the nodes that are added next
    Reach reach = Reach::Open;
};

/// The id of what is called `key` under the current parent: the same in every frame.
SemanticId id_of(const Context& context, std::string_view key);

/// The same under another parent.
SemanticId id_inside(SemanticId parent, std::string_view key);

/// Says in the semantic layer what stands at `rect`. The reference holds until the next node is added.
SemanticNode& add_node(Context& context, SemanticRole role, std::string_view key, const Rect& rect,
                       std::string_view name);

/// While it lives, nodes are added inside the node that it was made with.
class InsideNode {
public:
    InsideNode(Context& context, const SemanticNode& node) : context_(context), outer_(context.parent) {
        context.parent = node.id;
    }
    ~InsideNode() { context_.parent = outer_; }
    InsideNode(const InsideNode&) = delete;
    InsideNode& operator=(const InsideNode&) = delete;

private:
    Context& context_;
    SemanticId outer_;
};

struct Interaction {
    bool pressed = false;  ///< in this frame, by pointer, keyboard or assistive technology: act once
    bool hovered = false;
    bool held = false;
};

/// Makes `rect` a thing that can be pressed.
Interaction interact(Context& context, SemanticId id, const Rect& rect);

/// Whether the pointer is on `rect`, which can't be pressed.
bool hovered(SemanticId id, const Rect& rect);

/// The ring around what the keyboard is on, if that is `id`.
void focus_ring(Context& context, SemanticId id, const Rect& rect, float corner_radius);

/// The event of one kind for `id` in this frame, or nothing. What is covered still takes what was typed, and nothing
/// else.
const SemanticEvent* event_for(const Context& context, SemanticEvent::Kind kind, SemanticId id);

/// Whether an event of this kind happened to any element in this frame.
bool happened(const Context& context, SemanticEvent::Kind kind);

/// Asks for another frame in `delay_s` seconds at the latest.
void request_frame(Context& context, double delay_s);

void emit(Context& context, core::UserAction action);

/// Has `text` said once, after what else this frame has to say. What happens by itself is told as news instead.
void announce(Context& context, std::string_view text);

}  // namespace parley::ui
