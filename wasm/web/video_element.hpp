#pragma once

#include <emscripten/val.h>

#include <functional>
#include <optional>
#include <string>

#include "ui/frame.hpp"
#include "web/callback.hpp"

namespace parley::web {

enum class Sound { Audible, Muted };

/// One <video> under the canvas, for one stream. It plays the sound whether it is seen or not.
class VideoElement {
public:
    struct Sinks {
        std::function<void()> first_frame;  ///< once
        std::function<void()> blocked;      ///< without a gesture the browser plays no sound: only the picture runs
    };

    /// `name` is the element's `data-element`, for stylesheets and tests.
    VideoElement(const emscripten::val& container, const std::string& name, Sinks sinks);
    ~VideoElement();
    VideoElement(const VideoElement&) = delete;
    VideoElement& operator=(const VideoElement&) = delete;

    /// Plays `stream`, a MediaStream. Called once.
    void play(const emscripten::val& stream, Sound sound);
    /// Plays the sound too after `blocked`. Call it in a user's gesture.
    void resume();

    void use_speaker_of(const std::string& device);
    void set_volume(double share);  ///< 0 to 1

    /// Another takes its name: silent from now on, it shows what it has.
    void retire();
    bool has_picture() const { return has_picture_; }
    const emscripten::val& element() const { return element_; }

    void show_at(const ui::VideoPlacement& placement);
    void hide();

    void on_frame();
    void on_refused(const emscripten::val& error);

private:
    void start();

    Sinks sinks_;
    emscripten::val element_;
    std::optional<ui::VideoPlacement> shown_at_;  ///< nothing while it is hidden
    bool has_picture_ = false;
    bool silenced_ = false;  ///< muted because the browser refused sound, until resume()
    Handle<VideoElement> handle_{*this};
};

}  // namespace parley::web
