#pragma once

#include <emscripten/val.h>

#include "core/layout.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// The page on the whole screen (Fullscreen API Standard, section 3). Works within a user's gesture only.
class FullScreen {
public:
    explicit FullScreen(Sink sink);

    static bool offered();
    /// FullScreenChanged follows if it comes about.
    void set(core::Switched state);
    void on_changed();

private:
    Sink sink_;
    Handle<FullScreen> handle_{*this};
};

}  // namespace parley::web
