#include "web/video_element.hpp"

#include <emscripten/bind.h>

#include <utility>

#include "web/css.hpp"
#include "web/speaker.hpp"

namespace parley::web {

namespace {

using emscripten::val;

void video_frame(int handle, val /*now*/, val /*metadata*/) {
    if (VideoElement* video = Handle<VideoElement>::find(handle)) video->on_frame();
}

void video_loaded(int handle, val /*event*/) {
    if (VideoElement* video = Handle<VideoElement>::find(handle)) video->on_frame();
}

void video_refused(int handle, val error) {
    if (VideoElement* video = Handle<VideoElement>::find(handle)) video->on_refused(error);
}

}  // namespace

EMSCRIPTEN_BINDINGS(parley_video_element) {
    emscripten::function("video_frame", &video_frame);
    emscripten::function("video_loaded", &video_loaded);
    emscripten::function("video_refused", &video_refused);
}

VideoElement::VideoElement(const val& container, const std::string& name, Sinks sinks)
    : sinks_(std::move(sinks)), element_(val::global("document").call<val>("createElement", val("video"))) {
    element_.set("playsInline", true);
    element_.set("disableRemotePlayback", true);
    element_["dataset"].set("element", name);
    hide();
    container.call<void>("appendChild", element_);
}

VideoElement::~VideoElement() {
    element_.set("srcObject", val::null());
    element_.call<void>("remove");
}

void VideoElement::play(const val& stream, Sound sound) {
    element_.set("muted", sound == Sound::Muted);
    element_.set("srcObject", stream);
    if (element_["requestVideoFrameCallback"].isUndefined()) {
        element_.call<void>("addEventListener", val("loadeddata"), callback("video_loaded", handle_.number()));
    } else {
        element_.call<val>("requestVideoFrameCallback", callback("video_frame", handle_.number()));
    }
    start();
}

void VideoElement::resume() {
    if (!std::exchange(silenced_, false)) return;
    element_.set("muted", false);
    start();
}

void VideoElement::use_speaker_of(const std::string& device) { use_speaker(element_, device); }

void VideoElement::set_volume(double share) { element_.set("volume", share); }

void VideoElement::retire() {
    element_.set("muted", true);
    element_.call<void>("removeAttribute", val("data-element"));
}

void VideoElement::start() {
    const val promise = element_.call<val>("play");
    promise.call<val>("catch", callback("video_refused", handle_.number()));
}

void VideoElement::show_at(const ui::VideoPlacement& placement) {
    if (shown_at_ == placement) return;
    shown_at_ = placement;
    val style = element_["style"];
    const ui::Rect& place = placement.whole.value_or(placement.rect);
    style.set("left", css_pixels(place.x));
    style.set("top", css_pixels(place.y));
    style.set("width", css_pixels(place.width));
    style.set("height", css_pixels(place.height));
    style.set("borderRadius", css_pixels(placement.whole ? 0 : placement.corner_radius));
    style.set("clipPath",
              placement.whole ? css_inset(*placement.whole, placement.rect, placement.corner_radius) : val("none"));
    style.set("zIndex", val(placement.level == ui::VideoPlacement::Level::Floating ? "1" : "0"));
    style.set("objectFit", val(placement.fit == ui::VideoPlacement::Fit::Cover ? "cover" : "contain"));
    style.set("transform", val(placement.mirrored ? "scaleX(-1)" : "none"));
    style.set("visibility", val("visible"));
}

void VideoElement::hide() {
    shown_at_.reset();
    element_["style"].set("visibility", val("hidden"));
}

void VideoElement::on_frame() {
    if (std::exchange(has_picture_, true)) return;
    sinks_.first_frame();
}

void VideoElement::on_refused(const val& error) {
    // AbortError only says that another stream took its place; and without sound nothing is ever refused.
    if (error["name"].as<std::string>() != "NotAllowedError" || element_["muted"].as<bool>()) return;
    silenced_ = true;
    element_.set("muted", true);
    start();
    sinks_.blocked();
}

}  // namespace parley::web
