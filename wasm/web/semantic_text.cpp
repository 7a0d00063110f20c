#include "web/semantic_text.hpp"

#include <cstdio>
#include <string>

#include "web/attribute.hpp"
#include "web/css.hpp"

namespace parley::web {

using emscripten::val;
using ui::SemanticNode;

void write_selectable(const val& element, const SemanticNode& next) {
    val style = element["style"];
    style.set("fontSize", css_pixels(next.font_size));
    style.set("lineHeight", css_pixels(next.line_height));
    char clip[64];
    std::snprintf(clip, sizeof clip, "inset(%gpx 0 %gpx)", static_cast<double>(next.clipped_above),
                  static_cast<double>(next.clipped_below));
    style.set("clipPath", val(std::string(clip)));
}

void write_text_field(val element, const SemanticNode& next, const SemanticNode& shown, Typing typing) {
    attribute(element, "placeholder", next.placeholder);
    attribute(element, "autocomplete", next.autocomplete);
    attribute(element, "maxlength", next.max_length > 0 ? std::to_string(next.max_length) : "");
    val style = element["style"];
    if (next.multi_line) style.set("lineHeight", css_pixels(next.line_height));
    style.set("color", css_color(next.text_rgba));
    style.set("fontSize", css_pixels(next.font_size));
    style.set("paddingInline", css_pixels(next.text_inset));
    const bool interface_wrote = next.value != shown.value || next.revision != shown.revision;
    if (interface_wrote && typing == Typing::Idle && element["value"].as<std::string>() != next.value)
        element.set("value", val(next.value));
}

}  // namespace parley::web
