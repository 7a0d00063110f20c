#include "ui/components/meter.hpp"

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
        const Color color = i < level ? context.palette->success : context.palette->hairline;
        fill(*context.draw, step, color, step.height / 2);
        step.x += width + gap;
    }
}

}  // namespace parley::ui
