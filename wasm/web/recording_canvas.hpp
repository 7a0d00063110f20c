#pragma once

#include <emscripten/html5_webgl.h>
#include <emscripten/val.h>

namespace parley::web {

/// A canvas that nobody sees, with a WebGL2 context of its own.
class RecordingCanvas {
public:
    RecordingCanvas(int width, int height);
    ~RecordingCanvas();
    RecordingCanvas(const RecordingCanvas&) = delete;
    RecordingCanvas& operator=(const RecordingCanvas&) = delete;

    bool usable() const { return context_ > 0 && !emscripten_is_webgl_context_lost(context_); }
    /// A MediaStreamTrack with every picture that is drawn.
    emscripten::val track() const { return track_; }
    /// Fills the bound texture with what `video` shows now.
    void upload(const emscripten::val& video) const;

    /// While it lives GL draws here, and afterwards where it did before.
    class Current {
    public:
        explicit Current(const RecordingCanvas& canvas);
        ~Current();
        Current(const Current&) = delete;
        Current& operator=(const Current&) = delete;

    private:
        EMSCRIPTEN_WEBGL_CONTEXT_HANDLE former_;
    };

private:
    emscripten::val element_;
    emscripten::val gl_;
    emscripten::val track_;
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_ = 0;
};

}  // namespace parley::web
