#pragma once

#include "ui/text_rasterizer.hpp"

struct ImFont;
struct ImFontAtlas;

namespace parley::ui {

/// Adds the platform's own font to `atlas`, so that Dear ImGui's text calls draw every script that the platform
/// can. Glyphs come from `rasterizer` at the density that is being drawn; it must outlive the atlas.
ImFont* add_platform_font(ImFontAtlas& atlas, TextRasterizer& rasterizer);

}  // namespace parley::ui
