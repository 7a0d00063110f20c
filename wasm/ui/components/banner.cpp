#include "ui/components/banner.hpp"

#include <cmath>
#include <string>

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float padding = 12;
constexpr float icon_column = 32;
constexpr float icon_size = 20;
constexpr float button_height = 36;
constexpr float button_beside_min_width = 420;

struct Colors {
    Color background;
    Color text;
};

Colors colors_of(const Palette& palette, Banner::Tone tone) {
    switch (tone) {
        case Banner::Tone::Success:
            return {palette.success_tint, palette.on_success_tint};
        case Banner::Tone::Warning:
            return {palette.warning_tint, palette.on_warning_tint};
        case Banner::Tone::Danger:
            return {palette.danger_tint, palette.on_danger_tint};
        case Banner::Tone::Neutral:
            break;
    }
    return {palette.accent_tint, palette.on_accent_tint};
}

const TextStyle& text_style(const Banner& banner) {
    return banner.size == Banner::Size::Large ? type::chat : type::small;
}

struct Parts {
    Rect icon, title, text, action;
    float height = 0;
};

/// The button stands beside the words where there is room, else below them.
Parts lay_out(Context& context, const Banner& banner, const Rect& rect) {
    Parts parts;
    const Rect inner = inset(rect, padding, padding);
    const bool has_action = !banner.action.empty();
    const float action_width = has_action ? button_width(context, banner.action) : 0;
    const bool beside = has_action && inner.width >= button_beside_min_width;
    const float width = inner.width - icon_column - (beside ? action_width + space::m : 0);
    const float title = banner.title.empty() ? 0 : lines_height(context, banner.title, type::label, width);
    const float text = lines_height(context, banner.text, text_style(banner), width);
    const bool airy = banner.size == Banner::Size::Large && title > 0;
    const float between = airy ? space::xs : 0;
    const float row = std::max({title + between + text, type::body.line_height, beside ? button_height : 0});

    const float x = inner.x + icon_column;
    parts.title = {x, inner.y + std::floor((row - title - between - text) / 2), width, title};
    parts.text = {x, bottom(parts.title) + between, width, text};
    parts.icon = {inner.x, parts.title.y, icon_size,
                  banner.title.empty() ? text_style(banner).line_height : type::label.line_height};
    parts.height = row + 2 * padding;
    if (beside) {
        parts.action = {right(inner) - action_width, inner.y + std::floor((row - button_height) / 2), action_width,
                        button_height};
    } else if (has_action) {
        parts.action = {x, inner.y + row + space::s, action_width, button_height};
        parts.height += button_height + space::s;
    }
    return parts;
}

}  // namespace

float banner_width(Context& context, const Banner& banner) {
    const float words =
        std::max(context.runs.width(banner.title, type::label), context.runs.width(banner.text, text_style(banner)));
    const float action = banner.action.empty() ? 0 : button_width(context, banner.action) + space::m;
    return std::ceil(2 * padding + icon_column + words + space::xs + action);
}

float banner_height(Context& context, const Banner& banner, float width) {
    return lay_out(context, banner, {0, 0, width, 0}).height;
}

bool banner(Context& context, std::string_view key, const Rect& rect, const Banner& banner) {
    const Colors colors = colors_of(*context.palette, banner.tone);
    const Parts parts = lay_out(context, banner, rect);
    fill_surface(context, rect, colors.background, radius::control);
    draw_icon(context, parts.icon, icon_path(banner.icon), icon_size, colors.text);

    std::string words(banner.title);
    if (!words.empty()) words += ". ";
    words += banner.text;
    add_node(context, SemanticRole::Status, key, rect, words);
    if (!banner.title.empty()) draw_lines(context, parts.title, banner.title, type::label, colors.text);
    draw_lines(context, parts.text, banner.text, text_style(banner), colors.text);
    if (banner.action.empty()) return false;
    return button(context, std::string(key) + " action", parts.action, banner.action,
                  {.kind = ButtonLook::Kind::Filled, .description = banner.action_description});
}

}  // namespace parley::ui
