#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "gfx/imgui_renderer.hpp"
#include "gfx/tile_renderer.hpp"

namespace parley::gfx {

/// The size of what is drawn into, in device pixels.
struct Target {
    int width_px = 0;
    int height_px = 0;
};

/// Everything that draws the canvas. Lives as long as one GL context: drop it when the context is lost.
class Renderer {
public:
    /// Null when the driver refuses the shaders or the context is lost meanwhile. Needs a current GL context
    /// and a current ImGui context, and must be destroyed before the latter.
    static std::unique_ptr<Renderer> create();

    /// Draws one whole frame over transparency: first the tiles, then Dear ImGui's frame, whose display size
    /// (CSS pixels) is shown on all of `target`. The canvas then holds premultiplied colour. A frame that would look
    /// like the last one costs no drawing.
    void draw(const std::vector<ui::TileFrame>& tiles, ImDrawData& data, const Target& target);

private:
    Renderer() = default;

    void draw_anew(const std::vector<ui::TileFrame>& tiles, ImDrawData& data, const Target& target);

    TileRenderer tiles_;
    ImguiRenderer imgui_;
    std::uint64_t drawn_ = 0;  ///< the fingerprint of what the canvas shows
};

}  // namespace parley::gfx
