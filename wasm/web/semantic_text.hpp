#pragma once

#include <emscripten/val.h>

#include "ui/semantics.hpp"

/// The elements that hold text which a person writes or marks.
namespace parley::web {

enum class Typing { Idle, Composing };

/// A text field's text is left alone unless the interface itself changed it, and while an input method composes.
void write_text_field(emscripten::val element, const ui::SemanticNode& next, const ui::SemanticNode& shown,
                      Typing typing);

/// Lays the element on its drawn words, so that what is marked is what is seen.
/// Addresses in it are real links.
void write_selectable(emscripten::val element, const ui::SemanticNode& next, const ui::SemanticNode& shown);

/// A picture that lies over the canvas.
void write_image(const emscripten::val& element, const ui::SemanticNode& next, const ui::SemanticNode& shown);

}  // namespace parley::web
