#include <gtest/gtest.h>

#include <algorithm>
#include <variant>

#include "core/bounds.hpp"
#include "core/recording/recording.hpp"

// One recording by itself: what it asks for, and what becomes of its file.

namespace parley::core {
namespace {

using recording::Fault;
using recording::Format;
using State = RecordingView::State;

constexpr std::uint64_t plenty = 100'000'000'000;
constexpr std::int64_t at_noon = 1'763'985'600'000;  // 2025-11-24 12:00:00

class Recordings : public ::testing::Test {
protected:
    Recordings() {
        recording_.begin({.processors = 8, .encoders = {}});
        recording_.on_input(0, input::RecordingsFound{{Format::WebmVp8, Format::WebmVp9}, {}});
        outputs();
    }
    std::vector<Output> outputs() {
        std::vector<Output> all;
        while (auto output = outbox_.poll()) all.push_back(std::move(*output));
        return all;
    }
    template <class Kind>
    std::vector<Kind> asked() {
        std::vector<Kind> found;
        for (const Output& output : outputs()) {
            if (const auto* kind = std::get_if<Kind>(&output)) found.push_back(*kind);
        }
        return found;
    }
    void start(TimeMs now) {
        recording_.start(now, {}, at_noon);
        const auto orders = asked<output::StartRecorder>();
        ASSERT_EQ(orders.size(), 1U);
        id_ = orders[0].recording;
        file_ = orders[0].file;
    }
    void run(TimeMs now) {
        start(now);
        recording_.on_input(now, input::RecorderStarted{id_, plenty});
    }
    void progress(TimeMs now, std::uint64_t bytes, std::uint64_t free = plenty) {
        recording_.on_input(now, input::RecorderProgressed{id_, bytes, free});
    }
    void stopped(TimeMs now, std::uint64_t bytes) {
        recording_.on_input(now, action::StopRecording{});
        recording_.on_input(now, input::RecorderStopped{id_, bytes});
    }
    [[nodiscard]] State state() const { return recording_.view().state; }
    [[nodiscard]] const std::vector<KeptRecording>& kept() const { return recording_.view().kept; }

