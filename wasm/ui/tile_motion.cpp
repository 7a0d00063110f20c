#include "ui/tile_motion.hpp"

#include <algorithm>

namespace parley::ui {

namespace {

/// Quick at first, slow at the end.
float eased(double part) {
    const auto rest = static_cast<float>(1 - std::clamp(part, 0.0, 1.0));
    return 1 - rest * rest * rest;
}

float between(float from, float to, float part) { return from + (to - from) * part; }

Rect between(const Rect& from, const Rect& to, float part) {
    return {between(from.x, to.x, part), between(from.y, to.y, part), between(from.width, to.width, part),
            between(from.height, to.height, part)};
}

}  // namespace

TileMotion::Way* TileMotion::find(const core::Tile& tile) {
    const auto found = std::ranges::find(ways_, tile, &Way::tile);
    return found == ways_.end() ? nullptr : &*found;
}

void TileMotion::begin(const Surface& surface) {
    if (surface.width != width_ || surface.height != height_) ways_.clear();
    width_ = surface.width;
    height_ = surface.height;
    for (Way& way : ways_) way.wanted = false;
}

Rect TileMotion::follow(Context& context, const core::Tile& tile, const Rect& target) {
    Way* way = find(tile);
    if (way == nullptr || context.surface.motion == Motion::Reduced) {
        hold(tile, target);
        return target;
    }
    way->wanted = true;
    if (way->to != target) {
        way->from = way->now;
        way->to = target;
        way->since_s = context.now_s;
    }
    const double part = (context.now_s - way->since_s) / duration::tile_move_s;
    way->now = part >= 1 ? target : between(way->from, target, eased(part));
    if (way->now != target) request_frame(context, 0);
    return way->now;
}

void TileMotion::hold(const core::Tile& tile, const Rect& place) {
    Way* way = find(tile);
    if (way == nullptr) way = &ways_.emplace_back(Way{.tile = tile});
    way->from = way->to = way->now = place;
    way->wanted = true;
}

void TileMotion::end() {
    std::erase_if(ways_, [](const Way& way) { return !way.wanted; });
}

}  // namespace parley::ui
