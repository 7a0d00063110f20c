#include "ui/grid.hpp"

#include <gtest/gtest.h>

#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

constexpr float gap = 8;
constexpr Rect surfaces[] = {{0, 0, 1280, 640}, {8, 8, 374, 700}, {0, 0, 2560, 1360}, {10, 20, 304, 400},
                             {0, 0, 828, 320},  {0, 0, 700, 700}, {8, 8, 916, 624}};

template <class Check>
void for_each_grid(const Check& check) {
    for (const Rect& bounds : surfaces)
        for (std::size_t count = 1; count <= 12; ++count) check(bounds, count, tile_grid(bounds, count, gap));
}

TEST(Grid, HasATileForEveryone) {
    for_each_grid(
        [](const Rect&, std::size_t count, const std::vector<Rect>& tiles) { EXPECT_EQ(tiles.size(), count); });
}

TEST(Grid, HasNoTilesForNobody) { EXPECT_TRUE(tile_grid(surfaces[0], 0, gap).empty()); }

TEST(Grid, StaysInsideItsBounds) {
    for_each_grid([](const Rect& bounds, std::size_t, const std::vector<Rect>& tiles) {
        for (const Rect& tile : tiles) {
            EXPECT_GE(tile.x, bounds.x);
            EXPECT_GE(tile.y, bounds.y);
            EXPECT_LE(right(tile), right(bounds));
            EXPECT_LE(bottom(tile), bottom(bounds));
        }
    });
}

TEST(Grid, KeepsTilesApart) {
    for_each_grid([](const Rect&, std::size_t, const std::vector<Rect>& tiles) {
        for (std::size_t i = 0; i < tiles.size(); ++i)
            for (std::size_t j = i + 1; j < tiles.size(); ++j) {
                const bool beside = right(tiles[i]) + gap <= tiles[j].x || right(tiles[j]) + gap <= tiles[i].x;
                const bool below = bottom(tiles[i]) + gap <= tiles[j].y || bottom(tiles[j]) + gap <= tiles[i].y;
                EXPECT_TRUE(beside || below);
            }
    });
}

TEST(Grid, KeepsTheShapeOfPictures) {
    constexpr float rounding = 0.03F;
    for_each_grid([](const Rect& bounds, std::size_t, const std::vector<Rect>& tiles) {
        const AspectRange range = aspect_range_for(bounds);
        for (const Rect& tile : tiles) {
            EXPECT_GE(tile.width / tile.height, range.min - rounding);
            EXPECT_LE(tile.width / tile.height, range.max + rounding);
        }
    });
}

TEST(Grid, PutsTwoBesideEachOtherOnAWideScreenAndAboveEachOtherOnAPhone) {
    const std::vector<Rect> wide = tile_grid({0, 0, 1280, 640}, 2, gap);
    EXPECT_EQ(wide[0].y, wide[1].y);
    const std::vector<Rect> tall = tile_grid({0, 0, 374, 700}, 2, gap);
    EXPECT_EQ(tall[0].x, tall[1].x);
}

TEST(Grid, FillsAPhoneWithOnePerson) {
    const std::vector<Rect> tiles = tile_grid({0, 0, 374, 660}, 1, gap);
    EXPECT_GE(tiles[0].width * tiles[0].height, 0.95F * 374 * 660);
}

TEST(Grid, PutsALastRowThatIsNotFullInTheMiddle) {
    const Rect bounds{0, 0, 1280, 640};
    const std::vector<Rect> tiles = tile_grid(bounds, 5, gap);
    const float left_space = tiles[3].x;
    const float right_space = bounds.width - right(tiles[4]);
    EXPECT_NEAR(left_space, right_space, 1);
    EXPECT_GT(left_space, tiles[0].x);
}

TEST(Grid, GivesTilesNoSizeWhereThereIsNoRoom) {
    for (const Rect& tile : tile_grid({0, 0, 10, 10}, 9, gap)) {
        EXPECT_GE(tile.width, 0);
        EXPECT_GE(tile.height, 0);
    }
}

}  // namespace
}  // namespace parley::ui
