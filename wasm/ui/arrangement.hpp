#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/view.hpp"
#include "ui/semantics.hpp"

/// Where the tiles of a call lie: first which are large, then where each is. Pure functions; what happens over time is
/// the stage's.
namespace parley::ui {

/// Every tile that has a place: people in the order of arrival, oneself first and only if shown, each followed by what
/// they present. What one presents oneself is no tile: it would show itself in itself.
std::vector<core::Tile> tiles_of(const core::View& view);

/// Brings `order` in line with who is there: who leaves closes the gap, who comes is last, nobody else moves.
void follow(std::vector<core::Tile>& order, const std::vector<core::Tile>& tiles);

/// When one tile becomes large in another's stead they exchange places, so that nobody else moves.
void exchange(std::vector<core::Tile>& order, const std::vector<core::Tile>& large_before,
              const std::vector<core::Tile>& large_now);

/// A call before it has a size.
struct StagePlan {
    enum class Form : std::uint8_t {
        Grid,    ///< all are equal; none is large
        Row,     ///< the others below the large ones
        Column,  ///< the others at their side
    };
    std::vector<core::Tile> large;
    std::vector<core::Tile> others;
    Form form = Form::Grid;
    std::optional<core::Tile> floating;  ///< the own picture, when all others are large
};

StagePlan plan_stage(const core::View& view, const std::vector<core::Tile>& order, const Rect& area);

struct Arrangement {
    enum class Part : std::uint8_t { Equal, Large, Small, Floating };
    struct Placed {
        core::Tile tile;
        Rect rect;
        Part part = Part::Equal;
        friend bool operator==(const Placed&, const Placed&) = default;
    };
    /// Of more tiles than fit only a page is shown.
    struct Pages {
        Rect rect;  ///< for the controls that turn them
        std::size_t page = 0;
        std::size_t count = 1;
        friend bool operator==(const Pages&, const Pages&) = default;
    };
    std::vector<Placed> tiles;  ///< that which floats last
    std::optional<Pages> pages;
    Rect floor;  ///< in a corner of which the own picture or its chip floats
    friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

/// `page`: counted from 0; one that is not there becomes the last.
Arrangement arrange(const StagePlan& plan, core::Corner corner, const Rect& area, std::size_t page);

/// A rectangle of that size in a corner of `floor`.
Rect in_corner(const Rect& floor, core::Corner corner, float width, float height);
/// The corner that is next to where `rect` lies in `floor`.
core::Corner nearest_corner(const Rect& floor, const Rect& rect);
/// The next one, clockwise.
core::Corner after(core::Corner corner);

/// Pixels between tiles.
inline constexpr float tile_gap = 8;

}  // namespace parley::ui
