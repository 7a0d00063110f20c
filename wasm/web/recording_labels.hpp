#pragma once

#include <map>
#include <string>
#include <utility>

#include "gfx/picture_renderer.hpp"
#include "web/text_rasterizer.hpp"

namespace parley::web {

/// White words as textures, each rasterised once. Needs the recording's own context to be current.
class RecordingLabels {
public:
    struct Label {
        gfx::Texture texture;
        int width_px = 0;  ///< 0: nothing is to be seen
        int height_px = 0;
    };

    /// Holds until `forget_surplus` or `clear`.
    const Label& find(const std::string& text, float size_px);
    /// Starts anew when names came and went so often that they fill the memory.
    void forget_surplus();
    void clear() { labels_.clear(); }

private:
    static constexpr std::size_t labels_max = 128;

    TextRasterizer rasterizer_;
    std::map<std::pair<std::string, int>, Label> labels_;  ///< by text and size
};

}  // namespace parley::web
