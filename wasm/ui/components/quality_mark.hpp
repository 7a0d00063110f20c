#pragma once

#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// How good something is as bars that rise, like a telephone's sign for its signal: one for poor, three for good. How
/// many are lit says it; the colour only adds to it.
enum class QualityLevel : std::uint8_t { Poor = 1, Fair = 2, Good = 3 };

/// The width of a quality mark that can be pressed, or has a tooltip; as wide as a finger needs.
inline constexpr float quality_mark_width = 28;

/// The bars alone in the middle of `rect`, `height` high. Not said in the semantic layer.
void draw_quality_bars(Context& context, const Rect& rect, QualityLevel level, float height, Color lit, Color unlit);

/// Bars on a picture, as part of a dark chip that is drawn already.
struct QualityMark {
    QualityLevel level = QualityLevel::Good;
    std::string_view label = {};    ///< accessible name
    std::string_view tooltip = {};  ///< said after the name
    enum class Use : std::uint8_t {
        Button,
        Sign,  ///< `label` is text, and there is nothing to press
    } use = Use::Button;
};

/// True when it was pressed in this frame.
bool quality_mark(Context& context, std::string_view key, const Rect& rect, const QualityMark& look);

}  // namespace parley::ui
