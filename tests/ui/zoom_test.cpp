#include "ui/zoom.hpp"

#include <gtest/gtest.h>

#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

constexpr Rect tile{100, 50, 800, 600};
constexpr float rounding = 0.05F;

/// Where a point of the whole, given by its shares, lies.
float x_of(const Zoom& zoom, float share) {
    const Rect whole = whole_of(zoom, tile);
    return whole.x + share * whole.width;
}

void expect_covers(const Zoom& zoom) {
    const Rect whole = whole_of(zoom, tile);
    EXPECT_LE(whole.x, tile.x + rounding);
    EXPECT_LE(whole.y, tile.y + rounding);
    EXPECT_GE(right(whole), right(tile) - rounding);
    EXPECT_GE(bottom(whole), bottom(tile) - rounding);
}

TEST(Zoom, BeginsWithAllOfIt) { EXPECT_EQ(whole_of({}, tile), tile); }

TEST(Zoom, KeepsWhatIsUnderThePointWhereItIs) {
    const Zoom twice = zoomed({}, tile, 2, 300, 200);
    const Zoom more = zoomed(twice, tile, 1.7F, 300, 200);
    EXPECT_NEAR(x_of(twice, 0.25F), 300, rounding);
    EXPECT_NEAR(x_of(more, 0.25F), 300, rounding);
    EXPECT_NEAR(zoomed({}, tile, 2).middle_x, 0.5F, 1e-4F);
}

TEST(Zoom, NeverShowsWhatLiesPastTheEdges) {
    for (const float x : {100.0F, 500.0F, 900.0F})
        for (const float y : {50.0F, 350.0F, 650.0F}) {
            Zoom zoom = zoomed({}, tile, 4, x, y);
            expect_covers(zoom);
            zoom = panned(zoom, tile, 5'000, -5'000);
            expect_covers(zoom);
            zoom = zoomed(zoom, tile, 0.3F, y, x);
            expect_covers(zoom);
        }
}

TEST(Zoom, HasALeastAndAMost) {
    EXPECT_EQ(zoomed({}, tile, 0.1F), Zoom{});
    EXPECT_FLOAT_EQ(zoomed({}, tile, 1'000).scale, zoom_max);
    EXPECT_EQ(zoomed(zoomed({}, tile, 3, 120, 60), tile, 0.01F), Zoom{}) << "and is whole again afterwards";
}

TEST(Zoom, MovesWithTheFinger) {
    const Zoom zoom = zoomed({}, tile, 4);
    const Zoom moved = panned(zoom, tile, 40, 0);
    EXPECT_NEAR(x_of(moved, 0.5F) - x_of(zoom, 0.5F), 40, rounding);
}

TEST(Zoom, DoesNotMoveWhatIsSeenWhole) { EXPECT_EQ(panned({}, tile, 40, 40), Zoom{}); }

TEST(Zoom, BearsATileWithoutASize) {
    const Zoom zoom = zoomed({}, {0, 0, 0, 0}, 2, 0, 0);
    EXPECT_EQ(panned(zoom, {0, 0, 0, 0}, 10, 10), zoom);
}

}  // namespace
}  // namespace parley::ui
