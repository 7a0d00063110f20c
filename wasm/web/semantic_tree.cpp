#include "web/semantic_tree.hpp"

#include <utility>

#include "web/semantic_element.hpp"

namespace parley::web {

using emscripten::val;
using ui::SemanticId;
using ui::SemanticNode;
using ui::SemanticPatch;

SemanticTree::SemanticTree(val layer) : layer_(std::move(layer)) {}

void SemanticTree::apply(const std::vector<SemanticPatch>& patches, SemanticId composing) {
    const SemanticId focused = id_of(val::global("document")["activeElement"]);
    SemanticId wants_focus = 0;
    for (const SemanticPatch& patch : patches) {
        switch (patch.kind) {
            case SemanticPatch::Kind::Remove:
                remove(patch.node.id);
                break;
            case SemanticPatch::Kind::Insert:
                insert(patch.node, patch.before);
                // An element that was moved is another one now; the person is still at it.
                if (patch.node.autofocus || patch.node.id == focused) wants_focus = patch.node.id;
                break;
            case SemanticPatch::Kind::Update:
                update(patch.node, composing);
                break;
        }
    }
    if (wants_focus != 0) focus(wants_focus);
}

const SemanticNode* SemanticTree::find(SemanticId id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? nullptr : &found->second.node;
}

SemanticId SemanticTree::id_of(const val& element) {
    const val id = element["semanticId"];
    return id.isNumber() ? id.as<SemanticId>() : 0;
}

void SemanticTree::remove(SemanticId id) {
    const auto found = entries_.find(id);
    if (found == entries_.end()) return;
    found->second.element.call<void>("remove");
    forget(id);
}

void SemanticTree::forget(SemanticId id) {
    entries_.erase(id);
    std::vector<SemanticId> inside;
    for (const auto& [child, entry] : entries_)
        if (entry.node.parent == id) inside.push_back(child);
    for (const SemanticId child : inside) forget(child);
}

void SemanticTree::insert(const SemanticNode& node, SemanticId before) {
    const val element = make_element(node);
    write_element(element, node, SemanticNode{}, Typing::Idle);
    const auto parent = entries_.find(node.parent);
    const auto next = entries_.find(before);
    const val& container = parent == entries_.end() ? layer_ : parent->second.element;
    container.call<void>("insertBefore", element, next == entries_.end() ? val::null() : next->second.element);
    entries_.insert_or_assign(node.id, Entry{element, node});
}

void SemanticTree::update(const SemanticNode& node, SemanticId composing) {
    const auto found = entries_.find(node.id);
    if (found == entries_.end()) return;
    Entry& entry = found->second;
    write_element(entry.element, node, entry.node, composing == node.id ? Typing::Composing : Typing::Idle);
    entry.node = node;
}

void SemanticTree::focus(SemanticId id) {
    const auto found = entries_.find(id);
    if (found == entries_.end()) return;
    val options = val::object();
    options.set("preventScroll", true);
    found->second.element.call<void>("focus", options);
}

}  // namespace parley::web
