#include "web/video_layer.hpp"

#include <algorithm>
#include <utility>

namespace parley::web {

using emscripten::val;

VideoLayer::VideoLayer(Sinks sinks)
    : sinks_(std::move(sinks)), container_(val::global("document").call<val>("getElementById", val("videos"))) {}

void VideoLayer::attach(const std::string& name, const val& stream, Sound sound) {
    auto found = videos_.find(name);
    if (found == videos_.end()) {
        const VideoElement::Sinks sinks{
            .first_frame = [this, name] { sinks_.first_frame(name); },
            .blocked = [this] { sinks_.blocked(); },
        };
        found = videos_.try_emplace(name, container_, name, sinks).first;
        place(name, found->second);
    }
    found->second.play(stream, sound);
}

void VideoLayer::detach(const std::string& name) { videos_.erase(name); }

void VideoLayer::place(const std::vector<ui::VideoPlacement>& placements) {
    if (placements == placements_) return;
    placements_ = placements;
    for (auto& [name, video] : videos_) place(name, video);
}

void VideoLayer::place(const std::string& name, VideoElement& video) {
    const auto placement = std::find_if(placements_.begin(), placements_.end(),
                                        [&name](const ui::VideoPlacement& one) { return one.element == name; });
    if (placement == placements_.end()) {
        video.hide();
    } else {
        video.show_at(*placement);
    }
}

void VideoLayer::resume() {
    for (auto& [name, video] : videos_) video.resume();
}

}  // namespace parley::web
