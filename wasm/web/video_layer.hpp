#pragma once

#include <emscripten/val.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ui/frame.hpp"
#include "web/video_element.hpp"

namespace parley::web {

/// The <video> elements under the canvas, inside the page's element `#videos`, by the names that the
/// interface places them with.
class VideoLayer {
public:
    struct Sinks {
        /// The first picture of what was last attached under this name is decoded.
        std::function<void(const std::string& name)> first_frame;
        /// The browser plays no sound without a gesture, only the picture: call resume() in one.
        std::function<void()> blocked;
    };

    explicit VideoLayer(Sinks sinks);

    /// Plays `stream` (a MediaStream) under `name`, in place of what played there: its sound stops now, and its picture
    /// stays until the new one has its first.
    void attach(const std::string& name, const emscripten::val& stream, Sound sound);
    void detach(const std::string& name);
    /// The <video> under that name that has a picture; null without.
    emscripten::val picture(const std::string& name) const;

    /// Shows these and hides all others, which go on playing. A name without a stream is shown once it has one.
    void place(const std::vector<ui::VideoPlacement>& placements);

    /// The <video> of that name, or undefined.
    [[nodiscard]] emscripten::val find(const std::string& name) const;
    /// For all, now and later; empty: the one that the system prefers.
    void use_speaker_of(const std::string& device);
    /// Of what plays under that name, now and later. 100: as loud as it is.
    void set_volume(const std::string& name, int percent);

    /// Turns on the sound that the browser refused. Call it in a user's gesture.
    void resume();

private:
    struct Video {
        std::unique_ptr<VideoElement> former;  ///< lies below `current` while that has no picture
        std::unique_ptr<VideoElement> current;
    };

    void on_first_frame(const std::string& name);
    void place(const std::string& name, const Video& video);

    Sinks sinks_;
    emscripten::val container_;
    std::map<std::string, Video> videos_;
    std::vector<ui::VideoPlacement> placements_;
    std::string speaker_;
    std::map<std::string, double> volumes_;  ///< of those that are not as loud as they are
};

}  // namespace parley::web
