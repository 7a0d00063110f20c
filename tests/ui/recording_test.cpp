#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "tests/ui/stage.hpp"
#include "ui/recording_words.hpp"

namespace parley::ui {
namespace {

using core::KeptRecording;
using core::RecordingId;
using core::Screen;
using core::recording::Fault;
using core::recording::Subject;
using testing::emitted;
using testing::Stage;
using State = core::RecordingView::State;
using enum SemanticRole;

class Recordings : public ::testing::Test {
protected:
    Recordings() {
        stage_.view = testing::call_with(2);
        stage_.view.recording.state = State::Idle;
    }
    core::RecordingView& recording() { return stage_.view.recording; }
    void keep(KeptRecording kept) { recording().kept.push_back(std::move(kept)); }
    template <class Action>
    std::optional<Action> chosen(std::string_view label) {
        for (const core::UserAction& action : stage_.activate(label).actions)
            if (const auto* given = std::get_if<Action>(&action)) return *given;
        return std::nullopt;
    }
    bool shows_text(std::string_view part) {
        return std::ranges::any_of(stage_.result().semantics,
                                   [&](const SemanticNode& node) { return node.name.find(part) != std::string::npos; });
    }
    Stage stage_;
};

TEST_F(Recordings, AreNotOfferedWhereTheBrowserMakesNone) {
    recording().state = State::Unavailable;
    stage_.frame();
    stage_.open_menu("More");
    EXPECT_TRUE(stage_.shows(MenuItem, "Layout"));
    EXPECT_EQ(stage_.find_button("Record"), nullptr);
}

TEST_F(Recordings, OfTheWholeMeetingBeginWithOnePress) {
    stage_.frame();
    stage_.open_menu("More");
    const auto start = chosen<core::action::StartRecording>("Record");
    ASSERT_TRUE(start);
    EXPECT_EQ(start->subject.kind, Subject::Kind::Meeting);
}

TEST_F(Recordings, OfOnePersonAreChosenFromAMenu) {
    stage_.frame();
    stage_.open_menu("More");
    ASSERT_NE(stage_.find(MenuItem, "Record one person"), nullptr);
    stage_.activate("Record one person");
    stage_.frame();
    stage_.frame();
    const auto start = chosen<core::action::StartRecording>("Record Person 1");
    ASSERT_TRUE(start);
    EXPECT_EQ(start->subject.kind, Subject::Kind::Person);
    EXPECT_EQ(start->subject.peer, PeerId("peer1"));
}

TEST_F(Recordings, StopAndPauseWhereTheyAreShown) {
    recording().state = State::Running;
    recording().elapsed_s = 754;
    recording().bytes = 45'200'000;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "You are recording"));
    EXPECT_TRUE(shows_text("12:34"));
    EXPECT_TRUE(shows_text("45 MB"));
    EXPECT_FALSE(stage_.shows(Button, "Record"));
    EXPECT_TRUE(chosen<core::action::StopRecording>("Stop recording"));
    EXPECT_TRUE(chosen<core::action::PauseRecording>("Pause recording"));
    recording().state = State::Paused;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "Recording paused"));
    EXPECT_TRUE(chosen<core::action::ResumeRecording>("Resume recording"));
}

TEST_F(Recordings, SayNothingAnewWithEverySecond) {
    recording().state = State::Running;
    stage_.frame();
    const SemanticNode before = *stage_.find(Status, "You are recording");
    recording().elapsed_s = 1;
    stage_.frame();
    EXPECT_EQ(*stage_.find(Status, "You are recording"), before);
}

TEST_F(Recordings, OfOthersAreSeenByEveryone) {
    stage_.view.participants[1].recording = true;
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Status, "Person 1 is recording"));
    stage_.open_menu("More");
    EXPECT_TRUE(stage_.shows(MenuItem, "Record"));
}

TEST_F(Recordings, WarnBeforeTheDiskIsFull) {
    recording().state = State::Running;
    recording().minutes_left = 4;
    stage_.frame();
    EXPECT_TRUE(shows_text("about 4 minutes"));
}

