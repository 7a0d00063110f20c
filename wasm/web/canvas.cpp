#include "web/canvas.hpp"

#include <emscripten/bind.h>

#include <utility>

namespace parley::web {

namespace {

using emscripten::val;

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE make_context() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = true;
    attributes.premultipliedAlpha = true;
    attributes.antialias = false;
    attributes.depth = false;
    attributes.stencil = false;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas", &attributes);
    if (context <= 0) return 0;
    emscripten_webgl_make_context_current(context);
    return context;
}

void canvas_lost(int handle, val event) {
    if (Canvas* canvas = Handle<Canvas>::find(handle)) canvas->on_lost(event);
}

void canvas_restored(int handle, val /*event*/) {
    if (Canvas* canvas = Handle<Canvas>::find(handle)) canvas->on_restored();
}

}  // namespace

EMSCRIPTEN_BINDINGS(parley_canvas) {
    emscripten::function("canvas_lost", &canvas_lost);
    emscripten::function("canvas_restored", &canvas_restored);
}

Canvas::Canvas(Sinks sinks)
    : sinks_(std::move(sinks)),
      element_(val::global("document").call<val>("getElementById", val("canvas"))),
      context_(make_context()),
      lost_listener_(callback("canvas_lost", handle_.number())),
      restored_listener_(callback("canvas_restored", handle_.number())) {
    element_.call<void>("addEventListener", val("webglcontextlost"), lost_listener_);
    element_.call<void>("addEventListener", val("webglcontextrestored"), restored_listener_);
}

Canvas::~Canvas() {
    element_.call<void>("removeEventListener", val("webglcontextlost"), lost_listener_);
    element_.call<void>("removeEventListener", val("webglcontextrestored"), restored_listener_);
    if (context_ > 0) emscripten_webgl_destroy_context(context_);
}

bool Canvas::usable() const { return context_ > 0 && !emscripten_is_webgl_context_lost(context_); }

void Canvas::resize(int width_px, int height_px) {
    if (element_["width"].as<int>() != width_px) element_.set("width", width_px);
    if (element_["height"].as<int>() != height_px) element_.set("height", height_px);
}

void Canvas::on_lost(const val& event) {
    // Without this the browser never gives the context back.
    event.call<void>("preventDefault");
    sinks_.lost();
}

void Canvas::on_restored() { sinks_.restored(); }

}  // namespace parley::web
