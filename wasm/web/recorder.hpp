#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "core/output/recording.hpp"
#include "web/callback.hpp"
#include "web/recording_picture.hpp"
#include "web/recording_sound.hpp"

namespace parley::web {

/// One MediaRecorder (W3C MediaStream Recording) with the picture and the sound that it records. Ends with its life.
class Recorder {
public:
    enum class End : std::uint8_t { Wanted, Failure };  ///< whether it was told to stop
    struct Sinks {
        std::function<void(const emscripten::val& chunk)> chunk;  ///< a Blob; they follow each other in one file
        std::function<void(End)> ended;                           ///< after the last chunk
    };

    Recorder(const core::output::StartRecorder& order, RecordingPicture::Videos videos, Sinks sinks);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// False: the browser can't after all.
    [[nodiscard]] bool start();
    void compose(const std::vector<core::recording::Tile>& tiles, const std::vector<emscripten::val>& sound_tracks);
    void pause();
    void resume();
    /// It ends once all that it was given has been encoded.
    void stop();

    void on_event(const emscripten::val& event);
    void on_look();

private:
    void look_later();
    [[nodiscard]] bool is(const char* state) const;

    core::output::StartRecorder order_;
    Sinks sinks_;
    RecordingPicture picture_;
    RecordingSound sound_;
    emscripten::val recorder_;
    bool told_to_stop_ = false;
    double told_at_ms_ = 0;     ///< to stop
    double last_chunk_ms_ = 0;  ///< the last that was not empty
    Handle<Recorder> handle_{*this};
};

/// What the browser's MediaRecorder can write.
std::vector<core::recording::Format> recorder_formats();

}  // namespace parley::web
