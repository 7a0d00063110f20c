#pragma once

#include <emscripten/html5_webgl.h>
#include <emscripten/val.h>

#include <functional>

#include "web/callback.hpp"

namespace parley::web {

/// The one transparent canvas and its WebGL2 context. What is drawn with a context is gone when the browser
/// takes the context away; it gives one back later (WebGL 1.0 section 5.15.2).
class Canvas {
public:
    struct Sinks {
        std::function<void()> lost;      ///< drop every GL object; nothing can be drawn until `restored`
        std::function<void()> restored;  ///< make every GL object anew and draw
    };

    /// Takes over the page's element `#canvas`. The sinks are called from browser events, never from here.
    explicit Canvas(Sinks sinks);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Whether GL calls reach anything now: false without WebGL2 and while the context is lost.
    bool usable() const;

    /// Sets the drawing buffer's size in device pixels. A change clears it, so draw in the same task.
    void resize(int width_px, int height_px);

    const emscripten::val& element() const { return element_; }

    void on_lost(const emscripten::val& event);
    void on_restored();

private:
    Sinks sinks_;
    emscripten::val element_;
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_ = 0;
    Handle<Canvas> handle_{*this};
    emscripten::val lost_listener_;
    emscripten::val restored_listener_;
};

}  // namespace parley::web
