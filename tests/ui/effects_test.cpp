#include <gtest/gtest.h>

#include <variant>

#include "tests/ui/stage.hpp"
#include "ui/effects_words.hpp"

// What the settings offer for camera and microphone, and what they say about it.

namespace parley::ui {
namespace {

using core::Backdrop;
using core::FilterTrouble;
using core::Light;
using core::NoiseFilter;
using testing::emitted;
using testing::Stage;
using Step = core::FilterState::Stage;
using enum SemanticRole;

class Effects : public ::testing::Test {
protected:
    Effects() {
        stage_.view = testing::call_with(2);
        stage_.view.settings.open = true;
    }
    /// On which page of the settings.
    void show(std::string_view page) {
        stage_.frame();
        stage_.activate(page);
        stage_.frame();
    }
    template <class Action>
    std::optional<Action> chosen_by(std::string_view label) {
        for (const core::UserAction& action : stage_.activate(label).actions)
            if (const auto* change = std::get_if<Action>(&action)) return *change;
        return std::nullopt;
    }
    bool says(SemanticRole role, std::string_view part) {
        return std::ranges::any_of(stage_.result().semantics, [&](const SemanticNode& node) {
            return node.role == role && node.name.find(part) != std::string::npos;
        });
    }
    Stage stage_;
};

TEST_F(Effects, OfferEveryBackgroundAndMarkTheChosenOne) {
    show("Video");
    stage_.view.settings.preferences.effect = {Backdrop::Lagoon, Light::Corrected};
    stage_.frame();
    for (int number = 0; number < static_cast<int>(Backdrop::Count); ++number) {
        const auto backdrop = static_cast<Backdrop>(number);
        const SemanticNode* tile = stage_.find(ToggleButton, backdrop_name(backdrop));
        ASSERT_NE(tile, nullptr) << backdrop_name(backdrop);
        EXPECT_EQ(tile->pressed, backdrop == Backdrop::Lagoon);
        if (backdrop == Backdrop::Picture) continue;
        const auto chosen = chosen_by<core::action::SetEffect>(backdrop_name(backdrop));
        EXPECT_EQ(chosen.value().effect, (core::CameraEffect{backdrop, Light::Corrected})) << "the light stays";
    }
}

TEST_F(Effects, AskForAPictureWithinThePress) {
    show("Video");
    stage_.frame();
    EXPECT_EQ(stage_.find_button("Choose another picture"), nullptr) << "there is none yet";
    EXPECT_TRUE(emitted<core::action::ChoosePicture>(stage_.activate("Your picture")));
}

TEST_F(Effects, SelectThePictureThatIsKeptAndOfferAnother) {
    show("Video");
    stage_.view.settings.preferences.effect = {Backdrop::Plain, Light::Corrected};
    stage_.view.effects.own_backdrop = core::OwnBackdrop::Kept;
    stage_.frame();
    EXPECT_EQ(chosen_by<core::action::SetEffect>("Your picture").value().effect,
              (core::CameraEffect{Backdrop::Picture, Light::Corrected}));
    EXPECT_FALSE(emitted<core::action::ChoosePicture>(stage_.result()));
    EXPECT_TRUE(emitted<core::action::ChoosePicture>(stage_.activate("Choose another picture")));
    EXPECT_FALSE(emitted<core::action::SetEffect>(stage_.result()));
}

TEST_F(Effects, CorrectTheLightAndKeepTheBackground) {
    show("Video");
    stage_.view.settings.preferences.effect = {Backdrop::BlurLight, Light::AsItIs};
    stage_.frame();
    EXPECT_EQ(stage_.find(Switch, "Correct the light")->pressed, false);
    const auto chosen = chosen_by<core::action::SetEffect>("Correct the light");
    EXPECT_EQ(chosen.value().effect, (core::CameraEffect{Backdrop::BlurLight, Light::Corrected}));
}

TEST_F(Effects, SayWhatBecameOfThem) {
    show("Video");
    stage_.frame();
    EXPECT_FALSE(says(Status, "effect"));
    stage_.view.effects.camera = {Step::Starting, FilterTrouble::None};
    stage_.frame();
    EXPECT_TRUE(says(Status, "Getting the effect ready"));
    for (const auto& [trouble, words] : {std::pair(FilterTrouble::Unsupported, "WebGL 2"),
                                         {FilterTrouble::NotLoaded, "could not be loaded"},
                                         {FilterTrouble::TooSlow, "too much for this device"},
                                         {FilterTrouble::Broken, "stopped working"}}) {
        stage_.view.effects.camera = {Step::Failed, trouble};
        stage_.frame();
        EXPECT_TRUE(says(Status, words)) << words;
        EXPECT_TRUE(says(Status, "Others see your camera as it is"));
    }
    stage_.view.effects.camera = {Step::On, FilterTrouble::None};
    stage_.frame();
    EXPECT_FALSE(says(Status, "effect"));
}

TEST_F(Effects, FitNarrowPages) {
    show("Video");
    stage_.view.effects.own_backdrop = core::OwnBackdrop::Kept;
    for (const float width : {320.0F, 390.0F, 1280.0F}) {
        stage_.surface.width = width;
        stage_.frame();
        for (const std::string_view name :
             {"As it is", "Your picture", "Choose another picture", "Correct the light"}) {
            const SemanticNode* node = stage_.find_button(name);
            ASSERT_NE(node, nullptr) << name << " at " << width;
            EXPECT_GE(node->rect.x, 0);
            EXPECT_LE(node->rect.x + node->rect.width, width);
            EXPECT_GE(node->rect.width, 44) << "a finger's width";
        }
    }
}

TEST_F(Effects, SuppressNoiseUntilToldOtherwise) {
    show("Audio");
    constexpr std::string_view label = "Stronger noise suppression";
    stage_.frame();
    EXPECT_EQ(stage_.find(Switch, label)->pressed, false);
    EXPECT_EQ(chosen_by<core::action::SetNoiseFilter>(label).value().filter, NoiseFilter::Strong);
    stage_.view.settings.preferences.noise = NoiseFilter::Strong;
    stage_.frame();
    EXPECT_EQ(stage_.find(Switch, label)->pressed, true);
    EXPECT_EQ(chosen_by<core::action::SetNoiseFilter>(label).value().filter, NoiseFilter::Browser);
}

TEST_F(Effects, SayWhyNoiseIsNotSuppressed) {
    show("Audio");
    constexpr std::string_view label = "Stronger noise suppression";
    stage_.view.settings.preferences.noise = NoiseFilter::Strong;
    stage_.view.effects.microphone = {Step::Failed, FilterTrouble::Unsupported};
    stage_.frame();
    EXPECT_NE(stage_.find(Switch, label)->description.find("heard as before"), std::string::npos);
    stage_.view.settings.preferences.sound = core::output::Sound::Music;
    stage_.frame();
    EXPECT_TRUE(stage_.find(Switch, label)->disabled);
    EXPECT_EQ(stage_.find(Switch, label)->pressed, false);
    EXPECT_NE(stage_.find(Switch, label)->description.find("music mode"), std::string::npos);
}

}  // namespace
}  // namespace parley::ui
