#pragma once

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ui/text_rasterizer.hpp"
#include "ui/theme.hpp"

namespace parley::ui {

/// Bounds of the cache of drawn runs. Over them the least recently used run goes; a run that finds no room because
/// all the others are in the frame that is being built is measured but not drawn.
namespace run_limits {
inline constexpr std::size_t runs_max = 768;
inline constexpr std::size_t area_max_px = 4 * 1024 * 1024;
}  // namespace run_limits

/// Whole strings and icons, measured and rasterised once by the platform and kept in Dear ImGui's atlas. A string
/// that is only measured is never rasterised.
/// Lengths are CSS pixels; what is kept is as fine as the screen's own pixels.
class TextRuns {
public:
    explicit TextRuns(TextRasterizer& rasterizer) : rasterizer_(rasterizer) {}

    /// Starts a frame: runs of another pixel ratio are dropped, and those of the last frame may be.
    void begin_frame(ImFontAtlas& atlas, float pixel_ratio);

    /// How far the pen moves over `text`. Needs no frame's draw list.
    float width(std::string_view text, const TextStyle& style);
    /// Draws `text` with its pen at `x` and its baseline at `baseline`, snapped to the screen's pixels.
    void draw(ImDrawList& list, std::string_view text, const TextStyle& style, float x, float baseline, Color color);
    /// Draws an icon (an SVG path in a 24 by 24 view box) with its top left corner at `x`, `y`.
    void draw_icon(ImDrawList& list, std::string_view path, float size, float x, float y, Color color);

    FontMetrics metrics(const TextStyle& style);
    [[nodiscard]] float pixel_ratio() const { return pixel_ratio_; }

    [[nodiscard]] std::size_t run_count() const { return runs_.size(); }
    [[nodiscard]] std::size_t area_px() const { return area_px_; }

private:
    struct Run {
        std::string key;
        float advance_px = 0;
        std::optional<Raster> raster;  ///< when it was drawn; its pixels are empty once they lie in the atlas
        int atlas_rect = -1;
        std::uint64_t used_in_frame = 0;
    };
    using Runs = std::list<Run>;  ///< most recently used first

    enum class Kind : char { Regular, Medium, Icon };
    Run& find_or_measure(std::string_view text, Kind kind, float size_px, std::uint32_t ink_rgb = white_ink);
    Run& find_or_draw(std::string_view text, Kind kind, float size_px, std::uint32_t ink_rgb = white_ink);
    static FontWeight weight_of(Kind kind);
    void place(ImDrawList& list, Run& run, float x, float y, Color color);
    bool pack(Run& run);
    bool make_room(std::size_t area_px);
    void evict(Runs::iterator run);
    void evict_over_count();
    [[nodiscard]] float snapped(float position) const;

    TextRasterizer& rasterizer_;
    ImFontAtlas* atlas_ = nullptr;
    float pixel_ratio_ = 1;
    std::uint64_t frame_ = 0;
    std::size_t area_px_ = 0;
    Runs runs_;
    std::unordered_map<std::string_view, Runs::iterator> by_key_;  ///< keys point into `runs_`
};

}  // namespace parley::ui
