#include "web/video_layer.hpp"

#include <algorithm>
#include <utility>

namespace parley::web {

using emscripten::val;

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
    video.current->play(stream, sound);
}

void VideoLayer::on_first_frame(const std::string& name) {
    videos_[name].former.reset();
    sinks_.first_frame(name);
}

void VideoLayer::detach(const std::string& name) { videos_.erase(name); }

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

void VideoLayer::resume() {
    for (auto& [name, video] : videos_) video.current->resume();
}

}  // namespace parley::web
