#include "web/floating_picture.hpp"

#include <emscripten/bind.h>

#include <string>
#include <utility>

namespace parley::web {

using emscripten::val;

namespace {

val document() { return val::global("document"); }

void floating_picture_event(int handle, val event) {
    if (auto* picture = Handle<FloatingPicture>::find(handle)) picture->on_event(event);
}
// One without a picture yet can't float, and a person may have closed it first.
void floating_picture_refused(int /*handle*/, val /*error*/) {}

EMSCRIPTEN_BINDINGS(floating_picture) {
    emscripten::function("floating_picture_event", &floating_picture_event);
    emscripten::function("floating_picture_refused", &floating_picture_refused);
}

}  // namespace

FloatingPicture::FloatingPicture(Sink sink)
    : sink_(std::move(sink)), listener_(callback("floating_picture_event", handle_.number())) {
    // Browsers offer it in menus of their own too.
    document()
        .call<val>("getElementById", val("videos"))
        .call<void>("addEventListener", val("enterpictureinpicture"), listener_);
}

bool FloatingPicture::offered() {
    const val enabled = document()["pictureInPictureEnabled"];
    return enabled.isTrue();
}

void FloatingPicture::settle(const val& promise) {
    promise.call<val>("catch", callback("floating_picture_refused", handle_.number()));
}

void FloatingPicture::show(const val& video) {
    if (offered() && !video.isUndefined()) settle(video.call<val>("requestPictureInPicture"));
}

void FloatingPicture::land() {
    if (offered() && !document()["pictureInPictureElement"].isNull())
        settle(document().call<val>("exitPictureInPicture"));
}

void FloatingPicture::on_event(const val& event) {
    // An element that was taken from the page tells nobody but itself that it floats no more.
    if (event["type"].strictlyEquals(val("enterpictureinpicture")))
        event["target"].call<void>("addEventListener", val("leavepictureinpicture"), listener_);
    const val floating = document()["pictureInPictureElement"];
    const val name = floating.isNull() ? val::undefined() : floating["dataset"]["element"];
    sink_(core::input::PictureFloats{name.isUndefined() ? std::string() : name.as<std::string>()});
}

}  // namespace parley::web
