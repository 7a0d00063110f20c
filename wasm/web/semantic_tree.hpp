#pragma once

#include <emscripten/val.h>

#include <map>
#include <vector>

#include "ui/semantics.hpp"

namespace parley::web {

/// The elements of the semantic layer, by the ids of the nodes that they stand for.
class SemanticTree {
public:
    explicit SemanticTree(emscripten::val layer);

    /// `composing` is the text field that an input method writes in, 0 for none.
    void apply(const std::vector<ui::SemanticPatch>& patches, ui::SemanticId composing);

    /// The node with this id, or null. Valid until the next apply().
    const ui::SemanticNode* find(ui::SemanticId id) const;

    /// The id of the node that `element` stands for, 0 if it is none of the layer's.
    static ui::SemanticId id_of(const emscripten::val& element);

    /// Moves the document's focus to the element, if there is one.
    void focus(ui::SemanticId id);

private:
    struct Entry {
        emscripten::val element;
        ui::SemanticNode node;
    };

    void remove(ui::SemanticId id);
    void forget(ui::SemanticId id);
    void insert(const ui::SemanticNode& node, ui::SemanticId before);
    void update(const ui::SemanticNode& node, ui::SemanticId composing);

    emscripten::val layer_;
    std::map<ui::SemanticId, Entry> entries_;
};

}  // namespace parley::web
