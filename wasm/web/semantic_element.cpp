#include "web/semantic_element.hpp"

#include <cstdio>
#include <string>

#include "web/attribute.hpp"
#include "web/css.hpp"
#include "web/semantic_shape.hpp"

namespace parley::web {

namespace {

using emscripten::val;
using ui::is_button;
using ui::SemanticNode;
using ui::SemanticRole;

/// Whether the node's name is the text inside its element; else it is a label.
bool is_named_by_text(SemanticRole role) {
    return role == SemanticRole::Heading || role == SemanticRole::Text || role == SemanticRole::Status ||
           role == SemanticRole::Alert || is_button(role) || role == SemanticRole::Link;
}

std::string number(float value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", static_cast<double>(value));
    return text;
}

void write_place(val style, const ui::Rect& rect) {
    style.set("left", css_pixels(rect.x));
    style.set("top", css_pixels(rect.y));
    style.set("width", css_pixels(rect.width));
    style.set("height", css_pixels(rect.height));
}

void write_range(const val& element, const SemanticNode& next) {
    attribute(element, "aria-valuemin", "0");
    attribute(element, "aria-valuemax", number(next.value_max));
    attribute(element, "aria-valuenow", number(next.value_now));
    attribute(element, "aria-valuetext", next.value);
}

void write_position(const val& element, const SemanticNode& next) {
    attribute(element, "aria-posinset", next.set_size > 0 ? std::to_string(next.position) : "");
    attribute(element, "aria-setsize", next.set_size > 0 ? std::to_string(next.set_size) : "");
}

/// The number is left alone while it is right: an element that is being moved keeps its thumb.
void write_slider(val element, const SemanticNode& next, const SemanticNode& shown) {
    element.set("disabled", next.disabled);
    attribute(element, "min", number(next.value_min));
    attribute(element, "max", number(next.value_max));
    attribute(element, "step", number(next.value_step));
    attribute(element, "aria-valuetext", next.value);
    if (next.value_now != shown.value_now || shown.id == 0) element.set("value", val(number(next.value_now)));
}

void write_button(val element, const SemanticNode& next) {
    element.set("disabled", next.disabled);
    if (!next.shortcut.empty()) attribute(element, "aria-keyshortcuts", next.shortcut);
    if (!next.expanded) return;
    attribute(element, "aria-haspopup", "menu");
    attribute(element, "aria-expanded", *next.expanded ? "true" : "false");
}

const char* state_attribute(SemanticRole role) {
    return role == SemanticRole::Switch || role == SemanticRole::MenuItemRadio ? "aria-checked" : "aria-pressed";
}

}  // namespace

val make_element(const SemanticNode& node) {
    const ElementShape kind = element_shape(node);
    val element = val::global("document").call<val>("createElement", val(kind.tag));
    if (kind.role != nullptr) attribute(element, "role", kind.role);
    if (is_button(node.role)) element.set("type", val("button"));
    if (node.role == SemanticRole::Slider) element.set("type", val("range"));
    if (node.role == SemanticRole::TextField) {
        if (!node.multi_line) element.set("type", val("text"));
        element.set("dir", val("auto"));
    }
    if (node.selectable) {
        element.set("className", val("selectable"));
        element.set("dir", val("auto"));
    }
    if (node.role == SemanticRole::Dialog) {
        attribute(element, "aria-modal", "true");
        attribute(element, "tabindex", "-1");  // the focus begins at the dialog itself
    }
    element.set("semanticId", node.id);
    return element;
}

void write_element(val element, const SemanticNode& next, const SemanticNode& shown, Typing typing) {
    write_place(element["style"], next.rect);
    element.set("hidden", next.hidden);
    element.set("inert", next.inert);
    attribute(element, "aria-description", next.description);
    if (!is_named_by_text(next.role)) {
        attribute(element, "aria-label", next.name);
    } else if (next.name != shown.name) {
        element.set("textContent", val(next.name));
    }
    if (next.pressed) {
        attribute(element, state_attribute(next.role), *next.pressed ? "true" : "false");
    }
    switch (next.role) {
        case SemanticRole::Heading:
            return attribute(element, "aria-level", std::to_string(next.level));
        case SemanticRole::Button:
        case SemanticRole::ToggleButton:
        case SemanticRole::Switch:
        case SemanticRole::MenuItem:
        case SemanticRole::MenuItemRadio:
            return write_button(element, next);
        case SemanticRole::Slider:
            return write_slider(element, next, shown);
        case SemanticRole::TextField:
            element.set("disabled", next.disabled);
            return write_text_field(element, next, shown, typing);
        case SemanticRole::Meter:
        case SemanticRole::Progress:
            return write_range(element, next);
        case SemanticRole::Link:
            return attribute(element, "href", next.value);
        case SemanticRole::ListItem:
            return write_position(element, next);
        case SemanticRole::Text:
            if (next.selectable) write_selectable(element, next, shown);
            return;
        case SemanticRole::Image:
            if (!next.value.empty()) write_image(element, next, shown);
            return;
        default:
            return;
    }
}

}  // namespace parley::web
