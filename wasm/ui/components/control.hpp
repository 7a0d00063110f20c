#pragma once

#include <cstdint>

#include "ui/context.hpp"

/// How anything that can be used is drawn. Where the system's colours are forced it looks as the system says, whatever
/// its own colours are.
namespace parley::ui {

enum class ControlState : std::uint8_t { Enabled, Chosen, Disabled };

struct ControlColors {
    Color face;
    Color content;  ///< words and icons on it
};

/// `own`, unless others are forced.
ControlColors control_colors(const Palette& palette, ControlState state, const ControlColors& own);

/// `own` paler, or the system's colour for what is disabled.
Color disabled_color(const Palette& palette, Color own);

/// The shape of a control, with an edge where colours are forced; gives the colour of what stands on it.
Color draw_control(Context& context, const Rect& rect, float corner_radius, ControlState state,
                   const ControlColors& own, const Interaction& interaction);

}  // namespace parley::ui
