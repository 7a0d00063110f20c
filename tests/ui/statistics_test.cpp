#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/ui/chat_stage.hpp"
#include "ui/geometry.hpp"

namespace parley::ui {
namespace {

using core::quality::Cause;
using core::quality::Mark;
using core::quality::Sample;
using core::quality::VideoCodec;
using testing::emitted;
using enum SemanticRole;

constexpr std::string_view title = "Connection to Person 1";
constexpr std::string_view close_label = "Close statistics";

Sample sample() {
    Sample made;
    made.received = {1280, 720, 30, 850'000, 0.004F, 12, VideoCodec::Vp9};
    made.sent = {640, 360, 24, 1'250'000, 0, 0, VideoCodec::Vp8};
    made.round_trip_ms = 42;
    made.path = core::quality::Path::Relayed;
    return made;
}

class Statistics : public testing::ChatStage {
protected:
    Statistics() {
        stage_.view.participants[1].mark = Mark::Fair;
        stage_.frame();
    }
    void show(std::vector<Sample> samples, Mark mark = Mark::Fair, Cause cause = Cause::LostOnTheWay) {
        core::StatisticsView view;
        view.peer = stage_.view.participants[1].peer;
        view.name = "Person 1";
        view.mark = mark;
        view.cause = cause;
        view.choice.emplace();
        view.samples = std::make_shared<const std::vector<Sample>>(std::move(samples));
        stage_.view.statistics = view;
        stage_.frame();
    }
    void press_mark() {
        stage_.activate("Connection of Person 1: fair");
        show({sample()});
    }
    void phone() {
        stage_.surface.width = 390;
        stage_.surface.height = 844;
        stage_.frame();
    }
    SemanticId mark_id() const { return stage_.id_of_button("Connection of Person 1: fair"); }
    bool says(std::string_view words) const { return stage_.shows(Text, words); }
    const Rect& panel_rect() const { return stage_.find(Region, title)->rect; }
    /// Within which list something is said.
    std::string list_of(std::string_view words) const {
        const auto node_of = [&](SemanticId id) {
            return *std::ranges::find(stage_.result().semantics, id, &SemanticNode::id);
        };
        return node_of(node_of(stage_.find(Text, words)->parent).parent).name;
    }
};

TEST_F(Statistics, SayWhichConnectionTheyAreOf) {
    show({sample()});
    EXPECT_TRUE(stage_.shows(Region, title));
    EXPECT_TRUE(stage_.shows(Heading, title));
}

TEST_F(Statistics, AreMeasuredBeforeTheyAreShown) {
    show({});
    stage_.rest();
    EXPECT_TRUE(says("Measuring\u2026"));
    EXPECT_EQ(items(), 0U);
    EXPECT_LT(stage_.frame().next_frame_in_s, 0) << "waiting moves nothing";
}

TEST_F(Statistics, SayInWordsHowItIsAndWhy) {
    show({sample()});
    EXPECT_TRUE(says("The connection is fair"));
    EXPECT_TRUE(says("Some of what is sent gets lost on its way"));
    show({sample()}, Mark::Good, Cause::None);
    EXPECT_TRUE(says("The connection is good"));
}

TEST_F(Statistics, ListWhatIsReceivedAndSentAsOfTheLatestSample) {
    show({Sample{}, sample()});
    for (const char* words : {"Resolution: 1280\u00d7720", "Frames a second: 30", "Bitrate: 850 kbit/s", "Lost: 0.4 %",
                              "Jitter: 12 ms", "Codec: VP9"}) {
        ASSERT_TRUE(says(words)) << words;
        EXPECT_EQ(list_of(words), "You receive") << words;
    }
    for (const char* words :
         {"Resolution: 640\u00d7360", "Frames a second: 24", "Bitrate: 1.25 Mbit/s", "Lost: 0.0 %", "Codec: VP8"}) {
        ASSERT_TRUE(says(words)) << words;
        EXPECT_EQ(list_of(words), "You send") << words;
    }
    EXPECT_TRUE(says("Round trip: 42 ms"));
    EXPECT_TRUE(says("Path: Through a relay"));
    EXPECT_TRUE(says("360 lines, because only two people are in the call"));
}

TEST_F(Statistics, SayWhatThePlotsShow) {
    Sample slow = sample();
    slow.received.bits_per_s = 300'000;
    show({slow, sample()});
    EXPECT_TRUE(says("Received bitrate, last two minutes: between 300 and 850 kbit/s, now 850 kbit/s"));
    EXPECT_TRUE(says("Round trip, last two minutes: between 42 and 42 ms, now 42 ms"));
}

TEST_F(Statistics, PlotTheLastTwoMinutesOnly) {
    std::vector<Sample> samples(200, sample());
    samples.front().round_trip_ms = 900;
    show(samples);
    EXPECT_TRUE(says("Round trip, last two minutes: between 42 and 42 ms, now 42 ms"));
}

TEST_F(Statistics, MoveNothingWhenTheirNumbersChange) {
    const auto places = [&] {
        std::vector<Rect> rects;
        for (const SemanticNode& node : stage_.result().semantics) rects.push_back(node.rect);
        return rects;
    };
    show({sample()});
    stage_.rest();  // the people have made room
    const auto before = places();
    Sample other = sample();
    other.received.bits_per_s = 12'345'678;
    other.received.frames_per_s = 7;
    other.sent.loss = 1;
    other.round_trip_ms.reset();
    show({sample(), other});
    EXPECT_EQ(places(), before);
}

TEST_F(Statistics, AreDrawnOnceForEachView) {
    show({sample(), sample()});
    stage_.rest();
    EXPECT_LT(stage_.frame().next_frame_in_s, 0);
}

TEST_F(Statistics, AreClosedByTheirButtonAndByEscape) {
    show({sample()});
    EXPECT_EQ(stage_.click(close_label).size(), 1U);
    EXPECT_TRUE(emitted<core::action::CloseStatistics>(stage_.activate(close_label)));
    stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
    EXPECT_TRUE(emitted<core::action::CloseStatistics>(stage_.frame()));
    EXPECT_EQ(stage_.result().actions.size(), 1U);
}

TEST_F(Statistics, LeaveTheCallUsable) {
    show({sample()});
    EXPECT_EQ(stage_.click("Mute microphone").size(), 1U);
    EXPECT_EQ(stage_.click("Connection of Person 1: fair").size(), 1U);
    EXPECT_EQ(std::ranges::count(stage_.result().semantics, Dialog, &SemanticNode::role), 0);
}

TEST_F(Statistics, CoverNobodyOnAnyPage) {
    for (const auto& [width, height] :
         {std::pair{1280.0F, 720.0F}, {390.0F, 844.0F}, {320.0F, 568.0F}, {667.0F, 375.0F}, {500.0F, 480.0F}}) {
        stage_.surface.width = width;
        stage_.surface.height = height;
        show({sample()});
        stage_.rest();
        ASSERT_EQ(stage_.result().tiles.size(), 2U) << width;
        EXPECT_EQ(stage_.result().pictures.size(), 1U) << "whose picture nobody shows is not measured";
        for (const TileFrame& tile : stage_.result().tiles)
            EXPECT_TRUE(right(tile.rect) <= panel_rect().x || bottom(tile.rect) <= panel_rect().y) << width;
        EXPECT_GE(panel_rect().width, 300) << width;
    }
}

TEST_F(Statistics, TakeTheFocusAndGiveItBack) {
    press_mark();
    EXPECT_EQ(stage_.result().focus, stage_.id_of_button(close_label));
    EXPECT_EQ(stage_.frame().focus, 0U);
    stage_.activate(close_label);
    stage_.view.statistics.reset();
    EXPECT_EQ(stage_.frame().focus, mark_id());
    EXPECT_EQ(stage_.frame().focus, 0U);
}

TEST_F(Statistics, ScrollByTheKeysWhereTheyAreLong) {
    phone();
    press_mark();
    const auto y_of_the_plots = [&] { return stage_.find(Heading, "The last two minutes")->rect.y; };
    stage_.frame();
    const float before = y_of_the_plots();
    stage_.send({SemanticEvent::Kind::PageDown, stage_.id_of_button(close_label), {}, false});
    stage_.frame();
    stage_.frame();
    EXPECT_LT(y_of_the_plots(), before - 100);
    stage_.send({SemanticEvent::Kind::PageUp, stage_.id_of_button(close_label), {}, false});
    stage_.frame();
    stage_.frame();
    EXPECT_EQ(y_of_the_plots(), before);
}

TEST_F(Statistics, TakeTheChatsPlaceUntilTheyAreClosed) {
    open();
    type("half a sentence");
    press_mark();
    EXPECT_FALSE(stage_.shows(Region, "Chat"));
    EXPECT_EQ(stage_.find_button("Chat")->pressed, false) << "as people see it";
    stage_.view.statistics.reset();
    stage_.frame();
    EXPECT_TRUE(stage_.shows(Region, "Chat"));
    EXPECT_EQ(field().value, "half a sentence");
}

TEST_F(Statistics, MakeWayForTheChatThatWaitsBehindThem) {
    open();
    press_mark();
    stage_.activate("Chat");
    ASSERT_EQ(stage_.result().actions.size(), 1U) << "the chat is open already";
    EXPECT_TRUE(emitted<core::action::CloseStatistics>(stage_.result()));
    stage_.view.statistics.reset();
    EXPECT_EQ(stage_.frame().focus, 0U) << "the field takes it";
}

TEST_F(Statistics, MakeWayForAChatThatIsOpened) {
    press_mark();
    stage_.activate("Chat");
    EXPECT_EQ(stage_.result().actions.size(), 2U);
    EXPECT_TRUE(emitted<core::action::CloseStatistics>(stage_.result()));
    EXPECT_TRUE(toggles());
}

TEST_F(Statistics, LeaveAnOpenChatAloneOnEscape) {
    open();
    press_mark();
    stage_.send({SemanticEvent::Kind::Dismiss, 0, {}, false});
    stage_.frame();
    EXPECT_EQ(stage_.result().actions.size(), 1U);
    EXPECT_FALSE(toggles());
}

TEST_F(Statistics, LetMessagesBehindThemBeCountedAndSaidOnce) {
    open();
    press_mark();
    add(testing::line(1, "Ada", "Hello"));
    stage_.frame();
    EXPECT_EQ(stage_.result().announcement, "Ada wrote: Hello");
    EXPECT_EQ(stage_.find_button("Chat")->description, "1 unread message");
    stage_.view.statistics.reset();
    stage_.frame();
    EXPECT_EQ(stage_.result().announcement, "");
    EXPECT_EQ(stage_.find_button("Chat")->description, "");
}

}  // namespace
}  // namespace parley::ui
