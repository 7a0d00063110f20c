#pragma once

#include <cmath>
#include <string_view>

#include "ui/text_rasterizer.hpp"

namespace parley::ui::testing {

/// Solid boxes instead of letters: half as wide as high, the same on every machine.
class FakeRasterizer final : public TextRasterizer {
public:
    static constexpr std::string_view emoji = "\U0001F389";  ///< what comes in colours of its own

    int texts = 0;  ///< how many runs were asked for
    std::uint32_t last_ink_rgb = 0;

    FontMetrics metrics(FontWeight, float size_px) override { return {size_px * 0.9F, size_px * 0.25F}; }

    float advance_px(std::string_view utf8, FontWeight, float size_px) override {
        return characters(utf8) * size_px / 2;
    }

    Raster text(std::string_view utf8, FontWeight weight, float size_px, std::uint32_t ink_rgb) override {
        ++texts;
        const float advance = advance_px(utf8, weight, size_px);
        Raster raster = box(static_cast<int>(std::ceil(advance)), static_cast<int>(std::ceil(size_px)));
        raster.top_px = size_px * 0.8F;
        last_ink_rgb = ink_rgb;
        raster.colored = ink_rgb != white_ink || utf8.find(emoji) != std::string_view::npos;
        raster.advance_px = advance;
        return raster;
    }

    Raster icon(std::string_view, float size_px) override {
        return box(static_cast<int>(size_px), static_cast<int>(size_px));
    }

private:
    static float characters(std::string_view utf8) {
        float count = 0;
        for (const char byte : utf8) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1.0F : 0.0F;
        return count;
    }

    static Raster box(int width, int height) {
        Raster raster;
        raster.width_px = width;
        raster.height_px = height;
        raster.rgba.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 0xFF);
        return raster;
    }
};

}  // namespace parley::ui::testing
