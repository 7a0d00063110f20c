#include "gfx/renderer.hpp"

#include <imgui.h>

#include "gfx/fingerprint.hpp"

namespace parley::gfx {

std::unique_ptr<Renderer> Renderer::create() {
    std::unique_ptr<Renderer> renderer(new Renderer);
    if (!renderer->tiles_.ready()) return nullptr;
    return renderer;
}

void Renderer::draw(const std::vector<ui::TileFrame>& tiles, ImDrawData& data, const Target& target) {
    const bool new_textures = brings_textures(data);
    if (!new_textures && fingerprint(tiles, data, target) == drawn_) return;
    draw_anew(tiles, data, target);
    // Textures got their names only now, and they are part of the number.
    drawn_ = fingerprint(tiles, data, target);
}

void Renderer::draw_anew(const std::vector<ui::TileFrame>& tiles, ImDrawData& data, const Target& target) {
    glViewport(0, 0, target.width_px, target.height_px);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    if (data.DisplaySize.x <= 0 || data.DisplaySize.y <= 0) return;

    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const auto width_px = static_cast<float>(target.width_px);
    const auto height_px = static_cast<float>(target.height_px);
    tiles_.draw(tiles, data.DisplaySize.x, data.DisplaySize.y, width_px / data.DisplaySize.x);

    // ImGui multiplies the size by this and drops the fraction; the quarter keeps rounding from costing a pixel.
    data.FramebufferScale = ImVec2((width_px + 0.25F) / data.DisplaySize.x, (height_px + 0.25F) / data.DisplaySize.y);
    imgui_.draw(data);
}

}  // namespace parley::gfx
