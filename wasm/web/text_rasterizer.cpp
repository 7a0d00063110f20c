#include "web/text_rasterizer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "web/pixels.hpp"

namespace parley::web {

namespace {

using emscripten::val;

/// The stylesheet's --font says the same, so that text fields look like what is drawn.
constexpr char font_family[] =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif, "
    "'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji'";

/// Wider or higher rasters are cut off there: browsers refuse canvases of more than 16,384 pixels a side.
constexpr int side_max_px = 8192;

/// Kept free around glyphs: the measured bounds leave out what antialiasing adds.
constexpr int margin_px = 1;

float number(const val& object, const char* property) { return object[property].as<float>(); }

int whole_px(float length) { return std::clamp(static_cast<int>(std::ceil(length)), 0, side_max_px); }

/// The run between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Bidirectional Algorithm, section
/// 2.4), so that its own first letter decides its direction. Without letters beyond ASCII there is no question.
std::string isolated(std::string_view utf8) {
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char unit) { return (unit & 0x80) == 0; });
    if (ascii) return std::string{utf8};
    return "\u2068" + std::string{utf8} + "\u2069";
}

}  // namespace

TextRasterizer::TextRasterizer() : canvas_(val::global("document").call<val>("createElement", val("canvas"))) {
    val options = val::object();
    // Pixels are only ever read back here, so the canvas belongs in main memory.
    options.set("willReadFrequently", true);
    context_ = canvas_.call<val>("getContext", val("2d"), options);
    reserve(256, 64);
}

ui::FontMetrics TextRasterizer::metrics(ui::FontWeight weight, float size_px) {
    use_font(weight, size_px);
    const val measured = context_.call<val>("measureText", val("Hg"));
    return {number(measured, "fontBoundingBoxAscent"), number(measured, "fontBoundingBoxDescent")};
}

float TextRasterizer::advance_px(std::string_view utf8, ui::FontWeight weight, float size_px) {
    use_font(weight, size_px);
    return number(context_.call<val>("measureText", val(isolated(utf8))), "width");
}

ui::Raster TextRasterizer::text(std::string_view utf8, ui::FontWeight weight, float size_px, std::uint32_t ink_rgb) {
    const val run(isolated(utf8));
    use_font(weight, size_px);
    const val measured = context_.call<val>("measureText", run);
    const int left = whole_px(number(measured, "actualBoundingBoxLeft")) + margin_px;
    const int right = whole_px(number(measured, "actualBoundingBoxRight")) + margin_px;
    const int above = whole_px(number(measured, "actualBoundingBoxAscent")) + margin_px;
    const int below = whole_px(number(measured, "actualBoundingBoxDescent")) + margin_px;

    ui::Raster raster;
    raster.width_px = left + right;
    raster.height_px = above + below;
    raster.left_px = static_cast<float>(-left);
    raster.top_px = static_cast<float>(above);
    raster.advance_px = number(measured, "width");
    reserve(raster.width_px, raster.height_px);
    use_font(weight, size_px);
    context_.call<void>("clearRect", 0, 0, raster.width_px, raster.height_px);
    use_ink(ink_rgb);
    context_.call<void>("fillText", run, left, above);
    use_ink(ui::white_ink);
    read_pixels(raster);
    if (ink_rgb != ui::white_ink) raster.colored = true;
    return raster;
}

ui::Raster TextRasterizer::icon(std::string_view path, float size_px) {
    ui::Raster raster;
    raster.width_px = raster.height_px = whole_px(size_px);
    raster.advance_px = size_px;
    reserve(raster.width_px, raster.height_px);
    context_.call<void>("clearRect", 0, 0, raster.width_px, raster.height_px);
    const float scale = size_px / 24;
    context_.call<void>("setTransform", scale, 0, 0, scale, 0, 0);
    context_.call<void>("fill", val::global("Path2D").new_(val(std::string{path})));
    context_.call<void>("resetTransform");
    read_pixels(raster);
    return raster;
}

void TextRasterizer::use_ink(std::uint32_t rgb) {
    char style[8];
    std::snprintf(style, sizeof style, "#%06x", static_cast<unsigned>(rgb & 0xFFFFFFU));
    context_.set("fillStyle", val(std::string(style)));
}

void TextRasterizer::use_font(ui::FontWeight weight, float size_px) {
    char font[256];
    std::snprintf(font, sizeof font, "%d %.2fpx %s", weight == ui::FontWeight::Medium ? 600 : 400,
                  static_cast<double>(size_px), font_family);
    if (font_ == font) return;
    font_ = font;
    context_.set("font", val(font_));
}

/// Grows the canvas, which forgets everything that was set on its context.
void TextRasterizer::reserve(int width_px, int height_px) {
    if (width_px <= width_px_ && height_px <= height_px_) return;
    width_px_ = std::max(width_px_, width_px);
    height_px_ = std::max(height_px_, height_px);
    canvas_.set("width", width_px_);
    canvas_.set("height", height_px_);
    font_.clear();
    use_ink(ui::white_ink);
    context_.set("textAlign", val("left"));
    context_.set("textBaseline", val("alphabetic"));
}

void TextRasterizer::read_pixels(ui::Raster& raster) {
    if (raster.width_px == 0 || raster.height_px == 0) return;
    const auto bytes = static_cast<std::size_t>(raster.width_px) * static_cast<std::size_t>(raster.height_px) * 4;
    raster.rgba.resize(bytes);
    const val image = context_.call<val>("getImageData", 0, 0, raster.width_px, raster.height_px);
    val(emscripten::typed_memory_view(bytes, raster.rgba.data())).call<void>("set", image["data"]);
    if (is_blank(raster.rgba)) {
        raster.rgba.clear();
        raster.width_px = raster.height_px = 0;
        return;
    }
    raster.colored = has_own_colors(raster.rgba);
    if (!raster.colored) paint_white(raster.rgba);
}

}  // namespace parley::web
