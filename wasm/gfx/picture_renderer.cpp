#include "gfx/picture_renderer.hpp"

#include <algorithm>
#include <cmath>

#include "gfx/shaders.hpp"

namespace parley::gfx {

Texture make_picture_texture() {
    GLuint name = 0;
    glGenTextures(1, &name);
    Texture texture(name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

void fill_texture(const Texture& texture, int width, int height, const std::vector<std::uint8_t>& rgba) {
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
}

void Picture::fit(core::recording::Tile::Fit how, float aspect) {
    const float wider = aspect / (place.width / place.height);
    if (how == core::recording::Tile::Fit::Cover) {
        const float width = std::min(1.0F, 1 / wider);
        const float height = std::min(1.0F, wider);
        part = {(1 - width) / 2, (1 - height) / 2, width, height};
        return;
    }
    const ui::Rect whole = place;
    place.width = whole.width * std::min(1.0F, wider);
    place.height = whole.height * std::min(1.0F, 1 / wider);
    place.x += std::floor((whole.width - place.width) / 2);
    place.y += std::floor((whole.height - place.height) / 2);
}

PictureRenderer::PictureRenderer()
    : program_(make_program(shaders::picture_vert, shaders::picture_frag)), layout_(make_vertex_array()) {
    if (!program_) return;
    surface_size_ = glGetUniformLocation(program_.name(), "surface_size");
    place_ = glGetUniformLocation(program_.name(), "place");
    part_ = glGetUniformLocation(program_.name(), "part");
    corner_radius_ = glGetUniformLocation(program_.name(), "corner_radius");
}

void PictureRenderer::begin(int width, int height, std::uint32_t rgba) {
    width_ = static_cast<float>(width);
    height_ = static_cast<float>(height);
    const auto part_of_one = [rgba](int shift) { return static_cast<float>((rgba >> shift) & 0xFFU) / 255; };
    glViewport(0, 0, width, height);
    glClearColor(part_of_one(24), part_of_one(16), part_of_one(8), part_of_one(0));
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void PictureRenderer::draw_shapes(const std::vector<ui::TileFrame>& shapes) { tiles_.draw(shapes, width_, height_, 1); }

void PictureRenderer::draw(const Picture& picture) {
    if (!program_) return;
    glUseProgram(program_.name());
    glBindVertexArray(layout_.name());
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, picture.texture);
    glUniform2f(surface_size_, width_, height_);
    glUniform4f(place_, picture.place.x, picture.place.y, picture.place.width, picture.place.height);
    glUniform4f(part_, picture.part.x, picture.part.y, picture.part.width, picture.part.height);
    glUniform1f(corner_radius_, picture.corner_radius);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindVertexArray(0);
}

}  // namespace parley::gfx
