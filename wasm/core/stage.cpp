#include "core/stage.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"

namespace parley::core {
namespace {

bool shows(const ParticipantView& person, const Tile& tile) {
    return person.peer == tile.peer && (tile.kind == Tile::Kind::Person || person.screen_on);
}

}  // namespace

void Stage::settle(TimeMs now, const std::vector<ParticipantView>& people) {
    speaker_.hear(now, people);
    // Whoever comes back begins unpinned: a place that fills itself again would surprise.
    std::erase_if(pinned_, [&](const Tile& tile) {
        return std::ranges::none_of(people, [&](const ParticipantView& person) { return shows(person, tile); });
    });
}

void Stage::pin(const Tile& tile) {
    if (std::ranges::find(pinned_, tile) != pinned_.end()) return;
    if (pinned_.size() >= bounds::pins_max) pinned_.erase(pinned_.begin());
    pinned_.push_back(tile);
}

void Stage::unpin(const Tile& tile) { std::erase(pinned_, tile); }

// A hidden page shows nothing, and yet the picture that floats is looked at: that is what it floats for.
input::PicturesShown Stage::with_floating(input::PicturesShown shown) const {
    if (floating_.empty()) return shown;
    const auto found = std::ranges::find(shown.pictures, floating_, &input::PicturesShown::Picture::element);
    if (found == shown.pictures.end()) {
        shown.pictures.push_back({floating_, bounds::floating_picture_lines});
    } else {
        found->height = std::max(found->height, bounds::floating_picture_lines);
    }
    return shown;
}

StageView Stage::view() const {
    return {.speaker = speaker_.chosen(),
            .pinned = pinned_,
            .full_screen = full_screen_,
            .full_screen_offered = abilities_.full_screen,
            .floating = floating_,
            .floating_offered = abilities_.picture_in_picture};
}

}  // namespace parley::core
