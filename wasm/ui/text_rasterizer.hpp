#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

/// How the platform turns text and icon outlines into pixels: the browser's own fonts on the page, a plain
/// stand-in under native tests. All sizes are device pixels.
namespace parley::ui {

enum class FontWeight : std::uint8_t { Regular, Medium };

/// Height above and below the baseline of a line of text, both positive.
struct FontMetrics {
    float ascent_px = 0;
    float descent_px = 0;
};

struct Raster {
    int width_px = 0;
    int height_px = 0;
    float left_px = 0;     ///< from the pen's position to the left edge of the pixels
    float top_px = 0;      ///< from the baseline up to the top edge of the pixels
    float advance_px = 0;  ///< how far the pen moves
    bool colored = false;  ///< the pixels have colours of their own (emoji); else they are white with coverage as alpha
    std::vector<std::uint8_t> rgba;  ///< width * height * 4, not premultiplied; empty for blanks
};

/// The ink that a caller may tint later: 0xRRGGBB.
inline constexpr std::uint32_t white_ink = 0xFFFFFF;

class TextRasterizer {
public:
    virtual ~TextRasterizer() = default;

    virtual FontMetrics metrics(FontWeight weight, float size_px) = 0;
    /// How far the pen moves over `utf8`, as `text` says too; much cheaper than drawing it.
    virtual float advance_px(std::string_view utf8, FontWeight weight, float size_px) = 0;
    /// Shapes and draws `utf8` as one run, in the direction that its characters ask for. In white ink a run without
    /// colours of its own can be tinted; one that has both letters and emoji is asked for again in its final ink, and
    /// what comes in another ink than white is `colored`.
    virtual Raster text(std::string_view utf8, FontWeight weight, float size_px, std::uint32_t ink_rgb) = 0;
    /// Fills the outline of an SVG path (SVG 2 section 9.3) whose view box is 24 by 24 units, scaled to `size_px`.
    /// The raster is the whole box: its `left_px` and `top_px` are 0.
    virtual Raster icon(std::string_view path, float size_px) = 0;
};

}  // namespace parley::ui
