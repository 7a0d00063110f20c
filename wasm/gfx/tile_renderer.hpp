#pragma once

#include <vector>

#include "gfx/gl_handle.hpp"
#include "ui/frame.hpp"

namespace parley::gfx {

/// Draws tile frames, all of a frame in one call: rounded rectangles with a fill, a ring around them and a
/// colour for the corners that the rounding leaves. Edges are softened by their distance, so they are crisp
/// at any pixel ratio without multisampling.
///
/// The ring lies outside the tile's rectangle; the outside colour ends at the rectangle.
class TileRenderer {
public:
    /// Needs a current context. See ready().
    TileRenderer();

    /// Whether the driver took the shaders.
    bool ready() const { return static_cast<bool>(program_); }

    /// Draws into the current viewport, which shows `width` by `height` CSS pixels, in the order of `tiles`.
    /// Expects blending as Renderer sets it.
    void draw(const std::vector<ui::TileFrame>& tiles, float width, float height, float pixel_ratio);

private:
    Program program_;
    Buffer instances_;
    VertexArray layout_;
    GLint surface_size_ = -1;
    GLint pixel_ratio_ = -1;
};

}  // namespace parley::gfx
