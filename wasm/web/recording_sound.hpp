#pragma once

#include <emscripten/val.h>

#include <vector>

namespace parley::web {

/// Every voice of a recording on one track (W3C Web Audio). Silence until something is mixed in.
class RecordingSound {
public:
    RecordingSound();
    ~RecordingSound();
    RecordingSound(const RecordingSound&) = delete;
    RecordingSound& operator=(const RecordingSound&) = delete;

    /// A MediaStreamTrack.
    emscripten::val track() const;
    /// Exactly these are heard from now on: MediaStreamTracks.
    void mix(const std::vector<emscripten::val>& tracks);

private:
    struct Voice {
        emscripten::val track;
        emscripten::val node;
    };
    emscripten::val audio_;
    emscripten::val mixed_;
    std::vector<Voice> voices_;
};

}  // namespace parley::web
