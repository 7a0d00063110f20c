#pragma once

#include <emscripten/val.h>

#include <optional>

#include "ui/semantics.hpp"

namespace parley::web {

/// Whether the event (`keydown`) is Enter in a text field, and ends no composition of an input method.
bool is_enter(const emscripten::val& event, const ui::SemanticNode* node);

/// What a `keydown` or `keyup` on the element `id` tells the interface. Nothing: the key belongs to the element itself,
/// to an input method, or, pressed with another, to the browser, or has come up and nobody waits for it. `node` is null
/// where no element has the focus.
std::optional<ui::SemanticEvent> event_of_key(const emscripten::val& event, const ui::SemanticNode* node,
                                              ui::SemanticId id);

}  // namespace parley::web