TEST_F(Recordings, WaitToBeSavedOnEveryScreen) {
    keep({.recording = RecordingId{7}, .file = "a.webm", .bytes = 2'000'000, .elapsed_s = 61});
    for (const Screen screen : {Screen::Call, Screen::Left, Screen::Landing, Screen::PreJoin, Screen::Failed}) {
        stage_.view.screen = screen;
        if (screen == Screen::Failed) stage_.view.failure = core::Failure{};
        stage_.frame();
        EXPECT_TRUE(shows_text("Your recording is ready"));
        EXPECT_TRUE(shows_text("1:01, 2.0 MB"));
        const auto save = chosen<core::action::SaveRecording>("Save");
        ASSERT_TRUE(save);
        EXPECT_EQ(save->recording, RecordingId{7});
    }
}

TEST_F(Recordings, ThatWereNotSavedAreDiscardedOnlyWhenThatIsMeant) {
    keep({.recording = RecordingId{7}, .file = "a.webm", .bytes = 2'000'000});
    stage_.frame();
    EXPECT_FALSE(chosen<core::action::DiscardRecording>("Discard"));
    stage_.frame();
    EXPECT_TRUE(shows_text("can't be brought back"));
    stage_.activate("Keep");
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Button, "Save"));
    stage_.activate("Discard");
    stage_.frame();
    EXPECT_TRUE(chosen<core::action::DiscardRecording>("Discard for good"));
}

TEST_F(Recordings, ThatWereSavedAreDiscardedAtOnce) {
    keep({.recording = RecordingId{7}, .standing = KeptRecording::Standing::Offered});
    stage_.frame();
    EXPECT_TRUE(chosen<core::action::DiscardRecording>("Discard"));
}

TEST_F(Recordings, ThatAreGoneAreNotOfferedAgain) {
    keep({.recording = RecordingId{7}, .standing = KeptRecording::Standing::Missing});
    stage_.frame();
    EXPECT_FALSE(stage_.shows(Button, "Save"));
    EXPECT_TRUE(chosen<core::action::DiscardRecording>("Close"));
}

TEST_F(Recordings, SayWhyTheyDidNotBegin) {
    for (const Fault fault : {Fault::NoStorage, Fault::Full, Fault::Storage, Fault::Recorder}) {
        recording().fault = fault;
        stage_.frame();
        EXPECT_TRUE(stage_.shows(Status, "The recording did not start"));
        EXPECT_TRUE(chosen<core::action::CloseRecordingFault>("OK"));
    }
}

TEST(RecordingWords, ShowTimeAndSizeAsPeopleReadThem) {
    EXPECT_EQ(recorded_time(7), "0:07");
    EXPECT_EQ(recorded_time(3'723), "1:02:03");
    EXPECT_EQ(recorded_size(999'999), "999 KB");
    EXPECT_EQ(recorded_size(1'000'000), "1.0 MB");
    EXPECT_EQ(recorded_size(45'678'900), "45 MB");
    EXPECT_EQ(recorded_size(4'560'000'000), "4.5 GB");
}

TEST(RecordingWords, NameOneAndCountTheRest) {
    std::vector<core::ParticipantView> people = {testing::person("a", "Ann"), testing::person("b", "Ben"),
                                                 testing::person("c", "Cal")};
    people[0].you = people[0].recording = true;
    EXPECT_EQ(others_record_text(people), "");
    people[1].recording = true;
    EXPECT_EQ(others_record_text(people), "Ben is recording");
    people[2].recording = true;
    EXPECT_EQ(others_record_text(people), "Ben and 1 other are recording");
}

TEST(RecordingWords, SayWhyARecordingEnded) {
    KeptRecording kept{.bytes = 5'000'000, .elapsed_s = 10};
    EXPECT_EQ(kept_note(kept).title, "Your recording is ready");
    for (const Fault fault : {Fault::Full, Fault::Storage, Fault::Recorder}) {
        kept.cause = fault;
        EXPECT_NE(kept_note(kept).title, "Your recording is ready");
        EXPECT_NE(kept_note(kept).text.find("0:10, 5.0 MB"), std::string::npos);
    }
}

}  // namespace
}  // namespace parley::ui
