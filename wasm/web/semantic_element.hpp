#pragma once

#include <emscripten/val.h>

#include "ui/semantics.hpp"
#include "web/semantic_text.hpp"

namespace parley::web {

/// The empty DOM element for a node's role (WAI-ARIA 1.2), which knows the node's id as `semanticId`.
emscripten::val make_element(const ui::SemanticNode& node);

/// Makes `element` say what `next` says; `shown` is what it was last told. A text field's text is left alone
/// unless the interface itself changed it, and while an input method composes.
void write_element(emscripten::val element, const ui::SemanticNode& next, const ui::SemanticNode& shown, Typing typing);

}  // namespace parley::web
