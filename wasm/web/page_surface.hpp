#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "ui/frame.hpp"
#include "web/callback.hpp"

namespace parley::web {

/// What the page is: its size, pixel ratio, safe areas, theme, and the few things it shows outside the
/// canvas. A keyboard that covers the page's lower edge counts as part of the lower safe area.
class PageSurface {
public:
    /// Called after any of surface() or the size in device pixels changed, before the browser paints.
    using Changed = std::function<void()>;

    /// Watches `canvas`, which the stylesheet stretches over the page.
    PageSurface(emscripten::val canvas, Changed changed);
    ~PageSurface();
    PageSurface(const PageSurface&) = delete;
    PageSurface& operator=(const PageSurface&) = delete;

    const ui::Surface& surface() const { return surface_; }

    /// The canvas' size in device pixels, exact where the browser tells (Resize Observer section 3.2).
    int width_px() const { return width_px_; }
    int height_px() const { return height_px_; }

    /// The document's title, and the colour of <body> as 0xRRGGBBAA.
    void show_title(const std::string& title);
    void show_background(std::uint32_t rgba);

    void on_resize_observed(const emscripten::val& entries);
    void on_change();

private:
    void read();
    void listen(const char* method);

    emscripten::val canvas_;
    Changed changed_;
    ui::Surface surface_;
    int width_px_ = 0;
    int height_px_ = 0;
    int observed_width_px_ = 0;
    int observed_height_px_ = 0;
    std::string title_;
    std::optional<std::uint32_t> background_rgba_;
    emscripten::val dark_;
    emscripten::val forced_colors_;
    emscripten::val reduced_motion_;
    Handle<PageSurface> handle_{*this};
    emscripten::val change_listener_;
    emscripten::val observer_;
};

}  // namespace parley::web
