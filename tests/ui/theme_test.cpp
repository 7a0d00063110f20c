#include "ui/theme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace parley::ui {
namespace {

/// Relative luminance (WCAG 2.2).
double luminance(Color color) {
    double sum = 0;
    constexpr double weights[] = {0.2126, 0.7152, 0.0722};
    for (unsigned i = 0; i < 3; ++i) {
        const double part = ((color >> (24 - 8 * i)) & 0xFFU) / 255.0;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(Color first, Color second) {
    const double one = luminance(first);
    const double other = luminance(second);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

struct Pair {
    const char* name;
    Color Palette::* front;
    Color Palette::* back;
};

constexpr Pair texts[] = {
    {"text on page", &Palette::text, &Palette::page},
    {"text in a field", &Palette::on_field, &Palette::field},
    {"text on raised", &Palette::text, &Palette::raised},
    {"text on neutral", &Palette::text, &Palette::neutral},
    {"secondary text on page", &Palette::text_secondary, &Palette::page},
    {"secondary text on raised", &Palette::text_secondary, &Palette::raised},
    {"secondary text on tile", &Palette::text_secondary, &Palette::tile},
    {"link on page", &Palette::link, &Palette::page},
    {"link on raised", &Palette::link, &Palette::raised},
    {"link on tint", &Palette::link, &Palette::accent_tint},
    {"link on neutral", &Palette::link, &Palette::neutral},
    {"on accent", &Palette::on_accent, &Palette::accent},
    {"on accent tint", &Palette::on_accent_tint, &Palette::accent_tint},
    {"on neutral", &Palette::on_neutral, &Palette::neutral},
    {"on danger", &Palette::on_danger, &Palette::danger},
    {"on danger tint", &Palette::on_danger_tint, &Palette::danger_tint},
    {"danger text on page", &Palette::danger_text, &Palette::page},
    {"danger text on raised", &Palette::danger_text, &Palette::raised},
    {"on warning tint", &Palette::on_warning_tint, &Palette::warning_tint},
    {"on success tint", &Palette::on_success_tint, &Palette::success_tint},
    {"on inverse", &Palette::on_inverse, &Palette::inverse},
};

constexpr Pair shapes[] = {
    {"outline on page", &Palette::outline, &Palette::page},
    {"outline on raised", &Palette::outline, &Palette::raised},
    {"focus ring on page", &Palette::focus_ring, &Palette::page},
    {"focus ring on raised", &Palette::focus_ring, &Palette::raised},
    {"speaking ring on page", &Palette::success, &Palette::page},
    {"accent on page", &Palette::accent, &Palette::page},
    {"danger on page", &Palette::danger, &Palette::page},
    {"plot on raised", &Palette::accent, &Palette::raised},
    {"second line of a plot on raised", &Palette::success, &Palette::raised},
    {"baseline of a plot on raised", &Palette::outline, &Palette::raised},
};

// Two of the contrast themes that come with Windows 11.
constexpr SystemColors night_sky = {.canvas = 0x000000FF,
                                    .canvas_text = 0xFFFFFFFF,
                                    .link_text = 0x8080FFFF,
                                    .button_face = 0x000000FF,
                                    .button_text = 0xFFEE32FF,
                                    .button_border = 0xFFEE32FF,
                                    .highlight = 0xD6B4FDFF,
                                    .highlight_text = 0x2B2B2BFF,
                                    .gray_text = 0xA6A6A6FF,
                                    .field = 0x000000FF,
                                    .field_text = 0xFFFFFFFF};
constexpr SystemColors desert = {.canvas = 0xFFFAEFFF,
                                 .canvas_text = 0x3D3D3DFF,
                                 .link_text = 0x1C5E75FF,
                                 .button_face = 0xFFFAEFFF,
                                 .button_text = 0x202020FF,
                                 .button_border = 0x202020FF,
                                 .highlight = 0x903909FF,
                                 .highlight_text = 0xFFF5E3FF,
                                 .gray_text = 0x676767FF,
                                 .field = 0xFFFAEFFF,
                                 .field_text = 0x3D3D3DFF};

struct Look {
    const char* name;
    Theme theme;
    SystemColors system = {};
};

class EveryTheme : public ::testing::TestWithParam<Look> {
protected:
    static Palette palette() { return palette_for(GetParam().theme, GetParam().system); }
};
INSTANTIATE_TEST_SUITE_P(Theme, EveryTheme,
                         ::testing::Values(Look{"Light", Theme::Light}, Look{"Dark", Theme::Dark},
                                           Look{"NightSky", Theme::Forced, night_sky},
                                           Look{"Desert", Theme::Forced, desert}),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

TEST_P(EveryTheme, HasReadableText) {
    const Palette palette = EveryTheme::palette();
    for (const Pair& pair : texts) EXPECT_GE(contrast(palette.*pair.front, palette.*pair.back), 4.5) << pair.name;
}

TEST_P(EveryTheme, HasVisibleShapes) {
    const Palette palette = EveryTheme::palette();
    for (const Pair& pair : shapes) EXPECT_GE(contrast(palette.*pair.front, palette.*pair.back), 3.0) << pair.name;
}

TEST_P(EveryTheme, KeepsWordsOnPicturesReadable) {
    const Palette palette = EveryTheme::palette();
    const float opacity = static_cast<float>(palette.scrim & 0xFFU) / 255;
    const Color on_white = mixed(0xFFFFFFFF, palette.scrim | 0xFFU, opacity);
    EXPECT_GE(contrast(palette.on_scrim, on_white), 4.5);
    EXPECT_GE(contrast(palette.warning_on_scrim, on_white), 3.0) << "a shape";
}

TEST_P(EveryTheme, KeepsForcedControlsReadable) {
    const std::optional<ForcedControls> forced = palette().forced;
    EXPECT_EQ(forced.has_value(), GetParam().theme == Theme::Forced);
    if (!forced) return;
    EXPECT_GE(contrast(forced->text, forced->face), 4.5);
    EXPECT_GE(contrast(forced->on_chosen, forced->chosen), 4.5);
    EXPECT_GE(contrast(forced->edge, palette().page), 3.0);
    EXPECT_GE(contrast(forced->chosen, forced->face), 3.0) << "what is chosen differs from what is not";
}

TEST(Theme, KeepsInitialsReadableOnEveryAvatar) {
    for (const Color color : avatar_colors) EXPECT_GE(contrast(avatar_text, color), 4.5) << std::hex << color;
}

TEST(Theme, PicksTheSameAvatarColorForTheSamePeer) {
    EXPECT_EQ(avatar_color("abcdefghijklmnopqrstuvwxyz"), avatar_color(std::string("abcdefghijklmnopqrstuvwxyz")));
}

TEST(Theme, PicksDifferentAvatarColorsForDifferentPeers) {
    std::vector<Color> seen;
    for (char letter = 'a'; letter <= 'z'; ++letter) seen.push_back(avatar_color(std::string("peer") + letter));
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(std::unique(seen.begin(), seen.end()) - seen.begin(), std::ssize(avatar_colors));
}

TEST(Theme, FadesOnlyAlpha) { EXPECT_EQ(faded(0x102030FF, 0.5F), 0x10203080U); }

TEST(Theme, MixesOnlyColor) { EXPECT_EQ(mixed(0x00000080, 0xFFFFFFFF, 0.5F), 0x80808080U); }

}  // namespace
}  // namespace parley::ui
