#include "web/recording_labels.hpp"

namespace parley::web {

const RecordingLabels::Label& RecordingLabels::find(const std::string& text, float size_px) {
    Label& label = labels_[{text, static_cast<int>(size_px)}];
    if (label.texture || text.empty()) return label;
    const ui::Raster raster = rasterizer_.text(text, ui::FontWeight::Medium, size_px, ui::white_ink);
    label.texture = gfx::make_picture_texture();
    if (raster.rgba.empty()) return label;
    label.width_px = raster.width_px;
    label.height_px = raster.height_px;
    gfx::fill_texture(label.texture, raster.width_px, raster.height_px, raster.rgba);
    return label;
}

void RecordingLabels::forget_surplus() {
    if (labels_.size() > labels_max) labels_.clear();
}

}  // namespace parley::web
