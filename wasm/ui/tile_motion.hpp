#pragma once

#include <vector>

#include "core/layout.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// How tiles get from one place to another: a short way that the eye can follow. Who comes is there at once, and so is
/// everybody when the page's size changes or less motion is wanted.
class TileMotion {
public:
    /// Before the first tile of a frame.
    void begin(const Surface& surface);
    /// Where `tile` is in this frame on its way to `target`. Asks for another frame until it is there.
    Rect follow(Context& context, const core::Tile& tile, const Rect& target);
    /// It is where a hand holds it, and goes on from there.
    void hold(const core::Tile& tile, const Rect& place);
    /// After the last: whoever was not asked for is forgotten.
    void end();

private:
    struct Way {
        core::Tile tile;
        Rect from = {}, to = {}, now = {};
        double since_s = 0;
        bool wanted = true;  ///< in this frame
    };

    Way* find(const core::Tile& tile);

    std::vector<Way> ways_;
    float width_ = 0, height_ = 0;
};

}  // namespace parley::ui
