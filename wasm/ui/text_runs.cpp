#include "ui/text_runs.hpp"

#include <cmath>
#include <cstring>
#include <iterator>
#include <utility>

#include "ui/draw.hpp"

namespace parley::ui {

namespace {

std::size_t area_of(const Raster& raster) {
    return static_cast<std::size_t>(raster.width_px) * static_cast<std::size_t>(raster.height_px);
}

/// Icons come with no colour, runs of emoji with their own: only their opacity may be changed.
Color tint_for(const Raster& raster, Color color) { return raster.colored ? (0xFFFFFF00U | (color & 0xFFU)) : color; }

}  // namespace

void TextRuns::begin_frame(ImFontAtlas& atlas, float pixel_ratio) {
    atlas_ = &atlas;
    ++frame_;
    if (pixel_ratio == pixel_ratio_) return;
    while (!runs_.empty()) evict(runs_.begin());
    pixel_ratio_ = pixel_ratio;
}

float TextRuns::width(std::string_view text, const TextStyle& style) {
    if (text.empty()) return 0;
    const Kind kind = style.weight == FontWeight::Medium ? Kind::Medium : Kind::Regular;
    return find_or_measure(text, kind, style.size * pixel_ratio_).advance_px / pixel_ratio_;
}

void TextRuns::draw(ImDrawList& list, std::string_view text, const TextStyle& style, float x, float baseline,
                    Color color) {
    if (text.empty()) return;
    const Kind kind = style.weight == FontWeight::Medium ? Kind::Medium : Kind::Regular;
    Run* run = &find_or_draw(text, kind, style.size * pixel_ratio_);
    // Letters beside emoji can't be tinted without tinting those too.
    if (run->raster->colored) run = &find_or_draw(text, kind, style.size * pixel_ratio_, color >> 8U);
    place(list, *run, x + run->raster->left_px / pixel_ratio_, snapped(baseline) - run->raster->top_px / pixel_ratio_,
          color);
}

void TextRuns::draw_icon(ImDrawList& list, std::string_view path, float size, float x, float y, Color color) {
    Run& run = find_or_draw(path, Kind::Icon, std::round(size * pixel_ratio_));
    place(list, run, x + run.raster->left_px / pixel_ratio_, y - run.raster->top_px / pixel_ratio_, color);
}

FontMetrics TextRuns::metrics(const TextStyle& style) {
    const FontMetrics device = rasterizer_.metrics(style.weight, style.size * pixel_ratio_);
    return {device.ascent_px / pixel_ratio_, device.descent_px / pixel_ratio_};
}

TextRuns::Run& TextRuns::find_or_measure(std::string_view text, Kind kind, float size_px, std::uint32_t ink_rgb) {
    std::string key(1 + sizeof size_px + sizeof ink_rgb, static_cast<char>(kind));
    std::memcpy(key.data() + 1, &size_px, sizeof size_px);
    std::memcpy(key.data() + 1 + sizeof size_px, &ink_rgb, sizeof ink_rgb);
    key += text;
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
        runs_.splice(runs_.begin(), runs_, found->second);
    } else {
        const float advance_px = kind == Kind::Icon ? size_px : rasterizer_.advance_px(text, weight_of(kind), size_px);
        runs_.push_front({std::move(key), advance_px, std::nullopt, -1, frame_});
        by_key_.emplace(runs_.front().key, runs_.begin());
        evict_over_count();
    }
    runs_.front().used_in_frame = frame_;
    return runs_.front();
}

TextRuns::Run& TextRuns::find_or_draw(std::string_view text, Kind kind, float size_px, std::uint32_t ink_rgb) {
    Run& run = find_or_measure(text, kind, size_px, ink_rgb);
    if (!run.raster)
        run.raster = kind == Kind::Icon ? rasterizer_.icon(text, size_px)
                                        : rasterizer_.text(text, weight_of(kind), size_px, ink_rgb);
    return run;
}

FontWeight TextRuns::weight_of(Kind kind) { return kind == Kind::Medium ? FontWeight::Medium : FontWeight::Regular; }

void TextRuns::place(ImDrawList& list, Run& run, float x, float y, Color color) {
    if (!pack(run)) return;
    ImFontAtlasRect rect;
    if (!atlas_->GetCustomRect(run.atlas_rect, &rect)) return;
    const ImVec2 from(snapped(x), snapped(y));
    const ImVec2 to(from.x + static_cast<float>(rect.w) / pixel_ratio_,
                    from.y + static_cast<float>(rect.h) / pixel_ratio_);
    list.AddImage(atlas_->TexRef, from, to, rect.uv0, rect.uv1, packed(tint_for(*run.raster, color)));
}

/// Moves the pixels of `run` into the atlas; false for blanks and when there is no room.
bool TextRuns::pack(Run& run) {
    if (run.atlas_rect >= 0) return true;
    if (run.raster->rgba.empty() || runs_.size() > run_limits::runs_max || !make_room(area_of(*run.raster)))
        return false;
    ImFontAtlasRect rect;
    run.atlas_rect = atlas_->AddCustomRect(run.raster->width_px, run.raster->height_px, &rect);
    if (run.atlas_rect < 0) return false;
    const std::size_t row = static_cast<std::size_t>(run.raster->width_px) * 4;
    for (int y = 0; y < run.raster->height_px; ++y)
        std::memcpy(atlas_->TexData->GetPixelsAt(rect.x, rect.y + y),
                    run.raster->rgba.data() + static_cast<std::size_t>(y) * row, row);
    area_px_ += area_of(*run.raster);
    run.raster->rgba = {};
    return true;
}

bool TextRuns::make_room(std::size_t area_px) {
    while (area_px_ + area_px > run_limits::area_max_px) {
        const auto oldest = std::prev(runs_.end());
        if (oldest->used_in_frame == frame_) return false;
        evict(oldest);
    }
    return true;
}

void TextRuns::evict(Runs::iterator run) {
    if (run->atlas_rect >= 0) {
        atlas_->RemoveCustomRect(run->atlas_rect);
        area_px_ -= area_of(*run->raster);
    }
    by_key_.erase(run->key);
    runs_.erase(run);
}

/// Runs that were only measured may go even in their own frame: nothing drawn refers to them.
void TextRuns::evict_over_count() {
    for (auto run = std::prev(runs_.end()); runs_.size() > run_limits::runs_max && run != runs_.begin();) {
        const auto candidate = run--;
        if (candidate->used_in_frame != frame_ || candidate->atlas_rect < 0) evict(candidate);
    }
}

float TextRuns::snapped(float position) const { return std::round(position * pixel_ratio_) / pixel_ratio_; }

}  // namespace parley::ui
