#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/quality/policy.hpp"
#include "core/quality/steps.hpp"
#include "core/random.hpp"
#include "tests/quality/policy_scene.hpp"

// All rules of who is sent which picture, over scenes at random.

namespace parley::core::quality {
namespace {

constexpr std::uint32_t without_end_bps = 1'000'000'000;

std::uint32_t bits(const Choice& choice) {
    const auto taken = [](const Encoding& encoding) {
        return encoding.activity == Activity::Sent ? encoding.bitrate_max_bps : 0;
    };
    return taken(choice.camera) + taken(choice.screen);
}

class RandomScenes : public testing::Test {
protected:
    int below(int end) { return static_cast<int>(random.between(0, end)); }
    std::optional<std::uint32_t> line(int end_bps) {
        if (below(2) == 0) return std::nullopt;
        return static_cast<std::uint32_t>(below(end_bps));
    }
    Scene scene() {
        Scene scene = call_of(1 + below(12));
        if (below(2) == 0) scene.voice = Scene::Voice::Speaking;
        if (below(4) == 0) scene.saver = Saver::On;
        if (below(3) == 0) scene.screen_height = static_cast<std::uint16_t>(below(2'000));
        if (below(2) == 0) scene.screen = Scene::Screen::Motion;
        scene.capture_height = static_cast<std::uint16_t>(below(2'000));
        scene.steps_down = below(4) == 0 ? below(7) : 0;
        scene.uplink_bps = line(6'000'000);
        return scene;
    }
    std::vector<Viewer> viewers() {
        std::vector<Viewer> viewers(static_cast<std::size_t>(below(12)));
        for (Viewer& viewer : viewers) {
            if (below(3) > 0) viewer.camera_height = static_cast<std::uint16_t>(below(2) * below(1'200));
            if (below(3) > 0) viewer.screen_height = static_cast<std::uint16_t>(below(2) * below(1'200));
            viewer.line_bps = line(2'000'000);
        }
        return viewers;
    }
    Random random{7};
};

TEST_F(RandomScenes, StayBelowEveryLineWithRoomForSpeech) {
    for (int round = 0; round < 20'000; ++round) {
        const Scene scene = this->scene();
        const std::vector<Viewer> viewers = this->viewers();
        const std::vector<Choice> choices = choose(scene, viewers);
        ASSERT_EQ(choices.size(), viewers.size());
        std::uint64_t sum = 0;
        for (std::size_t index = 0; index < viewers.size(); ++index) {
            const std::uint32_t sent = bits(choices[index]);
            sum += sent;
            const std::uint32_t line_bps = viewers[index].line_bps.value_or(without_end_bps);
            ASSERT_TRUE(sent == 0 || sent + speech_bps <= line_bps);
        }
        const std::uint64_t room_bps = scene.uplink_bps.value_or(without_end_bps);
        ASSERT_TRUE(sum == 0 || sum + speech_bps * viewers.size() <= room_bps);
    }
}

// With the bits of the row above.
std::uint32_t most_bps(int step) {
    return camera_steps[static_cast<std::size_t>(std::max(step - 1, 0))].bitrate_max_bps;
}

// More lines than the first row has; half a line is for rounding.
bool is_large(const Scene& scene, const Choice& choice) {
    return static_cast<float>(scene.capture_height) / choice.camera.scale_down > camera_steps[0].height + 0.5F;
}

TEST_F(RandomScenes, GiveLegalChoicesAndTheSameAgain) {
    for (int round = 0; round < 20'000; ++round) {
        const Scene scene = this->scene();
        const std::vector<Viewer> viewers = this->viewers();
        const std::vector<Choice> choices = choose(scene, viewers);
        ASSERT_EQ(choices, choose(scene, viewers));
        for (const Choice& choice : choices) {
            const bool sent = choice.camera.activity == Activity::Sent;
            ASSERT_EQ(sent, choice.step < nothing);
            ASSERT_GE(choice.camera.scale_down, 1);
            ASSERT_GE(choice.screen.scale_down, 1);
            if (!sent) continue;
            const bool large = is_large(scene, choice);
            ASSERT_TRUE(!large || (choice.step == 0 && scene.people <= large_step.people_max));
            const Step& step = large ? large_step : camera_steps[static_cast<std::size_t>(choice.step)];
            ASSERT_LE(choice.camera.bitrate_max_bps, large ? large_step.bitrate_max_bps : most_bps(choice.step));
            ASSERT_GE(choice.camera.bitrate_max_bps, step.bitrate_min_bps);
        }
    }
}

TEST_F(RandomScenes, PauseNothingWhileAllSmallestPicturesFit) {
    for (int round = 0; round < 20'000; ++round) {
        Scene scene = this->scene();
        std::vector<Viewer> viewers = this->viewers();
        std::uint32_t least = 0;
        for (Viewer& viewer : viewers) {
            viewer.line_bps.reset();
            least += speech_bps + (viewer.camera_height == 0 ? 0 : 50'000);
            if (scene.screen_height > 0 && viewer.screen_height != 0) least += 80'000;
        }
        scene.uplink_bps = least + static_cast<std::uint32_t>(below(500'000));
        const std::vector<Choice> choices = choose(scene, viewers);
        for (std::size_t index = 0; index < viewers.size(); ++index) {
            ASSERT_EQ(choices[index].step == nothing, viewers[index].camera_height == 0);
        }
    }
}

TEST_F(RandomScenes, GetNoWorseWithFewerPeopleLargerTilesOrLongerLines) {
    for (int round = 0; round < 20'000; ++round) {
        const Scene scene = this->scene();
        Viewer viewer;
        viewer.camera_height = static_cast<std::uint16_t>(1 + below(1'200));
        viewer.screen_height = 0;
        viewer.line_bps = line(2'000'000);
        const Choice before = choose_one(scene, viewer);
        Scene smaller = scene;
        smaller.people = std::max(1, scene.people - below(4));
        EXPECT_LE(choose_one(smaller, viewer).step, before.step);
        Viewer larger = viewer;
        larger.camera_height = static_cast<std::uint16_t>(*viewer.camera_height + below(500));
        EXPECT_LE(choose_one(scene, larger).step, before.step);
        Viewer nearer = viewer;
        if (nearer.line_bps) *nearer.line_bps += static_cast<std::uint32_t>(below(500'000));
        EXPECT_GE(bits(choose_one(scene, nearer)), bits(before));
    }
}

}  // namespace
}  // namespace parley::core::quality
