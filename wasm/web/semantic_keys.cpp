#include "web/semantic_keys.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace parley::web {

using emscripten::val;
using ui::is_button;
using ui::SemanticEvent;
using ui::SemanticId;
using ui::SemanticNode;
using ui::SemanticRole;

namespace {

std::optional<SemanticEvent::Kind> movement(std::string_view key) {
    using enum SemanticEvent::Kind;
    constexpr std::pair<std::string_view, SemanticEvent::Kind> keys[] = {
        {"PageUp", PageUp}, {"PageDown", PageDown}, {"ArrowUp", Up}, {"ArrowDown", Down}, {"Home", Home}, {"End", End}};
    for (const auto& [name, kind] : keys)
        if (name == key) return kind;
    return std::nullopt;
}

bool is_page_key(SemanticEvent::Kind kind) {
    return kind == SemanticEvent::Kind::PageUp || kind == SemanticEvent::Kind::PageDown;
}

/// A field and a slider move their own caret and thumb.
bool moves_itself(const SemanticNode* node) {
    return node != nullptr && (node->role == SemanticRole::TextField || node->role == SemanticRole::Slider);
}

/// A key that is held down is told once, and one that is pressed with another belongs to the browser.
bool is_alone(const val& event) {
    for (const char* other : {"repeat", "ctrlKey", "altKey", "metaKey"})
        if (event[other].as<bool>()) return false;
    return true;
}

/// Whether the element does something of its own with the key.
bool takes(const SemanticNode* node, std::string_view key) {
    if (node == nullptr) return false;
    const bool presses = key == " " || key == "Enter";
    return moves_itself(node) || (presses && (is_button(node->role) || node->role == SemanticRole::Link));
}

// Enter that ends a composition chooses a word and sends nothing, and Escape takes the word back.
bool is_composing(const val& event) { return event["isComposing"].as<bool>(); }

std::string key_of(const val& event) { return event["key"].as<std::string>(); }

}  // namespace

bool is_enter(const val& event, const SemanticNode* node) {
    if (node == nullptr || node->role != SemanticRole::TextField || is_composing(event)) return false;
    return event["type"].as<std::string>() == "keydown" && key_of(event) == "Enter";
}

std::optional<SemanticEvent> event_of_key(const val& event, const SemanticNode* node, SemanticId id) {
    using Kind = SemanticEvent::Kind;
    if (is_composing(event)) return std::nullopt;
    const std::string key = key_of(event);
    if (event["type"].as<std::string>() == "keyup")
        return key == " " ? std::optional(SemanticEvent{Kind::KeyUp, id, key, false}) : std::nullopt;
    if (key == "Escape") return SemanticEvent{Kind::Dismiss, 0, {}, false};
    if (const auto kind = movement(key)) {
        if (!is_page_key(*kind) && moves_itself(node)) return std::nullopt;
        return SemanticEvent{*kind, id, {}, false};
    }
    if (!is_alone(event) || takes(node, key)) return std::nullopt;
    return SemanticEvent{Kind::Key, id, key, false};
}

}  // namespace parley::web
