#include "ui/semantics.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace parley::ui {

namespace {

using Nodes = std::vector<SemanticNode>;
using NodeById = std::unordered_map<SemanticId, const SemanticNode*>;

NodeById index_of(const Nodes& nodes) {
    NodeById index;
    index.reserve(nodes.size());
    for (const SemanticNode& node : nodes) index.emplace(node.id, &node);
    return index;
}

/// The longest rising subsequence of `positions`, as indices into it: the siblings that need not move.
std::vector<std::size_t> longest_rising(const std::vector<std::size_t>& positions) {
    std::vector<std::size_t> length(positions.size(), 1);
    std::vector<std::size_t> before(positions.size(), positions.size());
    std::size_t last = positions.size();
    for (std::size_t i = 0; i < positions.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            if (positions[j] < positions[i] && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = j;
            }
        if (last == positions.size() || length[i] > length[last]) last = i;
    }
    std::vector<std::size_t> chosen;
    for (; last != positions.size(); last = before[last]) chosen.push_back(last);
    return chosen;
}

/// Finds the nodes whose elements stay where they are: same role, same parent that stays too, and in order among
/// the siblings that stay.
class Survivors {
public:
    Survivors(const Nodes& previous, const Nodes& next) {
        const NodeById before = index_of(previous);
        std::unordered_map<SemanticId, std::size_t> position;
        for (std::size_t i = 0; i < previous.size(); ++i) position.emplace(previous[i].id, i);

        std::unordered_map<SemanticId, std::vector<SemanticId>> children;
        for (const SemanticNode& node : next) {
            const auto old = before.find(node.id);
            const bool same =
                old != before.end() && old->second->role == node.role && old->second->parent == node.parent;
            if (same) children[node.parent].push_back(node.id);
        }
        keep_children_of(0, children, position);
    }

    [[nodiscard]] bool contains(SemanticId id) const { return kept_.contains(id); }

private:
    void keep_children_of(SemanticId parent, const std::unordered_map<SemanticId, std::vector<SemanticId>>& children,
                          const std::unordered_map<SemanticId, std::size_t>& position) {
        const auto found = children.find(parent);
        if (found == children.end()) return;
        std::vector<std::size_t> positions;
        for (const SemanticId id : found->second) positions.push_back(position.at(id));
        for (const std::size_t index : longest_rising(positions)) {
            kept_.insert(found->second[index]);
            keep_children_of(found->second[index], children, position);
        }
    }

    std::unordered_set<SemanticId> kept_;
};

/// For each node of `next`, the first sibling after it that stays in place; 0 for none.
std::vector<SemanticId> following_survivors(const Nodes& next, const Survivors& survivors) {
    std::vector<SemanticId> following(next.size(), 0);
    std::unordered_map<SemanticId, SemanticId> latest;
    for (std::size_t i = next.size(); i-- > 0;) {
        SemanticId& sibling = latest[next[i].parent];
        following[i] = sibling;
        if (survivors.contains(next[i].id)) sibling = next[i].id;
    }
    return following;
}

}  // namespace

std::vector<SemanticPatch> diff(const Nodes& previous, const Nodes& next) {
    std::vector<SemanticPatch> patches;
    if (previous == next) return patches;
    const Survivors survivors(previous, next);

    for (const SemanticNode& node : previous) {
        const bool inside_survivor = node.parent == 0 || survivors.contains(node.parent);
        if (survivors.contains(node.id) || !inside_survivor) continue;
        SemanticPatch& patch = patches.emplace_back();
        patch.kind = SemanticPatch::Kind::Remove;
        patch.node.id = node.id;
    }

    const NodeById before = index_of(previous);
    const std::vector<SemanticId> following = following_survivors(next, survivors);
    for (std::size_t i = 0; i < next.size(); ++i) {
        if (!survivors.contains(next[i].id))
            patches.push_back({SemanticPatch::Kind::Insert, next[i], following[i]});
        else if (*before.at(next[i].id) != next[i])
            patches.push_back({SemanticPatch::Kind::Update, next[i], 0});
    }
    return patches;
}

}  // namespace parley::ui
