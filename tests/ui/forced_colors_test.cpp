#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/ui/stage.hpp"
#include "ui/draw.hpp"

namespace parley::ui {
namespace {

using testing::Stage;
using enum SemanticRole;

/// Each another one, so that what is drawn tells what it was taken from.
constexpr SystemColors system_colors = {.canvas = 0x010101FF,
                                        .canvas_text = 0xF0F0F0FF,
                                        .link_text = 0x10A0F0FF,
                                        .button_face = 0x020202FF,
                                        .button_text = 0xF0F000FF,
                                        .button_border = 0xF0A000FF,
                                        .highlight = 0x10F0F0FF,
                                        .highlight_text = 0x030303FF,
                                        .gray_text = 0x90B090FF,
                                        .field = 0x040404FF,
                                        .field_text = 0xE0E0E0FF};

constexpr float tall = 12'000;  ///< what is scrolled out of sight is not drawn
constexpr float tolerance = 5;  ///< of an edge from the element that it is around
constexpr ImU32 opaque = IM_COL32_A_MASK;

bool has_color(const ImDrawVert& corner, Color color) { return (corner.col | opaque) == (packed(color) | opaque); }

template <class Matches>
bool is_drawn_where(const Matches& matches) {
    return std::ranges::any_of(ImGui::GetDrawData()->CmdLists,
                               [&](const ImDrawList* list) { return std::ranges::any_of(list->VtxBuffer, matches); });
}

bool is_drawn_in(const Rect& rect, Color color) {
    const Rect around = outset(rect, tolerance);
    return is_drawn_where([&](const ImDrawVert& corner) {
        return has_color(corner, color) && corner.pos.x >= around.x && corner.pos.x <= right(around) &&
               corner.pos.y >= around.y && corner.pos.y <= bottom(around);
    });
}

/// Whether an edge in one of the colours of edges runs at the top and at both sides. A picture's name stands below it.
bool is_outlined(const Rect& rect) {
    constexpr std::array edges = {system_colors.button_border, system_colors.gray_text, system_colors.highlight,
                                  system_colors.canvas_text};
    return std::ranges::any_of(edges, [&](Color color) {
        const Rect top{rect.x, rect.y, rect.width, 0};
        const Rect left{rect.x, rect.y, 0, rect.height};
        const Rect at_right{right(rect), rect.y, 0, rect.height};
        return is_drawn_in(top, color) && is_drawn_in(left, color) && is_drawn_in(at_right, color);
    });
}

bool is_button_like(const SemanticNode& node) { return node.role == Button || node.role == ToggleButton; }

class ForcedColors : public ::testing::Test {
protected:
    ForcedColors() {
        stage_.surface.theme = Theme::Forced;
        stage_.surface.system_colors = system_colors;
    }
    void show_frames() {
        stage_.frame();
        stage_.frame();
    }
    Stage stage_;
};

TEST_F(ForcedColors, GiveEveryButtonAnOutline) {
    stage_.surface.page = Page::Gallery;
    stage_.surface.height = tall;
    show_frames();
    ASSERT_GT(stage_.result().semantics.size(), 100U);
    for (const SemanticNode& node : stage_.result().semantics) {
        if (!is_button_like(node) || node.name == "A link that acts") continue;
        EXPECT_TRUE(is_outlined(node.rect)) << node.name;
    }
}

TEST_F(ForcedColors, GiveSwitchesAndFieldsAnOutline) {
    stage_.surface.page = Page::Gallery;
    stage_.surface.height = tall;
    show_frames();
    for (const SemanticNode& node : stage_.result().semantics) {
        if (node.role == TextField && !node.inert) {
            EXPECT_TRUE(is_outlined(node.rect)) << node.name;
        }
        if (node.role == Switch) {
            EXPECT_TRUE(is_drawn_in(node.rect, system_colors.button_border) ||
                        is_drawn_in(node.rect, system_colors.gray_text))
                << node.name;
        }
    }
}

TEST_F(ForcedColors, OutlineTheControlsOfACall) {
    stage_.view = testing::call_with(2);
    show_frames();
    for (const char* name : {"Mute microphone", "Turn camera off", "Chat", "People", "Leave call", "More"})
        EXPECT_TRUE(is_outlined(stage_.find_button(name)->rect)) << name;
}

TEST_F(ForcedColors, ShowWhatIsChosenInTheColorOfASelection) {
    stage_.view = testing::call_with(2);
    show_frames();
    const Rect chat = stage_.find_button("Chat")->rect;
    EXPECT_FALSE(is_drawn_in(chat, system_colors.highlight));
    stage_.view.chat.open = true;
    show_frames();
    EXPECT_TRUE(is_drawn_in(stage_.find_button("Chat")->rect, system_colors.highlight));
}

TEST_F(ForcedColors, ShowWhatIsDisabledInTheSystemsGray) {
    stage_.view.screen = core::Screen::Landing;
    show_frames();
    ASSERT_TRUE(stage_.find_button("Open")->disabled);
    EXPECT_TRUE(is_drawn_in(stage_.find_button("Open")->rect, system_colors.gray_text));
}

TEST_F(ForcedColors, OutlineEveryTile) {
    stage_.view = testing::call_with(3);
    stage_.view.participants[2].speaking = true;
    show_frames();
    ASSERT_EQ(stage_.result().tiles.size(), 3U);
    for (const TileFrame& tile : stage_.result().tiles) EXPECT_GE(tile.ring_width, 1);
    EXPECT_GT(stage_.tile("Person 2")->ring_width, stage_.tile("Person 1")->ring_width) << "who speaks is still seen";
}

TEST_F(ForcedColors, LeaveNoColorOfTheOtherThemes) {
    stage_.view = testing::call_with(2);
    stage_.view.participants[1].video_shown = false;
    show_frames();
    const Palette light = palette_for(Theme::Light);
    const Palette dark = palette_for(Theme::Dark);
    for (const Color color : {light.accent, light.neutral, light.danger, dark.accent, dark.neutral,
                              avatar_color(stage_.view.participants[1].peer.value)})
        EXPECT_FALSE(is_drawn_where([&](const ImDrawVert& corner) { return has_color(corner, color); }))
            << std::hex << color;
    EXPECT_EQ(stage_.result().background_rgba, system_colors.canvas);
}

}  // namespace
}  // namespace parley::ui
