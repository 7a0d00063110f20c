#include "web/video_layer.hpp"

#include <algorithm>
#include <utility>

namespace parley::web {

using emscripten::val;

namespace {

constexpr double percent_whole = 100;

}  // namespace

VideoLayer::VideoLayer(Sinks sinks)
    : sinks_(std::move(sinks)), container_(val::global("document").call<val>("getElementById", val("videos"))) {}

void VideoLayer::attach(const std::string& name, const val& stream, Sound sound) {
    Video& video = videos_[name];
    if (video.current) {
        video.current->retire();
        // One that never had a picture leaves nothing to look at.
        if (video.current->has_picture()) video.former = std::move(video.current);
    }
    const VideoElement::Sinks sinks{
        .first_frame = [this, name] { on_first_frame(name); },
        .blocked = [this] { sinks_.blocked(); },
    };
    video.current = std::make_unique<VideoElement>(container_, name, sinks);
    place(name, video);
    if (!speaker_.empty() && sound == Sound::Audible) video.current->use_speaker_of(speaker_);
    if (const auto volume = volumes_.find(name); volume != volumes_.end()) video.current->set_volume(volume->second);
    video.current->play(stream, sound);
}

void VideoLayer::use_speaker_of(const std::string& device) {
    speaker_ = device;
    for (auto& [name, video] : videos_) video.current->use_speaker_of(device);
}

void VideoLayer::set_volume(const std::string& name, int percent) {
    const double share = percent / percent_whole;
    volumes_.erase(name);
    if (share < 1) volumes_.emplace(name, share);
    const auto found = videos_.find(name);
    if (found != videos_.end()) found->second.current->set_volume(share);
}

void VideoLayer::on_first_frame(const std::string& name) {
    videos_[name].former.reset();
    sinks_.first_frame(name);
}

void VideoLayer::detach(const std::string& name) { videos_.erase(name); }

val VideoLayer::picture(const std::string& name) const {
    const auto found = videos_.find(name);
    if (found == videos_.end()) return val::null();
    for (const VideoElement* element : {found->second.current.get(), found->second.former.get()}) {
        if (element != nullptr && element->has_picture()) return element->element();
    }
    return val::null();
}

void VideoLayer::place(const std::vector<ui::VideoPlacement>& placements) {
    if (placements == placements_) return;
    placements_ = placements;
    for (auto& [name, video] : videos_) place(name, video);
}

void VideoLayer::place(const std::string& name, const Video& video) {
    const auto placement = std::ranges::find(placements_, name, &ui::VideoPlacement::element);
    for (VideoElement* element : {video.former.get(), video.current.get()}) {
        if (element == nullptr) continue;
        if (placement == placements_.end()) {
            element->hide();
        } else {
            element->show_at(*placement);
        }
    }
}

val VideoLayer::find(const std::string& name) const {
    const auto found = videos_.find(name);
    return found == videos_.end() ? val::undefined() : found->second.current->element();
}

void VideoLayer::resume() {
    for (auto& [name, video] : videos_) video.current->resume();
}

}  // namespace parley::web
