#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "tests/ui/screen_cases.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using testing::is_target;
using testing::ScreenCase;
using testing::ScreenSize;
using testing::Stage;

using Nodes = std::vector<SemanticNode>;

constexpr float tolerance = 1;
/// It is there only while the keyboard is on it, and then lies over everything else.
constexpr std::string_view skip_name = "Skip to call controls";

Rect seen_part(const SemanticNode& node) {
    return {node.rect.x, node.rect.y + node.clipped_above, node.rect.width,
            std::max(0.0F, node.rect.height - node.clipped_above - node.clipped_below)};
}

bool overlap(const Rect& one, const Rect& other) {
    return std::min(right(one), right(other)) - std::max(one.x, other.x) > tolerance &&
           std::min(bottom(one), bottom(other)) - std::max(one.y, other.y) > tolerance;
}

bool contains(const Rect& outer, const Rect& inner) {
    const Rect grown = outset(outer, tolerance);
    return inner.x >= grown.x && inner.y >= grown.y && right(inner) <= right(grown) && bottom(inner) <= bottom(grown);
}

const SemanticNode* parent_of(const Nodes& nodes, const SemanticNode& node) {
    const auto found = std::ranges::find(nodes, node.parent, &SemanticNode::id);
    return found == nodes.end() ? nullptr : &*found;
}

bool is_inside(const Nodes& nodes, const SemanticNode& inner, const SemanticNode& outer) {
    for (const SemanticNode* node = &inner; node != nullptr; node = parent_of(nodes, *node))
        if (node == &outer) return true;
    return false;
}

/// What lies under a sheet or a popup can't be hit.
bool is_reachable(const Nodes& nodes, const SemanticNode& target) {
    for (const SemanticNode* node = &target; node != nullptr; node = parent_of(nodes, *node))
        if (node->inert || node->hidden) return false;
    return true;
}

/// Whether `upper` stands on something that lies over `lower`: a note over a tile's buttons, a floating picture.
bool stands_above(const Nodes& nodes, const SemanticNode& upper, const SemanticNode& lower) {
    return std::ranges::any_of(nodes, [&](const SemanticNode& ground) {
        return &ground > &lower && !is_target(ground) && !is_inside(nodes, lower, ground) &&
               contains(ground.rect, upper.rect) && overlap(ground.rect, lower.rect);
    });
}

std::vector<const SemanticNode*> targets_of(const Nodes& nodes) {
    std::vector<const SemanticNode*> targets;
    for (const SemanticNode& node : nodes)
        if (is_target(node) && node.name != skip_name && seen_part(node).height > tolerance &&
            is_reachable(nodes, node))
            targets.push_back(&node);
    return targets;
}

void expect_targets_apart(const Nodes& nodes) {
    const std::vector<const SemanticNode*> targets = targets_of(nodes);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        for (std::size_t j = i + 1; j < targets.size(); ++j) {
            const SemanticNode& lower = *targets[i];
            const SemanticNode& upper = *targets[j];
            if (!overlap(seen_part(lower), seen_part(upper)) || is_inside(nodes, upper, lower)) continue;
            EXPECT_TRUE(stands_above(nodes, upper, lower)) << '"' << lower.name << "\" and \"" << upper.name << '"';
        }
    }
}

class Targets : public ::testing::TestWithParam<ScreenCase> {};
INSTANTIATE_TEST_SUITE_P(Screen, Targets, ::testing::ValuesIn(testing::screen_cases()),
                         [](const auto& chosen) { return chosen.param.name; });

TEST_P(Targets, DoNotOverlap) {
    for (const ScreenSize& size : testing::usual_sizes) {
        SCOPED_TRACE(to_string(size));
        Stage stage;
        show(stage, GetParam(), size);
        expect_targets_apart(stage.result().semantics);
    }
}

TEST(TargetsOfAMenu, AreLargeEnoughAndApart) {
    for (const ScreenSize& size : testing::usual_sizes) {
        SCOPED_TRACE(to_string(size));
        Stage stage;
        show(stage, {.name = "CallOfTwo", .view = testing::call_with(2)}, size);
        stage.open_menu("More");
        ASSERT_TRUE(stage.shows(SemanticRole::Menu, "More"));
        for (const SemanticNode* target : targets_of(stage.result().semantics)) {
            EXPECT_GE(target->rect.width, 24) << target->name;
            EXPECT_GE(target->rect.height, 24) << target->name;
        }
        expect_targets_apart(stage.result().semantics);
    }
}

}  // namespace
}  // namespace parley::ui
