#include "ui/components/banner.hpp"

#include <string>

#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float padding = 12;
constexpr float icon_column = 32;
constexpr float button_height = 36;
constexpr float button_beside_min_width = 420;

struct Colors {
    Color background;
    Color text;
};

Colors colors_of(const Palette& palette, Banner::Tone tone) {
    switch (tone) {
        case Banner::Tone::Warning:
            return {palette.warning_tint, palette.on_warning_tint};
        case Banner::Tone::Danger:
            return {palette.danger_tint, palette.on_danger_tint};
        case Banner::Tone::Neutral:
            break;
    }
    return {palette.accent_tint, palette.on_accent_tint};
}

struct Parts {
    Rect icon, title, text, action;
    float height = 0;
};

/// The button stands beside the words where there is room, else below them.
Parts lay_out(Context& context, const Banner& banner, Rect rect) {
    Parts parts;
    const Rect whole = rect;
    rect = inset(rect, padding, padding);
    const bool has_action = !banner.action.empty();
    const float action_width = has_action ? button_width(context, banner.action) : 0;
    const bool beside = has_action && rect.width >= button_beside_min_width;
    Rect words{rect.x + icon_column, rect.y, rect.width - icon_column - (beside ? action_width + space::m : 0), 0};
    parts.icon = {rect.x, rect.y, icon_column - space::s, type::body.line_height};
    parts.title = {words.x, words.y, words.width,
                   banner.title.empty() ? 0 : lines_height(context, banner.title, type::label, words.width)};
    parts.text = {words.x, bottom(parts.title), words.width,
                  lines_height(context, banner.text, type::small, words.width)};
    const float words_height = std::max(type::body.line_height, bottom(parts.text) - words.y);
    if (banner.title.empty()) parts.text.y += std::max(0.0F, words_height - parts.text.height) / 2;
    parts.height = words_height + 2 * padding;
    if (beside) {
        parts.height = std::max(parts.height, button_height + 2 * padding);
        parts.action = {right(rect) - action_width, whole.y + (parts.height - button_height) / 2, action_width,
                        button_height};
    } else if (has_action) {
        parts.action = {words.x, rect.y + words_height + space::s, action_width, button_height};
        parts.height += button_height + space::s;
    }
    return parts;
}

}  // namespace

float banner_height(Context& context, const Banner& banner, float width) {
    return lay_out(context, banner, {0, 0, width, 0}).height;
}

bool banner(Context& context, std::string_view key, const Rect& rect, const Banner& banner) {
    const Colors colors = colors_of(*context.palette, banner.tone);
    const Parts parts = lay_out(context, banner, rect);
    fill(*context.draw, rect, colors.background, radius::control);
    draw_icon(context, parts.icon, icon_path(banner.icon), 20, colors.text);

    std::string words(banner.title);
    if (!words.empty()) words += ". ";
    words += banner.text;
    add_node(context, SemanticRole::Status, key, rect, words);
    if (!banner.title.empty()) draw_lines(context, parts.title, banner.title, type::label, colors.text);
    draw_lines(context, parts.text, banner.text, type::small, colors.text);
    if (banner.action.empty()) return false;
    return button(context, std::string(key) + " action", parts.action, banner.action,
                  {.kind = ButtonLook::Kind::Filled, .description = banner.action_description});
}

}  // namespace parley::ui
