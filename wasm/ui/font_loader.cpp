#include "ui/font_loader.hpp"

#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <cmath>
#include <string_view>

namespace parley::ui {

namespace {

constexpr float default_size = 16;
constexpr ImWchar codepoint_bits = (1U << 26) - 1;  ///< the width of ImFontGlyph::Codepoint

TextRasterizer& rasterizer_of(const ImFontAtlas* atlas) { return *static_cast<TextRasterizer*>(atlas->UserData); }

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;  // The platform falls back from font to font by itself.
}

bool init_baked(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*) {
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    const FontMetrics metrics = rasterizer_of(atlas).metrics(FontWeight::Regular, baked->Size * density);
    baked->Ascent = std::ceil(metrics.ascent_px / density);
    baked->Descent = -std::ceil(metrics.descent_px / density);
    return true;
}

bool pack_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const Raster& raster, float density,
                ImFontGlyph* glyph) {
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, raster.width_px, raster.height_px);
    if (id == ImFontAtlasRectId_Invalid) return false;
    glyph->X0 = raster.left_px / density;
    glyph->Y0 = std::round(baked->Ascent) - raster.top_px / density;
    glyph->X1 = glyph->X0 + static_cast<float>(raster.width_px) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(raster.height_px) / density;
    glyph->Visible = true;
    glyph->Colored = raster.colored;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id),
                                       raster.rgba.data(), ImTextureFormat_RGBA32, raster.width_px * 4);
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
    char utf8[5];
    ImTextCharToUtf8(utf8, codepoint);
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    const Raster raster =
        rasterizer_of(atlas).text(std::string_view(utf8), FontWeight::Regular, baked->Size * density, white_ink);
    if (advance != nullptr) {
        *advance = raster.advance_px / density;
        return true;
    }
    glyph->Codepoint = codepoint & codepoint_bits;
    glyph->AdvanceX = raster.advance_px / density;
    return raster.rgba.empty() || pack_glyph(atlas, source, baked, raster, density, glyph);
}

ImFontLoader make_loader() {
    ImFontLoader loader;
    loader.Name = "platform";
    loader.FontSrcContainsGlyph = contains_glyph;
    loader.FontBakedInit = init_baked;
    loader.FontBakedLoadGlyph = load_glyph;
    return loader;
}

const ImFontLoader* platform_loader() {
    static const ImFontLoader loader = make_loader();
    return &loader;
}

}  // namespace

ImFont* add_platform_font(ImFontAtlas& atlas, TextRasterizer& rasterizer) {
    atlas.UserData = &rasterizer;
    atlas.TexPixelsUseColors = true;
    ImFontConfig config;
    config.FontLoader = platform_loader();
    config.SizePixels = default_size;
    return atlas.AddFont(&config);
}

}  // namespace parley::ui

// Dear ImGui asks for this name when it builds an atlas (see imgui_config.hpp).
const ImFontLoader* ImGuiFreeType::GetFontLoader() { return parley::ui::platform_loader(); }
