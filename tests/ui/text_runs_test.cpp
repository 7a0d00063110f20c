#include "ui/text_runs.hpp"

#include <gtest/gtest.h>
#include <imgui_internal.h>

#include <memory>
#include <string>

#include "tests/ui/stage.hpp"
#include "ui/font_loader.hpp"

namespace parley::ui {
namespace {

constexpr TextStyle style{16, 24, FontWeight::Regular};

struct DestroyContext {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

/// Runs and an atlas in frames of a context of their own.
class Runs : public ::testing::Test {
protected:
    Runs() {
        ImGui::SetCurrentContext(context_.get());
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {100, 100};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        add_platform_font(*io.Fonts, rasterizer_);
    }

    template <class Draw>
    void frame(const Draw& draw, float pixel_ratio = 1) {
        ImGui::NewFrame();
        runs_.begin_frame(*ImGui::GetIO().Fonts, pixel_ratio);
        draw(*ImGui::GetForegroundDrawList());
        ImGui::Render();
    }

    testing::FakeRasterizer rasterizer_;
    std::unique_ptr<ImGuiContext, DestroyContext> context_{ImGui::CreateContext()};
    TextRuns runs_{rasterizer_};
};

TEST_F(Runs, RasterisesAStringOnce) {
    frame([](ImDrawList&) {});
    const int before = rasterizer_.texts;
    for (int i = 0; i < 3; ++i)
        frame([&](ImDrawList& list) {
            runs_.width("Ada", style);
            runs_.draw(list, "Ada", style, 0, 20, 0xFFFFFFFF);
        });
    EXPECT_EQ(rasterizer_.texts, before + 1);
}

TEST_F(Runs, RasterisesNothingThatIsOnlyMeasured) {
    frame([](ImDrawList&) {});
    const int before = rasterizer_.texts;
    frame([&](ImDrawList&) { runs_.width("Ada", style); });
    EXPECT_EQ(rasterizer_.texts, before);
}

TEST_F(Runs, MeasuresInCssPixelsAtAnyPixelRatio) {
    frame([&](ImDrawList&) { EXPECT_FLOAT_EQ(runs_.width("Ada", style), 24); }, 1);
    frame([&](ImDrawList&) { EXPECT_FLOAT_EQ(runs_.width("Ada", style), 24); }, 2.5F);
}

TEST_F(Runs, DropsWhatWasMadeForAnotherPixelRatio) {
    frame([&](ImDrawList& list) { runs_.draw(list, "Ada", style, 0, 20, 0xFFFFFFFF); }, 1);
    frame([&](ImDrawList& list) { runs_.draw(list, "Bob", style, 0, 20, 0xFFFFFFFF); }, 2);
    EXPECT_EQ(runs_.run_count(), 1U);
}

TEST_F(Runs, StaysUnderItsBoundsWhateverIsDrawn) {
    for (int i = 0; i < 40; ++i)
        frame([&](ImDrawList& list) {
            for (int j = 0; j < 50; ++j)
                runs_.draw(list, "text " + std::to_string(i * 50 + j), style, 0, 20, 0xFFFFFFFF);
        });
    EXPECT_LE(runs_.run_count(), run_limits::runs_max);
    EXPECT_LE(runs_.area_px(), run_limits::area_max_px);
}

TEST_F(Runs, ForgetsTheLeastRecentlyUsedFirst) {
    frame([&](ImDrawList& list) { runs_.draw(list, "kept", style, 0, 20, 0xFFFFFFFF); });
    for (std::size_t i = 0; i < run_limits::runs_max + 10; ++i)
        frame([&](ImDrawList& list) {
            runs_.draw(list, "kept", style, 0, 20, 0xFFFFFFFF);
            runs_.draw(list, "text " + std::to_string(i), style, 0, 20, 0xFFFFFFFF);
        });
    const int before = rasterizer_.texts;
    frame([&](ImDrawList& list) { runs_.draw(list, "kept", style, 0, 20, 0xFFFFFFFF); });
    EXPECT_EQ(rasterizer_.texts, before);
    frame([&](ImDrawList& list) { runs_.draw(list, "text 0", style, 0, 20, 0xFFFFFFFF); });
    EXPECT_EQ(rasterizer_.texts, before + 1);
}

TEST_F(Runs, DrawsNoMoreThanItsAreaInOneFrame) {
    const std::string long_line(4000, 'm');
    const TextStyle large{64, 80, FontWeight::Medium};
    frame([&](ImDrawList& list) {
        for (int i = 0; i < 20; ++i) runs_.draw(list, long_line + std::to_string(i), large, 0, 20, 0xFFFFFFFF);
    });
    EXPECT_LE(runs_.area_px(), run_limits::area_max_px);
}

TEST_F(Runs, LetsDearImguiDrawEveryScript) {
    frame([&](ImDrawList& list) {
        const int before = list.VtxBuffer.Size;
        list.AddText({0, 0}, 0xFFFFFFFF, "\u0645\U0001F44B");
        EXPECT_EQ(list.VtxBuffer.Size, before + 8);
        EXPECT_EQ(ImGui::GetFontBaked()->FindGlyph(0x1F44B)->Codepoint, 0x1F44BU);
    });
}

TEST_F(Runs, DrawsLettersBesideEmojiInTheirFinalInk) {
    const std::string mixed = "Ann " + std::string(testing::FakeRasterizer::emoji);
    frame([&](ImDrawList& list) { runs_.draw(list, mixed, style, 0, 20, 0x11223380); });
    EXPECT_EQ(rasterizer_.last_ink_rgb, 0x112233U);
}

TEST_F(Runs, DrawsPlainLettersOnceForEveryColour) {
    frame([](ImDrawList&) {});  // the font itself asks for its first glyphs
    const int before = rasterizer_.texts;
    frame([&](ImDrawList& list) {
        runs_.draw(list, "Ann", style, 0, 20, 0x112233FF);
        runs_.draw(list, "Ann", style, 0, 20, 0x445566FF);
    });
    EXPECT_EQ(rasterizer_.texts, before + 1);
    EXPECT_EQ(rasterizer_.last_ink_rgb, white_ink);
}

}  // namespace
}  // namespace parley::ui
