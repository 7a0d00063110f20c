#include "web/full_screen.hpp"

#include <emscripten/bind.h>

#include <utility>

namespace parley::web {

using core::Switched;
using emscripten::val;

namespace {

val document() { return val::global("document"); }

void full_screen_changed(int handle, val /*event*/) {
    if (auto* screen = Handle<FullScreen>::find(handle)) screen->on_changed();
}
// What was refused changes nothing, and nothing was said of it yet.
void full_screen_refused(int /*handle*/, val /*error*/) {}

EMSCRIPTEN_BINDINGS(full_screen) {
    emscripten::function("full_screen_changed", &full_screen_changed);
    emscripten::function("full_screen_refused", &full_screen_refused);
}

}  // namespace

FullScreen::FullScreen(Sink sink) : sink_(std::move(sink)) {
    document().call<void>("addEventListener", val("fullscreenchange"),
                          callback("full_screen_changed", handle_.number()));
}

bool FullScreen::offered() { return document()["fullscreenEnabled"].as<bool>(); }

void FullScreen::set(Switched state) {
    if (!offered()) return;
    const bool has_it = !document()["fullscreenElement"].isNull();
    if (has_it == (state == Switched::On)) return;
    const val promise = state == Switched::On ? document()["documentElement"].call<val>("requestFullscreen")
                                              : document().call<val>("exitFullscreen");
    promise.call<val>("catch", callback("full_screen_refused", handle_.number()));
}

void FullScreen::on_changed() {
    const bool has_it = !document()["fullscreenElement"].isNull();
    sink_(core::input::FullScreenChanged{has_it ? Switched::On : Switched::Off});
}

}  // namespace parley::web
