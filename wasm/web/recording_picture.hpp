#pragma once

#include <emscripten/val.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/recording/types.hpp"
#include "gfx/picture_renderer.hpp"
#include "web/callback.hpp"
#include "web/recording_canvas.hpp"
#include "web/recording_labels.hpp"

namespace parley::web {

/// The picture of a recording, drawn at the beats of a worker, which go on while the page is hidden.
class RecordingPicture {
public:
    /// The <video> of that name, or null while it has no picture.
    using Videos = std::function<emscripten::val(const std::string& element)>;

    RecordingPicture(const core::recording::Shape& shape, Videos videos);
    ~RecordingPicture();
    RecordingPicture(const RecordingPicture&) = delete;
    RecordingPicture& operator=(const RecordingPicture&) = delete;

    emscripten::val track() const { return canvas_.track(); }
    bool usable() const { return !clock_.isNull() && canvas_.usable() && renderer_ && renderer_->ready(); }
    void show(const std::vector<core::recording::Tile>& tiles);
    void run();
    void rest();

    void on_beat();

private:
    void draw_all();
    void draw(const core::recording::Tile& tile);
    void draw_picture(const core::recording::Tile& tile, const emscripten::val& video);
    void draw_initials(const core::recording::Tile& tile);
    void draw_name(const core::recording::Tile& tile);

    core::recording::Shape shape_;
    Videos videos_;
    RecordingCanvas canvas_;
    std::optional<gfx::PictureRenderer> renderer_;
    std::vector<core::recording::Tile> tiles_;
    std::map<std::string, gfx::Texture> pictures_;  ///< by element
    RecordingLabels labels_;
    emscripten::val clock_;  ///< null where there are no workers: then nothing is drawn
    Handle<RecordingPicture> handle_{*this};
};

}  // namespace parley::web
