#include <gtest/gtest.h>

#include <variant>

#include "tests/ui/stage.hpp"

namespace parley::ui {
namespace {

using core::Screen;
using testing::emitted;
using testing::Stage;
using Paths = core::output::CreateConnection::Paths;
using enum SemanticRole;

constexpr std::string_view hide = "Hide my network address";

class Settings : public ::testing::Test {
protected:
    Settings() {
        stage_.view = testing::call_with(2);
        stage_.view.settings.open = true;
        stage_.view.coverage = core::Coverage::AllNetworks;
    }
    void without_relay() { stage_.view.coverage = core::Coverage::MostNetworks; }
    const SemanticNode& choice() { return *stage_.find(Switch, hide); }
    std::optional<Paths> chosen() {
        for (const core::UserAction& action : stage_.activate(hide).actions)
            if (const auto* allow = std::get_if<core::action::AllowPaths>(&action)) return allow->paths;
        return std::nullopt;
    }
    template <class Action>
    std::optional<Action> chosen_by(std::string_view label) {
        for (const core::UserAction& action : stage_.activate(label).actions)
            if (const auto* change = std::get_if<Action>(&action)) return *change;
        return std::nullopt;
    }
    Stage stage_;
};

TEST_F(Settings, HideTheAddressWhereThereIsARelay) {
    stage_.frame();
    EXPECT_EQ(choice().pressed, false);
    EXPECT_FALSE(choice().disabled);
    EXPECT_TRUE(choice().description.starts_with("Sends your calls through this server's relay"));
    EXPECT_EQ(chosen(), Paths::RelayOnly);
}

TEST_F(Settings, ShowTheAddressAgain) {
    stage_.view.settings.preferences.paths = Paths::RelayOnly;
    stage_.frame();
    EXPECT_EQ(choice().pressed, true);
    EXPECT_EQ(chosen(), Paths::All);
}

TEST_F(Settings, SayWhyTheAddressCannotBeHiddenWithoutARelay) {
    without_relay();
    stage_.frame();
    EXPECT_TRUE(choice().disabled);
    EXPECT_TRUE(choice().description.starts_with("This server offers no relay"));
    EXPECT_EQ(chosen(), std::nullopt);
    EXPECT_TRUE(stage_.click(hide).empty());
}

TEST_F(Settings, LetGoOfAHiddenAddressThoughTheRelayIsGone) {
    without_relay();
    stage_.view.settings.preferences.paths = Paths::RelayOnly;
    stage_.frame();
    EXPECT_FALSE(choice().disabled) << "or nobody could be called any more";
    EXPECT_NE(choice().description.find("can't be connected with anybody"), std::string::npos);
    EXPECT_EQ(chosen(), Paths::All);
}

TEST_F(Settings, ClaimNothingAboutARelayBeforeTheServerHasAnswered) {
    without_relay();
    stage_.view.coverage = core::Coverage::Unknown;
    stage_.frame();
    EXPECT_TRUE(choice().disabled);
    EXPECT_EQ(choice().description.find("offers no relay"), std::string::npos);
}

TEST_F(Settings, SaveBatteryAndDataUntilToldOtherwise) {
    constexpr std::string_view label = "Save battery and data";
    stage_.frame();
    EXPECT_EQ(stage_.find(Switch, label)->pressed, false);
    EXPECT_EQ(chosen_by<core::action::SetSaver>(label).value().saver, core::quality::Saver::On);
    stage_.view.settings.preferences.saver = core::quality::Saver::On;
    stage_.frame();
    EXPECT_EQ(stage_.find(Switch, label)->pressed, true);
    EXPECT_EQ(chosen_by<core::action::SetSaver>(label).value().saver, core::quality::Saver::Off);
}

TEST_F(Settings, SendMusicAsItIsUntilToldOtherwise) {
    constexpr std::string_view label = "Music mode";
    stage_.frame();
    EXPECT_EQ(stage_.find(Switch, label)->pressed, false);
    EXPECT_NE(stage_.find(Switch, label)->description.find("headphones"), std::string::npos) << "or there is an echo";
    EXPECT_EQ(chosen_by<core::action::SetSound>(label).value().sound, core::output::Sound::Music);
    stage_.view.settings.preferences.sound = core::output::Sound::Music;
    stage_.frame();
    EXPECT_EQ(stage_.find(Switch, label)->pressed, true);
    EXPECT_EQ(chosen_by<core::action::SetSound>(label).value().sound, core::output::Sound::Speech);
}

TEST_F(Settings, LeadToTheCheck) {
    stage_.frame();
    EXPECT_TRUE(emitted<core::action::CheckConnection>(stage_.activate("Check connection")));
}

TEST_F(Settings, SaveTheCallLogWithinThePress) {
    stage_.frame();
    EXPECT_TRUE(emitted<core::action::SaveCallLog>(stage_.activate("Save call log")));
    const bool told = std::ranges::any_of(stage_.result().semantics, [](const SemanticNode& node) {
        return node.name.find("no names, no messages") != std::string::npos;
    });
    EXPECT_TRUE(told) << "what is not in it must be known before it is sent to anybody";
}

TEST_F(Settings, AreReachedFromEveryPageOfAMeeting) {
    stage_.view.settings.open = false;
    for (const Screen screen : {Screen::Landing, Screen::PreJoin, Screen::Call}) {
        stage_.view.screen = screen;
        for (const float width : {320.0F, 390.0F, 1280.0F}) {
            stage_.surface.width = width;
            stage_.frame();
            if (!stage_.shows(Button, "Settings")) stage_.open_menu("More");
            EXPECT_EQ(stage_.click("Settings").size(), 1U) << width;
        }
    }
}

}  // namespace
}  // namespace parley::ui
