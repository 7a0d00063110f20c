#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/context.hpp"

namespace parley::ui {

/// What toasts remember between frames.
struct ToastMemory {
    struct Shown {
        std::uint64_t id = 0;
        std::string text;
        double since_s = 0;
    };
    std::vector<Shown> shown;     ///< oldest first, at most `toasts_max`
    std::uint64_t latest_id = 0;  ///< notices up to this one have had their turn
};

inline constexpr std::size_t toasts_max = 3;

/// Shows `text` from now on, for `duration::toast_s`. Over the bound the oldest goes.
void add_toast(Context& context, ToastMemory& memory, std::uint64_t id, std::string text);

/// Draws what is due, stacked upwards from the bottom of `area`, over everything else.
void show_toasts(Context& context, ToastMemory& memory, const Rect& area);

/// One toast in the middle of `rect`.
void draw_toast(Context& context, const Rect& rect, std::string_view text, float opacity);

}  // namespace parley::ui
