#include "web/recording_canvas.hpp"

#include <GLES3/gl3.h>

namespace parley::web {

using emscripten::val;

RecordingCanvas::RecordingCanvas(int width, int height)
    : element_(val::global("document").call<val>("createElement", val("canvas"))) {
    element_.set("id", "recording-canvas");
    element_.set("hidden", true);
    element_.set("width", width);
    element_.set("height", height);
    const val body = val::global("document")["body"];
    body.call<void>("appendChild", element_);
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = false;
    attributes.antialias = false;
    attributes.depth = false;
    attributes.stencil = false;
    // Emscripten finds a canvas in the document only; it need not stay there.
    context_ = emscripten_webgl_create_context("#recording-canvas", &attributes);
    element_.call<void>("remove");
    if (context_ <= 0) return;
    gl_ = element_.call<val>("getContext", val("webgl2"));
    track_ = element_.call<val>("captureStream").call<val>("getVideoTracks")[0];
}

RecordingCanvas::~RecordingCanvas() {
    if (context_ <= 0) return;
    track_.call<void>("stop");
    emscripten_webgl_destroy_context(context_);
}

void RecordingCanvas::upload(const val& video) const {
    gl_.call<void>("texImage2D", GL_TEXTURE_2D, 0, GL_RGBA, GL_RGBA, GL_UNSIGNED_BYTE, video);
}

RecordingCanvas::Current::Current(const RecordingCanvas& canvas) : former_(emscripten_webgl_get_current_context()) {
    emscripten_webgl_make_context_current(canvas.context_);
}

RecordingCanvas::Current::~Current() { emscripten_webgl_make_context_current(former_); }

}  // namespace parley::web
