#pragma once

#include <functional>
#include <optional>
#include <string>

#include "ui/context.hpp"
#include "ui/stack.hpp"

/// What floats over everything else, sheets included, until something in it is chosen, Escape is pressed or something
/// beside it is: menus and pickers. There is at most one. What lies under it can't be used meanwhile.
namespace parley::ui {

struct Popup {
    std::string name;  ///< accessible name
    SemanticRole role = SemanticRole::Menu;
    float width = 0;  ///< CSS pixels; less where the page is narrower
    /// Makes what it holds, for that width. It is called after everything else of the frame was built: it holds copies,
    /// and of the view what lives through the frame.
    std::function<Stack(Context&, float)> content;
};

/// What the interface remembers of it between frames.
struct PopupMemory {
    SemanticId opener = 0;     ///< 0: none is open
    SemanticId outer = 0;      ///< whose menu has opened it; 0: no menu
    SemanticId next = 0;       ///< opens with the next frame
    SemanticId returning = 0;  ///< gets the focus with the next frame, because its popup has gone
    Rect anchor;
    std::optional<Popup> shown;  ///< in this frame
};

[[nodiscard]] bool popup_is_open(const Context& context, SemanticId opener);

/// Where the popup of `opener` stands: at its button, or at that of the menu which holds it, or else at `otherwise`. To
/// be asked for when the buttons of the frame are there.
[[nodiscard]] Rect popup_anchor(const Context& context, SemanticId opener, const Rect& otherwise);

/// From the next frame on. Another one closes.
void open_popup(Context& context, SemanticId opener);

/// After this frame; the focus goes back to its opener, or to that of the menu which holds it.
void close_popup(Context& context);

/// Says what the popup of `opener` holds and beside what it stands. In every frame in which the opener is there: with
/// it the popup goes too.
void popup(Context& context, SemanticId opener, const Rect& anchor, Popup look);

/// The beginning and the end of a frame; between them everything else is built.
void begin_popup(Context& context);
void show_popup(Context& context);

}  // namespace parley::ui
