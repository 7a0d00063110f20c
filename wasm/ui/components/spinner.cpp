#include "ui/components/spinner.hpp"

#include <cmath>
#include <numbers>

namespace parley::ui {

namespace {
constexpr int spokes = 10;
constexpr float faintest = 0.18F;
}  // namespace

void draw_spinner(Context& context, const Rect& rect, Color color) {
    const bool moving = context.surface.motion == Motion::Full;
    const int lit = moving ? static_cast<int>(std::fmod(context.now_s / duration::spinner_step_s, spokes)) : 0;
    const float outer = std::min(rect.width, rect.height) / 2;
    const float thickness = outer / 4;
    const ImVec2 middle(rect.x + rect.width / 2, rect.y + rect.height / 2);
    for (int spoke = 0; spoke < spokes; ++spoke) {
        const float age = static_cast<float>((lit - spoke + spokes) % spokes) / spokes;
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(spoke) / spokes;
        const ImVec2 direction(std::sin(angle), -std::cos(angle));
        const float from = outer * 0.55F;
        const float to = outer - thickness / 2;
        context.draw->AddLine({middle.x + direction.x * from, middle.y + direction.y * from},
                              {middle.x + direction.x * to, middle.y + direction.y * to},
                              packed(faded(color, std::max(faintest, 1 - age))), thickness);
    }
    if (moving) request_frame(context, duration::spinner_step_s);
}

void spinner(Context& context, std::string_view key, const Rect& rect, std::string_view name) {
    add_node(context, SemanticRole::Progress, key, rect, name);
    draw_spinner(context, rect, context.palette->accent);
}

}  // namespace parley::ui
