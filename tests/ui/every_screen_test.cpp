#include <gtest/gtest.h>

#include <algorithm>
#include <unordered_set>

#include "tests/ui/screen_cases.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using testing::is_target;
using testing::ScreenCase;
using testing::ScreenSize;
using testing::Stage;

constexpr ScreenSize sizes[] = {{1280, 720, 1}, {390, 844, 3}, {2560, 1440, 1}, {1280, 720, 2},
                                {320, 568, 2},  {844, 390, 3}, {768, 1024, 2}};

class EveryScreen : public ::testing::TestWithParam<ScreenCase> {
protected:
    template <class Check>
    void at_every_size(const Check& check) {
        for (const ScreenSize& size : sizes) {
            SCOPED_TRACE(to_string(size));
            Stage stage;
            show(stage, GetParam(), size);
            check(stage);
        }
    }
};
INSTANTIATE_TEST_SUITE_P(Screen, EveryScreen, ::testing::ValuesIn(testing::screen_cases()),
                         [](const auto& chosen) { return chosen.param.name; });

TEST_P(EveryScreen, GivesEveryNodeAnIdOfItsOwn) {
    at_every_size([](const Stage& stage) {
        std::unordered_set<SemanticId> seen;
        for (const SemanticNode& node : stage.result().semantics) EXPECT_TRUE(seen.insert(node.id).second) << node.name;
    });
}

TEST_P(EveryScreen, PutsParentsBeforeTheirChildren) {
    at_every_size([](const Stage& stage) {
        std::unordered_set<SemanticId> seen = {0};
        for (const SemanticNode& node : stage.result().semantics) {
            EXPECT_TRUE(seen.contains(node.parent)) << node.name;
            seen.insert(node.id);
        }
    });
}

TEST_P(EveryScreen, HasOneMainAndOneFirstHeading) {
    at_every_size([](const Stage& stage) {
        const auto& nodes = stage.result().semantics;
        EXPECT_EQ(std::ranges::count(nodes, SemanticRole::Main, &SemanticNode::role), 1);
        EXPECT_EQ(std::ranges::count_if(
                      nodes, [](const auto& node) { return node.role == SemanticRole::Heading && node.level == 1; }),
                  1);
    });
}

TEST_P(EveryScreen, NamesWhateverCanBeUsed) {
    at_every_size([](const Stage& stage) {
        for (const SemanticNode& node : stage.result().semantics) {
            EXPECT_FALSE(is_target(node) && node.name.empty());
        }
    });
}

TEST_P(EveryScreen, CutsNothingOffAtItsSides) {
    at_every_size([](const Stage& stage) {
        for (const SemanticNode& node : stage.result().semantics) {
            EXPECT_GE(node.rect.x, 0) << node.name;
            EXPECT_LE(right(node.rect), stage.surface.width + 0.01F) << node.name;
            EXPECT_GE(node.rect.width, 1) << node.name;
        }
    });
}

TEST_P(EveryScreen, KeepsTargetsLargeEnoughForAFinger) {
    at_every_size([](const Stage& stage) {
        for (const SemanticNode& node : stage.result().semantics) {
            if (!is_target(node)) continue;
            EXPECT_GE(node.rect.width, 24) << node.name;
            EXPECT_GE(node.rect.height, 24) << node.name;
        }
    });
}

TEST_P(EveryScreen, WantsNoMoreFramesWhenIdle) {
    at_every_size([](Stage& stage) {
        if (GetParam().animated) stage.surface.motion = Motion::Reduced;
        EXPECT_LT(stage.frame().next_frame_in_s, 0);
    });
}

TEST_P(EveryScreen, IsTheSameInEveryIdleFrame) {
    at_every_size([](Stage& stage) {
        const std::vector<SemanticNode> before = stage.result().semantics;
        EXPECT_TRUE(diff(before, stage.frame().semantics).empty());
    });
}

/// It is said all the same.
bool is_scrolled_away(const SemanticNode& node) {
    return node.clipped_above + node.clipped_below >= node.rect.height && !is_button(node.role);
}

class EveryCall : public EveryScreen {};
INSTANTIATE_TEST_SUITE_P(Screen, EveryCall,
                         ::testing::Values(ScreenCase{"Alone", testing::call_with(1)},
                                           ScreenCase{"OfTwo", testing::call_with(2)},
                                           ScreenCase{"OfTwelve", testing::call_with(12)},
                                           ScreenCase{"Troubled", testing::troubled_call()},
                                           ScreenCase{"WithChat", testing::chatting(12, 400)},
                                           ScreenCase{"WithStatistics", testing::measured(testing::call_with(12))}),
                         [](const auto& chosen) { return chosen.param.name; });

TEST_P(EveryCall, FitsTheScreenWithoutScrolling) {
    at_every_size([](const Stage& stage) {
        for (const SemanticNode& node : stage.result().semantics) {
            if (is_scrolled_away(node)) continue;
            EXPECT_GE(node.rect.y + node.clipped_above, 0) << node.name;
            EXPECT_LE(bottom(node.rect) - node.clipped_below, stage.surface.height + 0.01F) << node.name;
        }
    });
}

TEST_P(EveryCall, KeepsItsBarClearOfTheTiles) {
    at_every_size([](const Stage& stage) {
        const SemanticNode* leave = stage.find(SemanticRole::Button, "Leave call");
        ASSERT_NE(leave, nullptr);
        EXPECT_GE(leave->rect.height, 48);
        for (const TileFrame& tile : stage.result().tiles) EXPECT_LE(bottom(tile.rect), leave->rect.y);
    });
}

TEST_P(EveryCall, ShowsEveryTileWithASizeToSee) {
    at_every_size([](const Stage& stage) {
        const bool covered = stage.view.chat.open && stage.surface.width < 720;
        const bool paged = stage.shows(SemanticRole::Button, "Next page");
        if (!covered && paged) {
            EXPECT_GE(stage.result().tiles.size(), 3U);
        }
        if (covered || !paged) {
            EXPECT_EQ(stage.result().tiles.size(), covered ? 0 : stage.view.participants.size());
        }
        for (const TileFrame& tile : stage.result().tiles) EXPECT_GE(tile.rect.width * tile.rect.height, 48 * 48);
    });
}

}  // namespace
}  // namespace parley::ui
