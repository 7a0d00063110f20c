#pragma once

#include <emscripten/val.h>

#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// The one picture that floats over other windows (Picture-in-Picture, section 4). Works within a user's gesture only.
class FloatingPicture {
public:
    explicit FloatingPicture(Sink sink);

    static bool offered();
    /// PictureFloats follows if it comes about. `video`: an element under `#videos`.
    void show(const emscripten::val& video);
    void land();
    void on_event(const emscripten::val& event);

private:
    void settle(const emscripten::val& promise);

    Sink sink_;
    Handle<FloatingPicture> handle_{*this};
    emscripten::val listener_;
};

}  // namespace parley::web
