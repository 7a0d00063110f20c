#include "ui/arrangement.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"

// Where the tiles of a call lie, for every number of people, on every surface.

namespace parley::ui {
namespace {

using core::Corner;
using core::Layout;
using core::Tile;
using Part = Arrangement::Part;

constexpr Rect surfaces[] = {{8, 8, 1264, 616}, {8, 8, 374, 740}, {8, 8, 2544, 1336},
                             {8, 8, 304, 460},  {8, 8, 828, 310}, {8, 8, 752, 920},
                             {8, 8, 916, 496},  {8, 8, 624, 296}, {8, 8, 304, 270}};
constexpr Layout layouts[] = {Layout::Automatic, Layout::Grid, Layout::Speaker, Layout::Sidebar};
constexpr std::size_t people_max = 40;

Tile person(std::size_t index) { return {PeerId("peer" + std::to_string(index)), Tile::Kind::Person}; }
Tile screen(std::size_t index) { return {PeerId("peer" + std::to_string(index)), Tile::Kind::Screen}; }

core::View call(std::size_t count, Layout layout) {
    core::View view = testing::call_with(count);
    view.settings.preferences.layout = layout;
    if (count > 1) view.stage.speaker = view.participants[1].peer;
    return view;
}

Arrangement arranged(const core::View& view, const Rect& area, std::size_t page = 0) {
    const StagePlan plan = plan_stage(view, tiles_of(view), area);
    return arrange(plan, view.settings.preferences.own_corner, area, page);
}

const Arrangement::Placed* find(const Arrangement& arrangement, const Tile& tile) {
    const auto found = std::ranges::find(arrangement.tiles, tile, &Arrangement::Placed::tile);
    return found == arrangement.tiles.end() ? nullptr : &*found;
}

std::vector<Tile> tiles_with(const Arrangement& arrangement, Part part) {
    std::vector<Tile> tiles;
    for (const auto& placed : arrangement.tiles)
        if (placed.part == part) tiles.push_back(placed.tile);
    return tiles;
}

bool apart(const Rect& one, const Rect& other) {
    return right(one) <= other.x || right(other) <= one.x || bottom(one) <= other.y || bottom(other) <= one.y;
}

bool holds(const Rect& area, const Rect& rect) {
    constexpr float rounding = 0.01F;
    return rect.x >= area.x - rounding && rect.y >= area.y - rounding && right(rect) <= right(area) + rounding &&
           bottom(rect) <= bottom(area) + rounding;
}

/// Calls of every size in every layout on every surface, some with what is presented, pinned or hidden.
template <class Check>
void for_each_call(const Check& check) {
    for (const Rect& area : surfaces)
        for (const Layout layout : layouts)
            for (std::size_t count = 1; count <= people_max; ++count)
                for (int kind = 0; kind < 5; ++kind) {
                    core::View view = call(count, layout);
                    if (kind == 1) view.participants.back().screen_on = true;
                    if (kind == 2) view.stage.pinned = {person(count / 2)};
                    if (kind == 3) {
                        for (std::size_t i = 0; i < std::min<std::size_t>(count, 4); ++i)
                            view.stage.pinned.push_back(person(i));
                    }
                    if (kind == 4) view.settings.preferences.own_picture = core::OwnPicture::Hidden;
                    SCOPED_TRACE(std::to_string(count) + " people, layout " + std::to_string(static_cast<int>(layout)) +
                                 ", kind " + std::to_string(kind) + ", " + std::to_string(area.width) + " wide");
                    check(view, area);
                }
}

/// Every page of a call.
std::vector<Arrangement> pages_of(const core::View& view, const Rect& area) {
    std::vector<Arrangement> pages = {arranged(view, area)};
    const std::size_t count = pages[0].pages ? pages[0].pages->count : 1;
    for (std::size_t page = 1; page < count; ++page) pages.push_back(arranged(view, area, page));
    return pages;
}

TEST(Arrangement, KeepsEverythingInsideItsArea) {
    for_each_call([](const core::View& view, const Rect& area) {
        for (const Arrangement& page : pages_of(view, area)) {
            for (const auto& placed : page.tiles) EXPECT_TRUE(holds(area, placed.rect)) << placed.tile.peer.value;
            if (page.pages) {
                EXPECT_TRUE(holds(area, page.pages->rect));
            }
        }
    });
}

TEST(Arrangement, LaysNothingOverAnythingButWhatFloats) {
    for_each_call([](const core::View& view, const Rect& area) {
        for (const Arrangement& page : pages_of(view, area)) {
            for (std::size_t i = 0; i < page.tiles.size(); ++i) {
                if (page.tiles[i].part == Part::Floating) continue;
                if (page.pages) {
                    EXPECT_TRUE(apart(page.tiles[i].rect, page.pages->rect));
                }
                for (std::size_t j = i + 1; j < page.tiles.size(); ++j) {
                    if (page.tiles[j].part != Part::Floating) {
                        EXPECT_TRUE(apart(page.tiles[i].rect, page.tiles[j].rect));
                    }
                }
            }
        }
    });
}

TEST(Arrangement, ShowsEverybodyOnceOnOneOfItsPages) {
    for_each_call([](const core::View& view, const Rect& area) {
        std::vector<Tile> small, large;
        for (const Arrangement& page : pages_of(view, area)) {
            for (const auto& placed : page.tiles) {
                const bool turns = placed.part == Part::Equal || placed.part == Part::Small;
                if (turns) small.push_back(placed.tile);
                if (!turns && std::ranges::find(large, placed.tile) == large.end()) large.push_back(placed.tile);
            }
        }
        std::vector<Tile> all = tiles_of(view);
        ASSERT_EQ(small.size() + large.size(), all.size());
        for (const Tile& tile : all)
            EXPECT_EQ(std::ranges::count(small, tile) + std::ranges::count(large, tile), 1) << tile.peer.value;
    });
}

TEST(Arrangement, GivesEveryTileASizeToSee) {
    for_each_call([](const core::View& view, const Rect& area) {
        for (const auto& placed : arranged(view, area).tiles) {
            EXPECT_GE(placed.rect.width, 70);
            EXPECT_GE(placed.rect.height, 60);
        }
    });
}

TEST(Arrangement, MakesWhatIsLargeTheLargest) {
    for_each_call([](const core::View& view, const Rect& area) {
        const Arrangement page = arranged(view, area);
        float large = 0, small = 0;
        for (const auto& placed : page.tiles) {
            const float size = placed.rect.width * placed.rect.height;
            if (placed.part == Part::Large) large = std::max(large, size);
            if (placed.part == Part::Small || placed.part == Part::Floating) small = std::max(small, size);
        }
        if (large > 0 && view.stage.pinned.size() < 2) {
            EXPECT_GT(large, small);
        }
    });
}

TEST(Arrangement, IsAGridOfEqualsByItselfWhileAllFit) {
    for (std::size_t count = 3; count <= 12; ++count) {
        const Arrangement page = arranged(call(count, Layout::Automatic), surfaces[0]);
        EXPECT_EQ(tiles_with(page, Part::Equal).size(), count);
        EXPECT_FALSE(page.pages);
    }
}

TEST(Arrangement, FloatsTheOwnPictureInACallOfTwo) {
    for (const Layout layout : {Layout::Automatic, Layout::Speaker, Layout::Sidebar}) {
        const Arrangement page = arranged(call(2, layout), surfaces[0]);
        ASSERT_EQ(page.tiles.size(), 2U);
        EXPECT_EQ(page.tiles.back().part, Part::Floating);
        EXPECT_EQ(page.tiles.back().tile, person(0));
        EXPECT_TRUE(holds(page.tiles.front().rect, page.tiles.back().rect));
    }
    EXPECT_EQ(tiles_with(arranged(call(2, Layout::Grid), surfaces[0]), Part::Equal).size(), 2U);
}

TEST(Arrangement, FloatsItInTheCornerThatWasChosen) {
    for (const Rect& area : surfaces)
        for (const Corner corner : {Corner::TopLeft, Corner::TopRight, Corner::BottomRight, Corner::BottomLeft}) {
            core::View view = call(2, Layout::Automatic);
            view.settings.preferences.own_corner = corner;
            const Arrangement page = arranged(view, area);
            EXPECT_EQ(nearest_corner(page.floor, page.tiles.back().rect), corner);
        }
}

TEST(Arrangement, GoesThroughAllCornersOneAfterTheOther) {
    Corner corner = Corner::TopLeft;
    for (const Corner next : {Corner::TopRight, Corner::BottomRight, Corner::BottomLeft, Corner::TopLeft}) {
        corner = after(corner);
        EXPECT_EQ(corner, next);
    }
}

TEST(Arrangement, MakesWhatIsPresentedLargeAndGivesItAllTheRoom) {
    core::View view = call(4, Layout::Automatic);
    view.participants[2].screen_on = true;
    const Arrangement wide = arranged(view, surfaces[0]);
    ASSERT_EQ(tiles_with(wide, Part::Large), std::vector{screen(2)});
    EXPECT_GE(find(wide, person(2))->rect.x, right(wide.tiles[0].rect)) << "people stand at the side";
    const Arrangement tall = arranged(view, surfaces[1]);
    EXPECT_EQ(tiles_with(tall, Part::Large), std::vector{screen(2)});
    ASSERT_NE(find(tall, person(1)), nullptr);
    EXPECT_GE(find(tall, person(1))->rect.y, bottom(tall.tiles[0].rect)) << "on a phone below";
    EXPECT_EQ(tall.tiles[0].rect.width, surfaces[1].width);
}

TEST(Arrangement, NeverShowsOnesOwnScreen) {
    for (const Layout layout : layouts) {
        core::View view = call(3, layout);
        view.participants[0].screen_on = true;
        EXPECT_EQ(find(arranged(view, surfaces[0]), screen(0)), nullptr);
    }
}

TEST(Arrangement, MakesTheSpeakerLargeOnlyWhereThatWasChosen) {
    core::View view = call(5, Layout::Automatic);
    view.stage.speaker = PeerId("peer3");
    EXPECT_TRUE(tiles_with(arranged(view, surfaces[0]), Part::Large).empty());
    for (const Layout layout : {Layout::Speaker, Layout::Sidebar}) {
        view.settings.preferences.layout = layout;
        EXPECT_EQ(tiles_with(arranged(view, surfaces[0]), Part::Large), std::vector{person(3)});
    }
}

TEST(Arrangement, PutsTheOthersBelowTheSpeakerOrAtTheSide) {
    const Arrangement speaker = arranged(call(5, Layout::Speaker), surfaces[0]);
    const Arrangement sidebar = arranged(call(5, Layout::Sidebar), surfaces[0]);
    EXPECT_GE(find(speaker, person(0))->rect.y, bottom(speaker.tiles[0].rect));
    EXPECT_GE(find(sidebar, person(0))->rect.x, right(sidebar.tiles[0].rect));
}

TEST(Arrangement, ShowsTheSpeakerAndAStripOfPortraitsOnAPhoneWithManyPeople) {
    const Arrangement page = arranged(call(9, Layout::Automatic), surfaces[1]);
    EXPECT_EQ(tiles_with(page, Part::Large), std::vector{person(1)});
    for (const auto& placed : page.tiles)
        if (placed.part == Part::Small) {
            EXPECT_LT(placed.rect.width, placed.rect.height);
        }
    EXPECT_TRUE(page.pages);
}

TEST(Arrangement, PutsPinnedTilesBeforeAllElse) {
    for (const Layout layout : layouts) {
        core::View view = call(6, layout);
        view.participants[5].screen_on = true;
        view.stage.pinned = {person(4), screen(5)};
        EXPECT_EQ(tiles_with(arranged(view, surfaces[0]), Part::Large), view.stage.pinned);
    }
}

TEST(Arrangement, PinsTheOwnPictureInACallOfTwo) {
    core::View view = call(2, Layout::Automatic);
    view.stage.pinned = {person(0)};
    const Arrangement page = arranged(view, surfaces[0]);
    EXPECT_EQ(tiles_with(page, Part::Large), std::vector{person(0)});
    EXPECT_EQ(tiles_with(page, Part::Small), std::vector{person(1)});
}

TEST(Arrangement, LeavesTheOwnPictureOutWhenItIsHidden) {
    for (const Layout layout : layouts)
        for (const std::size_t count : {1U, 2U, 3U, 9U}) {
            core::View view = call(count, layout);
            view.settings.preferences.own_picture = core::OwnPicture::Hidden;
            for (const Rect& area : surfaces) EXPECT_EQ(find(arranged(view, area), person(0)), nullptr);
        }
}

TEST(Arrangement, FillsItsPagesEqually) {
    const core::View view = call(30, Layout::Grid);
    const Rect phone = surfaces[1];
    const auto pages = pages_of(view, phone);
    ASSERT_GT(pages.size(), 1U);
    for (std::size_t i = 0; i + 1 < pages.size(); ++i) {
        EXPECT_EQ(pages[i].tiles.size(), pages[0].tiles.size());
        EXPECT_EQ(pages[i].pages->page, i);
    }
    EXPECT_GE(2 * pages.back().tiles.size(), pages[0].tiles.size());
    EXPECT_EQ(pages.back().tiles[0].rect, pages[0].tiles[0].rect) << "turning a page moves nothing";
    EXPECT_EQ(arranged(view, phone, 99).pages->page, pages.size() - 1) << "of pages that are gone the last";
}

TEST(Order, KeepsEverybodysPlace) {
    std::vector<Tile> order;
    follow(order, {person(0), person(1), person(2)});
    follow(order, {person(0), person(9), person(1), person(2)});
    EXPECT_EQ(order, (std::vector{person(0), person(1), person(2), person(9)})) << "who comes is last";
    follow(order, {person(0), person(9), person(2)});
    EXPECT_EQ(order, (std::vector{person(0), person(2), person(9)})) << "who leaves closes the gap";
}

TEST(Order, LetsNobodyElseMoveWhenTheSpeakerChanges) {
    for (const Layout layout : {Layout::Speaker, Layout::Sidebar}) {
        core::View view = call(6, layout);
        std::vector<Tile> order = tiles_of(view);
        const StagePlan first = plan_stage(view, order, surfaces[0]);
        const Arrangement before = arrange(first, Corner::BottomRight, surfaces[0], 0);
        view.stage.speaker = PeerId("peer4");
        exchange(order, first.large, plan_stage(view, order, surfaces[0]).large);
        const Arrangement after = arrange(plan_stage(view, order, surfaces[0]), Corner::BottomRight, surfaces[0], 0);
        for (const std::size_t other : {0U, 2U, 3U, 5U})
            EXPECT_EQ(find(after, person(other))->rect, find(before, person(other))->rect);
        EXPECT_EQ(find(after, person(1))->rect, find(before, person(4))->rect);
        EXPECT_EQ(find(after, person(4))->rect, find(before, person(1))->rect);
    }
}

TEST(Order, IsNotChangedByPinsOrByAGrid) {
    const std::vector<Tile> order = {person(0), person(1), person(2)};
    for (const auto& [before, now] : {std::pair<std::vector<Tile>, std::vector<Tile>>{{}, {person(1)}},
                                      {{person(1)}, {}},
                                      {{person(1)}, {person(1), person(2)}},
                                      {{person(7)}, {person(1)}}}) {
        std::vector<Tile> same = order;
        exchange(same, before, now);
        EXPECT_EQ(same, order);
    }
}

}  // namespace
}  // namespace parley::ui
