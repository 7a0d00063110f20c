#include "ui/components/qr_code.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "tests/ui/stage.hpp"
#include "ui/geometry.hpp"

// The sheet with the QR code of the link.

namespace parley::ui {
namespace {

using testing::emitted;
using testing::Stage;
using State = core::QrCodeView::State;
using enum SemanticRole;

constexpr ImU32 black = IM_COL32(0, 0, 0, 255);
constexpr std::size_t code_size = 37;
constexpr std::size_t quiet_zone = 4;
constexpr const char* code_name = "QR code of the meeting's link";

/// What was drawn in exactly that colour as rectangles.
std::vector<Rect> rectangles_in(ImU32 color) {
    std::vector<Rect> found;
    const ImDrawData& drawn = *ImGui::GetDrawData();
    for (const ImDrawList* list : drawn.CmdLists) {
        const auto& corners = list->VtxBuffer;
        for (int i = 0; i + 3 < corners.Size; ++i) {
            if (corners[i].col != color || corners[i + 3].col != color) continue;
            const ImVec2 from = corners[i].pos;
            const ImVec2 to = corners[i + 2].pos;
            found.push_back({from.x, from.y, to.x - from.x, to.y - from.y});
            i += 3;
        }
    }
    return found;
}

bool holds(const std::vector<Rect>& rectangles, float x, float y) {
    return std::ranges::any_of(rectangles, [x, y](const Rect& rect) {
        return x >= rect.x && x < right(rect) && y >= rect.y && y < bottom(rect);
    });
}

/// Runs and single modules, and no symmetry that would hide a row taken for a column.
core::QrCode some_code() {
    core::QrCode code{.size = code_size, .modules = {}};
    for (std::size_t row = 0; row < code_size; ++row) {
        for (std::size_t column = 0; column < code_size; ++column)
            code.modules.push_back((column * 3 + row * row) % 5 < 2 || column == 0);
    }
    return code;
}

class QrSheet : public ::testing::Test {
protected:
    QrSheet() { stage_.view = testing::call_with(2); }

    void show(State state) {
        stage_.view.qr_code = {.open = true, .state = state, .code = nullptr};
        if (state == State::Made) stage_.view.qr_code.code = std::make_shared<const core::QrCode>(code_);
        stage_.frame();
        stage_.frame();
    }
    void expect_exactly_the_code() {
        const SemanticNode* image = stage_.find(Image, code_name);
        ASSERT_NE(image, nullptr);
        const std::vector<Rect> dark = rectangles_in(black);
        const std::size_t across = code_size + 2 * quiet_zone;
        const float module = image->rect.width / static_cast<float>(across);
        for (std::size_t row = 0; row < across; ++row) {
            for (std::size_t column = 0; column < across; ++column) {
                const bool inside = row >= quiet_zone && row < quiet_zone + code_size && column >= quiet_zone &&
                                    column < quiet_zone + code_size;
                const bool wanted = inside && code_.is_dark(column - quiet_zone, row - quiet_zone);
                const float x = image->rect.x + (static_cast<float>(column) + 0.5F) * module;
                const float y = image->rect.y + (static_cast<float>(row) + 0.5F) * module;
                ASSERT_EQ(holds(dark, x, y), wanted) << column << ' ' << row;
            }
        }
    }

    const core::QrCode code_ = some_code();
    Stage stage_;
};

TEST_F(QrSheet, DrawsTheModulesOfTheCodeAndAQuietZone) {
    show(State::Made);
    expect_exactly_the_code();
}

TEST_F(QrSheet, DrawsBlackOnWhiteInADarkThemeToo) {
    stage_.surface.theme = Theme::Dark;
    show(State::Made);
    expect_exactly_the_code();
    const Rect square = stage_.find(Image, code_name)->rect;
    EXPECT_EQ(std::ranges::count(rectangles_in(IM_COL32_WHITE), square), 1);
}

TEST_F(QrSheet, GivesEachModuleWholePixels) {
    for (const float ratio : {1.0F, 1.5F, 2.0F, 3.0F}) {
        stage_.surface.pixel_ratio = ratio;
        show(State::Made);
        const Rect square = stage_.find(Image, code_name)->rect;
        const float module_px = square.width * ratio / static_cast<float>(code_size + 2 * quiet_zone);
        EXPECT_NEAR(module_px, std::round(module_px), 0.001F) << ratio;
        EXPECT_NEAR(square.x * ratio, std::round(square.x * ratio), 0.01F) << ratio;
    }
}

TEST_F(QrSheet, IsLargeWithoutScrollingOnAPhone) {
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    show(State::Made);
    const Rect square = stage_.find(Image, code_name)->rect;
    EXPECT_GT(square.width, 300);
    EXPECT_EQ(stage_.find(Image, code_name)->clipped_below, 0);
    EXPECT_LE(bottom(stage_.find(Text, stage_.view.link)->rect), stage_.find(Button, "Copy link")->rect.y);
}

TEST_F(QrSheet, SaysWhatToDoWithTheCodeAndGivesTheLink) {
    show(State::Made);
    EXPECT_TRUE(stage_.shows(Dialog, "Join on another device"));
    EXPECT_TRUE(stage_.shows(Text, "Point a phone's camera at it. Whoever has the link can come in."));
    EXPECT_TRUE(stage_.shows(Text, stage_.view.link));
    EXPECT_EQ(stage_.find(Image, code_name)->value, "") << "the document has nothing to show there";
    EXPECT_TRUE(emitted<core::action::CopyLink>(stage_.activate("Copy link")));
}

TEST_F(QrSheet, SaysThatTheCodeIsBeingMade) {
    show(State::Making);
    EXPECT_TRUE(stage_.shows(Progress, "Making the QR code"));
    EXPECT_FALSE(stage_.shows(Image, code_name));
}

TEST_F(QrSheet, SaysThatTheCodeCouldNotBeMade) {
    show(State::Failed);
    EXPECT_TRUE(stage_.shows(Status, "The QR code could not be made. Copy the link instead."));
    EXPECT_FALSE(stage_.shows(Progress, "Making the QR code"));
    EXPECT_FALSE(stage_.shows(Text, "Point a phone's camera at it. Whoever has the link can come in."));
    EXPECT_TRUE(emitted<core::action::CopyLink>(stage_.activate("Copy link")));
}

TEST_F(QrSheet, IsOpenedFromTheMenuAndClosedByEscape) {
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Button, "Show QR code"));
    EXPECT_TRUE(emitted<core::action::ShowQrCode>(stage_.choose("Show QR code")));
    show(State::Made);
    EXPECT_TRUE(stage_.find(Main, "Parley")->inert);
    stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
    EXPECT_TRUE(emitted<core::action::CloseQrCode>(stage_.frame()));
}

TEST_F(QrSheet, IsOpenedBesideTheCallWhereThereIsRoomAndElsewhereFromTheMenu) {
    stage_.view = testing::call_with(1);
    stage_.frame();
    EXPECT_TRUE(emitted<core::action::ShowQrCode>(stage_.activate("Show QR code")));
    stage_.open_menu("More");
    EXPECT_FALSE(stage_.shows(MenuItem, "Show QR code"));
    stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
    stage_.frame();
    stage_.surface.width = 390;
    stage_.surface.height = 844;
    stage_.frame();
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Button, "Show QR code"));
    EXPECT_TRUE(emitted<core::action::ShowQrCode>(stage_.choose("Show QR code")));
}

}  // namespace
}  // namespace parley::ui
