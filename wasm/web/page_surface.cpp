#include "web/page_surface.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/css.hpp"
#include "web/system_colors.hpp"

namespace parley::web {

namespace {

using emscripten::val;

void surface_resized(int handle, val entries, val /*observer*/) {
    if (PageSurface* page = Handle<PageSurface>::find(handle)) page->on_resize_observed(entries);
}

void surface_changed(int handle, val /*event*/) {
    if (PageSurface* page = Handle<PageSurface>::find(handle)) page->on_change();
}

val window() { return val::global("window"); }
val document() { return val::global("document"); }
val element(const char* id) { return document().call<val>("getElementById", val(id)); }
val media(const char* query) { return window().call<val>("matchMedia", val(query)); }

/// CSS env() is readable only as the computed style of an element that uses it.
float padding(const val& style, const char* side) {
    const val parsed = val::global("parseFloat")(style[side]);
    return parsed.as<float>();
}

/// How much of the layout viewport's lower edge an on-screen keyboard covers; nothing while zoomed in.
float covered_below(const val& viewport, float page_height) {
    if (!viewport.as<bool>() || viewport["scale"].as<float>() != 1.0F) return 0;
    return std::max(0.0F, page_height - viewport["offsetTop"].as<float>() - viewport["height"].as<float>());
}

/// What the browser observed, where it fits what was computed. It is out of date while a change of size is on
/// its way, and a screen that developer tools emulate is observed without its pixel ratio.
int device_pixels(float computed, int observed) {
    const bool fits = std::abs(computed - static_cast<float>(observed)) <= 1;
    return fits ? observed : static_cast<int>(std::lround(computed));
}

}  // namespace

EMSCRIPTEN_BINDINGS(parley_page_surface) {
    emscripten::function("surface_resized", &surface_resized);
    emscripten::function("surface_changed", &surface_changed);
}

PageSurface::PageSurface(val canvas, Changed changed)
    : canvas_(std::move(canvas)),
      changed_(std::move(changed)),
      dark_(media("(prefers-color-scheme: dark)")),
      forced_colors_(media("(forced-colors: active)")),
      reduced_motion_(media("(prefers-reduced-motion: reduce)")),
      change_listener_(callback("surface_changed", handle_.number())),
      observer_(val::global("ResizeObserver").new_(callback("surface_resized", handle_.number()))) {
    const val query = val::global("URLSearchParams").new_(window()["location"]["search"]);
    if (query.call<bool>("has", val("gallery"))) surface_.page = ui::Page::Gallery;
    listen("addEventListener");
    // observe() throws for a box that the browser does not know.
    const bool exact = val("devicePixelContentBoxSize").in(val::global("ResizeObserverEntry")["prototype"]);
    val options = val::object();
    options.set("box", val(exact ? "device-pixel-content-box" : "content-box"));
    observer_.call<void>("observe", canvas_, options);
    read();
}

PageSurface::~PageSurface() {
    observer_.call<void>("disconnect");
    listen("removeEventListener");
}

void PageSurface::listen(const char* method) {
    for (const val& query : {dark_, forced_colors_, reduced_motion_})
        query.call<void>(method, val("change"), change_listener_);
    window().call<void>(method, val("resize"), change_listener_);
    const val viewport = window()["visualViewport"];
    if (viewport.as<bool>()) viewport.call<void>(method, val("resize"), change_listener_);
}

void PageSurface::read() {
    surface_.width = canvas_["clientWidth"].as<float>();
    surface_.height = canvas_["clientHeight"].as<float>();
    surface_.pixel_ratio = window()["devicePixelRatio"].as<float>();
    const val style = window().call<val>("getComputedStyle", element("safe-area"));
    surface_.inset_top = padding(style, "paddingTop");
    surface_.inset_right = padding(style, "paddingRight");
    surface_.inset_bottom =
        std::max(padding(style, "paddingBottom"), covered_below(window()["visualViewport"], surface_.height));
    surface_.inset_left = padding(style, "paddingLeft");
    surface_.theme = dark_["matches"].as<bool>() ? ui::Theme::Dark : ui::Theme::Light;
    if (forced_colors_["matches"].as<bool>()) {
        surface_.theme = ui::Theme::Forced;
        surface_.system_colors = read_system_colors(element("system-colors"));
    }
    surface_.motion = reduced_motion_["matches"].as<bool>() ? ui::Motion::Reduced : ui::Motion::Full;
    width_px_ = device_pixels(surface_.width * surface_.pixel_ratio, observed_width_px_);
    height_px_ = device_pixels(surface_.height * surface_.pixel_ratio, observed_height_px_);
}

void PageSurface::on_resize_observed(const val& entries) {
    const val sizes = entries[0]["devicePixelContentBoxSize"];
    if (!sizes.isUndefined()) {
        observed_width_px_ = sizes[0]["inlineSize"].as<int>();
        observed_height_px_ = sizes[0]["blockSize"].as<int>();
    }
    on_change();
}

void PageSurface::on_change() {
    read();
    changed_();
}

void PageSurface::show_title(const std::string& title) {
    if (title == title_) return;
    title_ = title;
    document().set("title", val(title));
}

void PageSurface::show_background(std::uint32_t rgba) {
    if (rgba == background_rgba_) return;
    background_rgba_ = rgba;
    document()["body"]["style"].set("backgroundColor", css_color(rgba));
}

}  // namespace parley::web