    Outbox outbox_;
    Recording recording_{outbox_};
    RecordingId id_;
    std::string file_;
};

TEST_F(Recordings, AreImpossibleUntilTheBrowserSaysWhatItCanWrite) {
    Recording other(outbox_);
    other.start(0, {}, at_noon);
    EXPECT_EQ(other.view().state, State::Unavailable);
    other.begin({});
    other.on_input(0, input::RecordingsFound{});
    EXPECT_EQ(other.view().state, State::Unavailable);
    EXPECT_TRUE(asked<output::StartRecorder>().empty());
}

TEST_F(Recordings, RunFromTheFirstByteToAWholeFile) {
    run(1'000);
    EXPECT_EQ(state(), State::Running);
    EXPECT_EQ(file_, "parley-2025-11-24-12.00.00.webm");
    progress(2'000, 300'000);
    progress(3'000, 600'000);
    EXPECT_EQ(recording_.view().elapsed_s, 2U);
    EXPECT_EQ(recording_.view().bytes, 600'000U);
    recording_.on_input(4'000, action::StopRecording{});
    EXPECT_EQ(state(), State::Ending);
    EXPECT_EQ(asked<output::StopRecorder>().size(), 1U);
    recording_.on_input(4'100, input::RecorderStopped{id_, 900'000});
    EXPECT_EQ(state(), State::Idle);
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].bytes, 900'000U);
    EXPECT_EQ(kept()[0].elapsed_s, 3U);
    EXPECT_EQ(kept()[0].cause, Fault::None);
}

TEST_F(Recordings, LeaveOutWhatIsPaused) {
    run(0);
    progress(1'000, 1);
    recording_.on_input(2'000, action::PauseRecording{});
    EXPECT_EQ(state(), State::Paused);
    progress(3'000, 2);
    progress(60'000, 2);
    recording_.on_input(60'000, action::ResumeRecording{});
    progress(61'000, 3);
    EXPECT_EQ(recording_.view().elapsed_s, 3U);
    EXPECT_TRUE(recording_.active());
}

TEST_F(Recordings, DoNotCountTheSleepOfTheMachine) {
    run(0);
    progress(1'000, 1);
    progress(3'600'000, 2);
    EXPECT_LE(recording_.view().elapsed_s, 6U);
}

TEST_F(Recordings, WarnBeforeTheDiskIsFullAndEndBeforeItIs) {
    run(0);
    const std::uint64_t rate = 1'000'000;
    for (TimeMs second = 1; second <= 20; ++second) progress(second * 1'000, static_cast<std::uint64_t>(second) * rate);
    EXPECT_FALSE(recording_.view().minutes_left);
    progress(21'000, 21 * rate, bounds::recording_reserve_bytes + 300 * rate);
    EXPECT_EQ(recording_.view().minutes_left, 5U);
    progress(22'000, 22 * rate, bounds::recording_reserve_bytes + rate / 2);
    EXPECT_EQ(state(), State::Ending);
    recording_.on_input(22'500, input::RecorderStopped{id_, 22 * rate});
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].cause, Fault::Full);
}

TEST_F(Recordings, DoNotBeginOnADiskThatIsFull) {
    start(0);
    recording_.on_input(10, input::RecorderStarted{id_, bounds::recording_start_min_bytes - 1});
    EXPECT_EQ(state(), State::Idle);
    EXPECT_EQ(recording_.view().fault, Fault::Full);
    EXPECT_TRUE(kept().empty());
    EXPECT_EQ(asked<output::DiscardRecording>().size(), 1U);
    recording_.on_input(20, action::CloseRecordingFault{});
    EXPECT_EQ(recording_.view().fault, Fault::None);
}

TEST_F(Recordings, KeepWhatWasWrittenWhenTheRecorderFails) {
    run(0);
    progress(1'000, 5'000);
    recording_.on_input(1'500, input::RecorderFailed{id_, Fault::Full});
    EXPECT_EQ(state(), State::Idle);
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].bytes, 5'000U);
    EXPECT_EQ(kept()[0].cause, Fault::Full);
}

TEST_F(Recordings, LeaveNoEmptyFileBehind) {
    run(0);
    recording_.on_input(500, input::RecorderFailed{id_, Fault::Recorder});
    EXPECT_TRUE(kept().empty());
    EXPECT_EQ(recording_.view().fault, Fault::Recorder);
    EXPECT_EQ(asked<output::DiscardRecording>().at(0).file, file_);
}

TEST_F(Recordings, ThatNobodyAnswersEndByThemselves) {
    start(0);
    ASSERT_TRUE(recording_.deadline());
    recording_.tick(*recording_.deadline());
    EXPECT_EQ(state(), State::Idle);
    EXPECT_EQ(recording_.view().fault, Fault::Recorder);
    EXPECT_FALSE(recording_.deadline());

    run(50'000);
    EXPECT_FALSE(recording_.deadline()) << "a recording may be as long as it likes";
    progress(51'000, 5'000);
    recording_.on_input(52'000, action::StopRecording{});
    recording_.tick(*recording_.deadline());
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].bytes, 5'000U);
}

TEST_F(Recordings, TakeNoAnswerThatIsForAnother) {
    run(0);
    progress(1'000, 5);
    const RecordingId first = id_;
    stopped(2'000, 5);
    run(3'000);
    recording_.on_input(4'000, input::RecorderProgressed{first, 99, plenty});
    recording_.on_input(4'000, input::RecorderFailed{first, Fault::Full});
    recording_.on_input(4'000, input::RecorderStopped{first, 99});
    EXPECT_EQ(state(), State::Running);
    EXPECT_EQ(recording_.view().bytes, 0U);
}

TEST_F(Recordings, AreOnlyOneAtATime) {
    run(0);
    recording_.start(100, {}, at_noon);
    EXPECT_TRUE(asked<output::StartRecorder>().empty());
}

TEST_F(Recordings, AreSavedAndDiscardedByThePersonAlone) {
    run(0);
    progress(1'000, 5'000);
    stopped(2'000, 5'000);
    outputs();
    recording_.on_input(3'000, action::SaveRecording{id_});
    const auto offers = asked<output::OfferRecording>();
    ASSERT_EQ(offers.size(), 1U);
    EXPECT_EQ(offers[0].file, file_);
    EXPECT_EQ(kept()[0].standing, KeptRecording::Standing::Unsaved);
    recording_.on_input(3'100, input::RecordingOffered{id_, input::RecordingOffered::Outcome::Offered});
    EXPECT_EQ(kept()[0].standing, KeptRecording::Standing::Offered);
    recording_.on_input(3'200, action::DiscardRecording{id_});
    EXPECT_EQ(asked<output::DiscardRecording>().at(0).file, file_);
    EXPECT_TRUE(kept().empty());
}

TEST_F(Recordings, OfAnEarlierVisitAreOffered) {
    Recording other(outbox_);
    other.begin({});
    other.on_input(0, input::RecordingsFound{{Format::WebmVp8}, {{"a.webm", 7}, {"b.webm", 8}}});
    ASSERT_EQ(other.view().kept.size(), 2U);
    EXPECT_EQ(other.view().kept[1].bytes, 8U);
    EXPECT_EQ(other.view().kept[1].origin, KeptRecording::Origin::EarlierVisit);
    outputs();
    other.on_input(1, action::SaveRecording{other.view().kept[0].recording});
    EXPECT_EQ(asked<output::OfferRecording>().at(0).file, "a.webm");
}

TEST_F(Recordings, OfAnEarlierVisitAreOfferedEvenWhereNothingCanBeRecorded) {
    Recording other(outbox_);
    other.begin({});
    other.on_input(0, input::RecordingsFound{{}, {{"a.webm", 7}}});
    EXPECT_EQ(other.view().kept.size(), 1U);
}

TEST_F(Recordings, ThatWaitToBeSavedAreBounded) {
    for (TimeMs now = 0; now < 20'000; now += 1'000) {
        run(now);
        progress(now + 1, 10);
        stopped(now + 2, 10);
    }
    EXPECT_EQ(kept().size(), bounds::kept_recordings_max);
    EXPECT_EQ(kept().back().recording, id_);
}

TEST_F(Recordings, AreArrangedAnewOnlyWhenSomethingChanged) {
    start(0);
    output::ComposeRecording composition;
    composition.voices = {{ConnectionId{3}}};
    recording_.compose(composition);
    recording_.compose(composition);
    EXPECT_EQ(asked<output::ComposeRecording>().size(), 1U);
    composition.voices = {};
    recording_.compose(composition);
    const auto orders = asked<output::ComposeRecording>();
    ASSERT_EQ(orders.size(), 1U);
    EXPECT_EQ(orders[0].recording, id_);
}

}  // namespace
}  // namespace parley::core
