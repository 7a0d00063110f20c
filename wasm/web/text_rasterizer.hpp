#pragma once

#include <emscripten/val.h>

#include <string>

#include "ui/text_rasterizer.hpp"

namespace parley::web {

/// Draws text with the browser's own fonts on a 2D canvas, so that every script and emoji that the system
/// has comes out shaped and joined, with nothing to download.
class TextRasterizer final : public ui::TextRasterizer {
public:
    TextRasterizer();

    ui::FontMetrics metrics(ui::FontWeight weight, float size_px) override;
    float advance_px(std::string_view utf8, ui::FontWeight weight, float size_px) override;
    ui::Raster text(std::string_view utf8, ui::FontWeight weight, float size_px, std::uint32_t ink_rgb) override;
    ui::Raster icon(std::string_view path, float size_px) override;

private:
    void use_ink(std::uint32_t rgb);
    void use_font(ui::FontWeight weight, float size_px);
    void reserve(int width_px, int height_px);
    void read_pixels(ui::Raster& raster);

    emscripten::val canvas_;
    emscripten::val context_;
    int width_px_ = 0;
    int height_px_ = 0;
    std::string font_;
};

}  // namespace parley::web
