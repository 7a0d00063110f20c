#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ui/frame.hpp"
#include "ui/text_rasterizer.hpp"

/// Every colour, size and duration of the interface. Lengths are CSS pixels.
namespace parley::ui {

/// 0xRRGGBBAA, not premultiplied.
using Color = std::uint32_t;

/// What controls are drawn with where the system's colours are forced: alike, whatever they are for, and with an edge.
struct ForcedControls {
    Color face = 0;
    Color text = 0;
    Color edge = 0;
    Color chosen = 0;  ///< pressed, switched on or pointed at in a menu
    Color on_chosen = 0;
    Color disabled = 0;
};

/// The colours of one theme. Pairs that carry text meet WCAG 2.2's 4.5 to 1, those that carry shapes 3 to 1.
struct Palette {
    Color page = 0;    ///< behind everything
    Color raised = 0;  ///< cards and toasts of the page
    Color field = 0;   ///< text fields
    Color on_field = 0;
    Color hairline = 0;  ///< decorative separators
    Color outline = 0;   ///< borders that tell where a control is
    Color text = 0;
    Color text_secondary = 0;
    Color link = 0;    ///< words that are pressed
    Color accent = 0;  ///< filled buttons, meters
    Color on_accent = 0;
    Color accent_tint = 0;  ///< tonal buttons and quiet highlights
    Color on_accent_tint = 0;
    Color neutral = 0;  ///< controls that are neither on nor off
    Color on_neutral = 0;
    Color danger = 0;  ///< leaving
    Color on_danger = 0;
    Color danger_tint = 0;  ///< muted controls and error notes
    Color on_danger_tint = 0;
    Color danger_text = 0;   ///< error text on the page
    Color success = 0;       ///< speaking rings and meters
    Color success_tint = 0;  ///< what works
    Color on_success_tint = 0;
    Color warning_tint = 0;
    Color on_warning_tint = 0;
    Color focus_ring = 0;
    Color tile = 0;   ///< a tile without a picture
    Color scrim = 0;  ///< under words that lie on a picture
    Color on_scrim = 0;
    Color warning_on_scrim = 0;  ///< what needs attention there
    Color inverse = 0;           ///< toasts
    Color on_inverse = 0;
    /// There where the system's colours are forced. Tints say nothing there: what is filled has an edge in `hairline`.
    std::optional<ForcedControls> forced = {};
};

/// `system` counts in Theme::Forced only.
Palette palette_for(Theme theme, const SystemColors& system = {});

/// Backgrounds of avatars, the same in both themes; initials on them are `avatar_text`.
inline constexpr std::array<Color, 8> avatar_colors = {0x3B5BDBFF, 0x0B7285FF, 0x2B7A3DFF, 0x9C36B5FF,
                                                       0xC2255CFF, 0xA8480BFF, 0x5F3DC4FF, 0x495970FF};
inline constexpr Color avatar_text = 0xFFFFFFFF;
/// The colour for a person: the same for the same peer id everywhere.
Color avatar_color(std::string_view peer_id);

/// `color` with its alpha multiplied by `opacity` (0 to 1).
Color faded(Color color, float opacity);
/// `over` laid with `opacity` (0 to 1) on `under`; the result is as opaque as `under`.
Color mixed(Color under, Color over, float opacity);

/// A size of text with the height of its lines.
struct TextStyle {
    float size;
    float line_height;
    FontWeight weight;
};

namespace type {
inline constexpr TextStyle display{40, 48, FontWeight::Medium};
inline constexpr TextStyle title{28, 36, FontWeight::Medium};
inline constexpr TextStyle heading{20, 28, FontWeight::Medium};
inline constexpr TextStyle body{16, 24, FontWeight::Regular};
inline constexpr TextStyle chat{15, 22, FontWeight::Regular};
inline constexpr TextStyle label{15, 20, FontWeight::Medium};
inline constexpr TextStyle small{13, 18, FontWeight::Regular};
}  // namespace type

namespace space {
inline constexpr float xs = 4;
inline constexpr float s = 8;
inline constexpr float m = 16;
inline constexpr float l = 24;
inline constexpr float xl = 40;
}  // namespace space

namespace radius {
inline constexpr float control = 12;
inline constexpr float card = 16;
inline constexpr float tile = 16;
inline constexpr float chip = 8;
}  // namespace radius

namespace size {
inline constexpr float control = 48;       ///< height of buttons and fields
inline constexpr float toggle = 56;        ///< diameter of a call bar's button
inline constexpr float toggle_small = 48;  ///< the same where height is short
inline constexpr float icon = 24;
inline constexpr float icon_small = 18;
inline constexpr float focus_ring = 3;
inline constexpr float focus_gap = 2;
}  // namespace size

/// How strongly a control's own text colour is laid over it, and how much of one that is disabled is left.
namespace shade {
inline constexpr float hover = 0.08F;
inline constexpr float press = 0.16F;
inline constexpr float disabled = 0.5F;
}  // namespace shade

namespace duration {
inline constexpr double toast_s = 4;
inline constexpr double toast_enter_s = 0.16;
inline constexpr double tile_move_s = 0.18;
inline constexpr double tooltip_delay_s = 0.5;
inline constexpr double spinner_step_s = 0.1;
}  // namespace duration

}  // namespace parley::ui
