#include "gfx/tile_renderer.hpp"

#include <array>
#include <cstddef>

#include "gfx/shaders.hpp"

namespace parley::gfx {

namespace {

using Color = std::array<std::uint8_t, 4>;

/// As the vertex shader's inputs name them.
struct Instance {
    std::array<float, 4> rect;
    std::array<float, 2> radius_ring;
    Color fill, outside, ring;
    std::array<float, 4> hole;
};

Color color(std::uint32_t rgba) {
    const auto byte = [rgba](int shift) { return static_cast<std::uint8_t>(rgba >> shift); };
    return {byte(24), byte(16), byte(8), byte(0)};
}

Instance instance(const ui::TileFrame& tile) {
    return {{tile.rect.x, tile.rect.y, tile.rect.width, tile.rect.height},
            {tile.corner_radius, tile.ring_width},
            color(tile.fill_rgba),
            color(tile.outside_rgba),
            color(tile.ring_rgba),
            {tile.hole.x, tile.hole.y, tile.hole.width, tile.hole.height}};
}

void attribute(GLuint location, GLint components, GLenum type, GLboolean normalized, std::size_t offset) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(location, components, type, normalized, sizeof(Instance),
                          reinterpret_cast<const void*>(offset));
    glVertexAttribDivisor(location, 1);
}

}  // namespace

TileRenderer::TileRenderer()
    : program_(make_program(shaders::tile_vert, shaders::tile_frag)),
      instances_(make_buffer()),
      layout_(make_vertex_array()) {
    if (!ready()) return;
    surface_size_ = glGetUniformLocation(program_.name(), "surface_size");
    pixel_ratio_ = glGetUniformLocation(program_.name(), "pixel_ratio");
    glBindVertexArray(layout_.name());
    glBindBuffer(GL_ARRAY_BUFFER, instances_.name());
    attribute(0, 4, GL_FLOAT, GL_FALSE, offsetof(Instance, rect));
    attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(Instance, radius_ring));
    attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(Instance, fill));
    attribute(3, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(Instance, outside));
    attribute(4, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(Instance, ring));
    attribute(5, 4, GL_FLOAT, GL_FALSE, offsetof(Instance, hole));
    glBindVertexArray(0);
}

void TileRenderer::draw(const std::vector<ui::TileFrame>& tiles, float width, float height, float pixel_ratio) {
    if (!ready() || tiles.empty()) return;
    std::vector<Instance> instances;
    instances.reserve(tiles.size());
    for (const ui::TileFrame& tile : tiles) instances.push_back(instance(tile));

    glUseProgram(program_.name());
    glUniform2f(surface_size_, width, height);
    glUniform1f(pixel_ratio_, pixel_ratio);
    glBindVertexArray(layout_.name());
    glBindBuffer(GL_ARRAY_BUFFER, instances_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(instances.size() * sizeof(Instance)), instances.data(),
                 GL_STREAM_DRAW);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(instances.size()));
    glBindVertexArray(0);
}

}  // namespace parley::gfx
