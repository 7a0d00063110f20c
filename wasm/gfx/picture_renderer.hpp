#pragma once

#include <cstdint>
#include <vector>

#include "core/recording/types.hpp"
#include "gfx/gl_handle.hpp"
#include "gfx/tile_renderer.hpp"
#include "ui/semantics.hpp"

namespace parley::gfx {

struct DeleteTexture {
    void operator()(GLuint name) const { glDeleteTextures(1, &name); }
};
using Texture = GlHandle<DeleteTexture>;

/// A texture that is stretched smoothly and has no edge, for pictures of any size; bound when it returns.
Texture make_picture_texture();
/// Fills it with `rgba` (width * height * 4 bytes, straight alpha); bound when it returns.
void fill_texture(const Texture& texture, int width, int height, const std::vector<std::uint8_t>& rgba);

/// A texture in the recorded picture. Lengths are pixels of that.
struct Picture {
    GLuint texture = 0;
    ui::Rect place;
    ui::Rect part{0, 0, 1, 1};  ///< of the texture: 0 to 1
    float corner_radius = 0;

    /// Keeps a picture of that shape (width to height) undistorted: cuts it to `place`, or makes `place` smaller.
    void fit(core::recording::Tile::Fit how, float aspect);
};

/// Draws one recorded picture: flat shapes, and pictures on them. Each picture is a call of its own, of which there are
/// few.
class PictureRenderer {
public:
    /// Needs a current context. See ready().
    PictureRenderer();
    bool ready() const { return static_cast<bool>(program_) && tiles_.ready(); }

    /// Begins a picture of that size, which is `rgba` (0xRRGGBBAA) everywhere.
    void begin(int width, int height, std::uint32_t rgba);
    void draw_shapes(const std::vector<ui::TileFrame>& shapes);
    void draw(const Picture& picture);

private:
    TileRenderer tiles_;
    Program program_;
    VertexArray layout_;
    GLint surface_size_ = -1;
    GLint place_ = -1;
    GLint part_ = -1;
    GLint corner_radius_ = -1;
    float width_ = 0;
    float height_ = 0;
};

}  // namespace parley::gfx
