#pragma once

#include <emscripten/val.h>

#include <functional>

#include "ui/frame.hpp"
#include "web/callback.hpp"

namespace parley::web {

/// Hands pointer events (Pointer Events Level 3) to Dear ImGui's IO. Touches look like a mouse that appears
/// with the press and is gone after the release. Keys are not listened to: they belong to the DOM.
class PointerInput {
public:
    struct Sinks {
        /// A press or release waits in ImGui's queue. Run frames now, in this call, until pending() is false:
        /// only here does the browser see a user's gesture.
        std::function<void()> gesture;
        /// A move or scroll waits in ImGui's queue for whatever frame comes next.
        std::function<void()> moved;
    };

    /// Needs a current ImGui context, which must outlive this.
    PointerInput(emscripten::val canvas, Sinks sinks);
    ~PointerInput();
    PointerInput(const PointerInput&) = delete;
    PointerInput& operator=(const PointerInput&) = delete;

    /// Whether events wait for a further frame: ImGui takes quick ones one frame after the other.
    bool pending() const;

    /// The mouse cursor over the canvas.
    void show_cursor(ui::Cursor cursor);
    using Pinch = ui::FrameResult::Pinch;
    /// Who takes pinches from now on.
    void give_pinches(Pinch pinch) { pinch_ = pinch; }

    void on_press(const emscripten::val& event);
    void on_release(const emscripten::val& event);
    void on_move(const emscripten::val& event);
    void on_cancel();
    void on_leave();
    void on_wheel(const emscripten::val& event);
    void on_window_blur();

private:
    void listen(const char* method);

    emscripten::val canvas_;
    Sinks sinks_;
    ui::Cursor cursor_ = ui::Cursor::Default;
    Pinch pinch_ = Pinch::Page;
    Handle<PointerInput> handle_{*this};
    emscripten::val listener_;
};

}  // namespace parley::web
