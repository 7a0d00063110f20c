#pragma once

#include <emscripten/val.h>

#include <string>

namespace parley::web {

/// Text over everything, outside the canvas: showing it draws no frame, so it does not disturb what it tells of.
class DebugOverlay {
public:
    /// Whether the address asks for it with `?debug`.
    static bool wanted();

    DebugOverlay();

    void show(const std::string& text);

private:
    emscripten::val element_;
};

}  // namespace parley::web
