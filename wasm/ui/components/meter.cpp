#include "ui/components/meter.hpp"

#include "ui/components/surface.hpp"

namespace parley::ui {

namespace {
constexpr float gap = 3;
constexpr float step_height = 6;
}  // namespace

void meter(Context& context, std::string_view key, const Rect& rect, std::string_view name, std::uint8_t level,
           std::uint8_t level_max) {
    SemanticNode& node = add_node(context, SemanticRole::Meter, key, rect, name);
    node.value_now = level;
    node.value_max = level_max;

    const float width = (rect.width - gap * static_cast<float>(level_max - 1)) / static_cast<float>(level_max);
    Rect step = centered(rect, rect.width, std::min(rect.height, step_height));
    step.width = width;
    for (std::uint8_t i = 0; i < level_max; ++i) {
        const Palette& palette = *context.palette;
        if (i < level)
            fill(*context.draw, step, palette.success, step.height / 2);
        else
            fill_surface(context, step, palette.forced ? palette.page : palette.hairline, step.height / 2);
        step.x += width + gap;
    }
}

}  // namespace parley::ui
