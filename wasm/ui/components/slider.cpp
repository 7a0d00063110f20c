#include "ui/components/slider.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "ui/components/control.hpp"
#include "ui/components/surface.hpp"

namespace parley::ui {

namespace {

constexpr float track_height = 4;
constexpr float thumb_size = 18;

float stepped(const Slider& look, float value) {
    const float steps = std::round((value - look.min) / look.step);
    return std::clamp(look.min + steps * look.step, look.min, look.max);
}

float share_of(const Slider& look) {
    return look.max > look.min ? std::clamp((look.value - look.min) / (look.max - look.min), 0.0F, 1.0F) : 0;
}

void draw(Context& context, const Rect& rect, float share, Slider::State state) {
    const Palette& palette = *context.palette;
    const bool disabled = state == Slider::State::Disabled;
    const Color color = disabled ? disabled_color(palette, palette.accent) : palette.accent;
    const Rect track = centered(rect, rect.width, track_height);
    Rect part = track;
    const float at = thumb_size / 2 + share * (rect.width - thumb_size);
    part.width = at;
    fill_surface(context, track, faded(palette.neutral, disabled ? shade::disabled : 1), track_height / 2);
    fill(*context.draw, part, color, track_height / 2);
    const Rect thumb{rect.x + at - thumb_size / 2, rect.y + (rect.height - thumb_size) / 2, thumb_size, thumb_size};
    fill(*context.draw, thumb, color, thumb_size / 2);
}

std::optional<float> typed(const Context& context, SemanticId id) {
    const SemanticEvent* input = event_for(context, SemanticEvent::Kind::Input, id);
    if (input == nullptr) return std::nullopt;
    return std::strtof(input->value.c_str(), nullptr);
}

}  // namespace

std::optional<float> slider(Context& context, std::string_view key, const Rect& rect, const Slider& look) {
    const bool disabled = look.state == Slider::State::Disabled;
    SemanticNode& node = add_node(context, SemanticRole::Slider, key, rect, look.label);
    node.value = look.words;
    node.value_now = look.value;
    node.value_min = look.min;
    node.value_max = look.max;
    node.value_step = look.step;
    node.disabled = disabled;
    const SemanticId id = node.id;
    draw(context, rect, share_of(look), look.state);
    focus_ring(context, id, rect, radius::chip);
    if (disabled) return std::nullopt;
    std::optional<float> wanted = typed(context, id);
    if (interact(context, id, rect).held) {
        const float share = (ImGui::GetIO().MousePos.x - rect.x - thumb_size / 2) / (rect.width - thumb_size);
        wanted = look.min + std::clamp(share, 0.0F, 1.0F) * (look.max - look.min);
    }
    if (!wanted || !std::isfinite(*wanted)) return std::nullopt;
    *wanted = stepped(look, *wanted);
    return std::abs(*wanted - look.value) > look.step / 2 ? wanted : std::nullopt;
}

}  // namespace parley::ui
