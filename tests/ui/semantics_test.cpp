#include "ui/semantics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace parley::ui {
namespace {

using Nodes = std::vector<SemanticNode>;

SemanticNode node(SemanticId id, SemanticId parent, std::string name = {}) {
    SemanticNode result;
    result.id = id;
    result.parent = parent;
    result.name = std::move(name);
    return result;
}

/// The document as the layer keeps it: children in order, found by their ids.
class Model {
public:
    void apply(const std::vector<SemanticPatch>& patches) {
        for (const SemanticPatch& patch : patches) {
            if (patch.kind == SemanticPatch::Kind::Remove) remove(patch.node.id);
            if (patch.kind == SemanticPatch::Kind::Insert) insert(patch.node, patch.before);
            if (patch.kind == SemanticPatch::Kind::Update) *find(patch.node.id) = patch.node;
        }
    }

    [[nodiscard]] std::vector<SemanticNode> children_of(SemanticId parent) const {
        Nodes children;
        std::copy_if(nodes_.begin(), nodes_.end(), std::back_inserter(children),
                     [parent](const SemanticNode& child) { return child.parent == parent; });
        return children;
    }

    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

private:
    Nodes::iterator find(SemanticId id) {
        const auto found = std::find_if(nodes_.begin(), nodes_.end(), [id](const auto& one) { return one.id == id; });
        EXPECT_NE(found, nodes_.end()) << "no element " << id;
        return found;
    }
    void remove(SemanticId id) {
        nodes_.erase(find(id));
        for (const SemanticNode& child : children_of(id)) remove(child.id);
    }
    void insert(const SemanticNode& added, SemanticId before) {
        if (added.parent != 0) find(added.parent);
        nodes_.insert(before == 0 ? nodes_.end() : find(before), added);
    }

    Nodes nodes_;
};

void expect_shows(const Model& model, const Nodes& nodes) {
    EXPECT_EQ(model.size(), nodes.size());
    for (const SemanticNode& parent : nodes) {
        Nodes expected;
        std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(expected),
                     [&](const SemanticNode& child) { return child.parent == parent.parent; });
        EXPECT_EQ(model.children_of(parent.parent), expected);
    }
}

void expect_patches_lead(const Nodes& from, const Nodes& to) {
    Model model;
    model.apply(diff({}, from));
    expect_shows(model, from);
    model.apply(diff(from, to));
    expect_shows(model, to);
}

TEST(Semantics, SaysNothingOfWhatDidNotChange) {
    const Nodes nodes = {node(1, 0, "main"), node(2, 1, "button")};
    EXPECT_TRUE(diff(nodes, nodes).empty());
}

TEST(Semantics, UpdatesInPlaceWhatOnlyLooksDifferent) {
    const auto patches = diff({node(1, 0, "Mute")}, {node(1, 0, "Unmute")});
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches[0].kind, SemanticPatch::Kind::Update);
    EXPECT_EQ(patches[0].node.name, "Unmute");
}

TEST(Semantics, InsertsBeforeTheSiblingThatStays) {
    const auto patches = diff({node(1, 0), node(3, 0)}, {node(1, 0), node(2, 0), node(3, 0)});
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches[0].kind, SemanticPatch::Kind::Insert);
    EXPECT_EQ(patches[0].before, 3U);
}

TEST(Semantics, RemovesAFamilyByItsHead) {
    const auto patches = diff({node(1, 0), node(2, 1), node(3, 2)}, {});
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches[0].kind, SemanticPatch::Kind::Remove);
    EXPECT_EQ(patches[0].node.id, 1U);
}

TEST(Semantics, MovesAsFewElementsAsItCan) {
    const Nodes before = {node(1, 0), node(2, 0), node(3, 0), node(4, 0)};
    const auto patches = diff(before, {node(4, 0), node(1, 0), node(2, 0), node(3, 0)});
    ASSERT_EQ(patches.size(), 2U);
    EXPECT_EQ(patches[0].node.id, 4U);
    EXPECT_EQ(patches[1].before, 1U);
}

TEST(Semantics, MakesAnotherElementForAnotherRole) {
    SemanticNode button = node(1, 0);
    button.role = SemanticRole::Button;
    expect_patches_lead({node(1, 0), node(2, 1)}, {button, node(2, 1)});
    EXPECT_EQ(diff({node(1, 0)}, {button})[0].kind, SemanticPatch::Kind::Remove);
}

TEST(Semantics, CarriesChildrenAlongWhenTheirParentMoves) {
    expect_patches_lead({node(1, 0), node(2, 1), node(3, 0), node(4, 3), node(5, 0)},
                        {node(5, 0), node(3, 0), node(4, 3), node(1, 0), node(2, 1)});
}

TEST(Semantics, SavesAChildWhoseParentGoes) {
    expect_patches_lead({node(1, 0), node(2, 1), node(3, 0)}, {node(3, 0), node(2, 3)});
}

Nodes random_tree(std::mt19937& random) {
    std::vector<SemanticId> ids = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    std::shuffle(ids.begin(), ids.end(), random);
    ids.resize(random() % ids.size());
    Nodes nodes;
    for (const SemanticId id : ids) {
        const std::size_t parent = random() % (nodes.size() + 1);
        nodes.push_back(node(id, parent == nodes.size() ? 0 : nodes[parent].id, random() % 2 == 0 ? "a" : "b"));
    }
    return nodes;
}

TEST(Semantics, LeadsFromAnyTreeToAnyOther) {
    std::mt19937 random(20);
    for (int round = 0; round < 2000 && !::testing::Test::HasFailure(); ++round) {
        const Nodes from = random_tree(random);
        expect_patches_lead(from, random_tree(random));
    }
}

}  // namespace
}  // namespace parley::ui
