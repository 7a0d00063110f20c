#include "web/semantic_text.hpp"

#include <cstdio>
#include <string>

#include "web/attribute.hpp"
#include "web/css.hpp"
#include "web/file_pictures.hpp"

namespace parley::web {

using emscripten::val;
using ui::SemanticNode;

namespace {

void write_clip(val style, const SemanticNode& next) {
    char clip[64];
    std::snprintf(clip, sizeof clip, "inset(%gpx 0 %gpx)", static_cast<double>(next.clipped_above),
                  static_cast<double>(next.clipped_below));
    style.set("clipPath", val(std::string(clip)));
}

/// What is opened learns neither where it was opened from nor by whom.
val make_link(const std::string& address, std::uint32_t color) {
    val link = val::global("document").call<val>("createElement", val("a"));
    attribute(link, "href", address);
    attribute(link, "target", "_blank");
    attribute(link, "rel", "noopener noreferrer");
    link.set("textContent", val(address));
    // The canvas draws the letters; the line under them is the document's.
    val style = link["style"];
    style.set("textDecorationColor", css_color(color));
    return link;
}

}  // namespace

void write_selectable(val element, const SemanticNode& next, const SemanticNode& shown) {
    val style = element["style"];
    style.set("fontSize", css_pixels(next.font_size));
    style.set("lineHeight", css_pixels(next.line_height));
    write_clip(style, next);
    const bool same = next.name == shown.name && next.links == shown.links && next.text_rgba == shown.text_rgba;
    if (same || next.links.empty()) return;
    element.set("textContent", val(""));
    std::size_t at = 0;
    for (const ui::TextSpan& span : next.links) {
        element.call<void>("append", next.name.substr(at, span.begin - at));
        element.call<void>("append", make_link(next.name.substr(span.begin, span.end - span.begin), next.text_rgba));
        at = span.end;
    }
    element.call<void>("append", next.name.substr(at));
}

void write_image(const val& element, const SemanticNode& next, const SemanticNode& shown) {
    if (next.name != shown.name) attribute(element, "alt", next.name);
    if (next.value != shown.value) attribute(element, "src", picture_address(next.value));
    write_clip(element["style"], next);
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
