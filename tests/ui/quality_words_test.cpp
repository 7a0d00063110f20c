#include "ui/quality_words.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace parley::ui {
namespace {

using core::quality::Cause;
using core::quality::Choice;
using core::quality::Encoding;
using core::quality::Mark;
using core::quality::Reason;
using core::quality::Traffic;
using Values = std::vector<std::optional<float>>;

constexpr Cause causes[] = {Cause::TheirUpload,   Cause::TheirProcessor, Cause::YourDownload, Cause::YourUpload,
                            Cause::YourProcessor, Cause::LostOnTheWay,   Cause::LongWay};
constexpr Reason reasons[] = {Reason::People, Reason::Speaking,  Reason::ShownSize, Reason::NotShown,
                              Reason::Line,   Reason::Processor, Reason::Saver};
constexpr Traffic of_480_lines{.width = 854, .height = 480};

Choice choice_for(Reason reason, Encoding::Activity activity = Encoding::Activity::Sent) {
    Choice choice;
    choice.reason = reason;
    choice.camera.activity = activity;
    return choice;
}

TEST(QualityWords, TellEveryCauseFromTheOthers) {
    std::set<std::string_view> seen;
    for (const Cause cause : causes) EXPECT_TRUE(seen.insert(cause_text(cause)).second);
    EXPECT_FALSE(seen.contains(""));
    EXPECT_EQ(cause_text(Cause::None), "");
}

TEST(QualityWords, SayHowAConnectionIsWhereNothingTellsWhy) {
    EXPECT_EQ(connection_text(Mark::Fair, Cause::None), "The connection is fair");
    EXPECT_EQ(connection_text(Mark::Fair, Cause::YourDownload), "Your download is slow");
}

TEST(QualityWords, SayWhyAPictureIsSentAsItIs) {
    EXPECT_EQ(choice_text(choice_for(Reason::People), 4, of_480_lines), "480 lines, because 4 people are in the call");
    EXPECT_EQ(choice_text(choice_for(Reason::People), 2, of_480_lines),
              "480 lines, because only two people are in the call");
    EXPECT_EQ(choice_text(choice_for(Reason::Line), 4, of_480_lines), "480 lines: your upload carries no more");
    std::set<std::string> seen;
    for (const Reason reason : reasons) seen.insert(choice_text(choice_for(reason), 4, of_480_lines));
    EXPECT_GE(seen.size(), std::size(reasons) - 1);
}

TEST(QualityWords, CountTheLinesOfAPhoneHeldUprightAlongItsShorterSide) {
    EXPECT_TRUE(choice_text(choice_for(Reason::People), 3, {.width = 360, .height = 640}).starts_with("360 lines"));
}

TEST(QualityWords, SayWhyNoPictureIsSent) {
    const auto paused = [](Reason reason) {
        return choice_text(choice_for(reason, Encoding::Activity::Paused), 4, of_480_lines);
    };
    EXPECT_EQ(paused(Reason::NotShown), "Not sent: they don't show your picture");
    EXPECT_EQ(paused(Reason::Line), "Not sent: your upload carries sound only");
    for (const Reason reason : reasons) EXPECT_TRUE(paused(reason).starts_with("Not sent"));
    EXPECT_EQ(choice_text(std::nullopt, 4, {}), "Your camera is off");
    EXPECT_EQ(choice_text(choice_for(Reason::People), 4, {}), "Nothing is sent yet");
}

TEST(QualityWords, NumberWithTheUnitThatIsReadBest) {
    EXPECT_EQ(quantity_text(Quantity::Bitrate, 850'400.0F), "850 kbit/s");
    EXPECT_EQ(quantity_text(Quantity::Bitrate, 999'600.0F), "1.00 Mbit/s");
    EXPECT_EQ(quantity_text(Quantity::Bitrate, 1'050'000.0F), "1.05 Mbit/s");
    EXPECT_EQ(quantity_text(Quantity::Bitrate, 12'340'000.0F), "12.3 Mbit/s");
    EXPECT_EQ(quantity_text(Quantity::FrameRate, 29.6F), "30");
    EXPECT_EQ(quantity_text(Quantity::Loss, 0.004F), "0.4 %");
    EXPECT_EQ(quantity_text(Quantity::Duration, 41.7F), "42 ms");
    EXPECT_EQ(quantity_text(Quantity::Duration, std::nullopt), "\u2013");
}

TEST(QualityWords, DashOutAPictureThatIsNotThere) {
    EXPECT_EQ(resolution_text({.width = 1280, .height = 720}), "1280\u00d7720");
    EXPECT_EQ(resolution_text({}), "\u2013");
}

TEST(QualityWords, EndAPlotAtARoundNumberThatNothingIsAbove) {
    EXPECT_EQ(plot_maximum(Quantity::Bitrate, 0), 100'000);
    EXPECT_EQ(plot_maximum(Quantity::Bitrate, 1'300'000), 2'000'000);
    EXPECT_EQ(plot_maximum(Quantity::Bitrate, 700'000), 1'000'000);
    EXPECT_EQ(plot_maximum_text(Quantity::Bitrate, 1'000'000), "1 Mbit/s");
    EXPECT_EQ(plot_maximum_text(Quantity::Loss, plot_maximum(Quantity::Loss, 0.02F)), "5 %");
    for (float value = 1; value < 1e8F; value *= 1.37F) EXPECT_GE(plot_maximum(Quantity::Duration, value), value);
}

TEST(QualityWords, SayWhatAPlotShows) {
    const Values values = {300'000.0F, std::nullopt, 900'000.0F, 850'000.0F};
    EXPECT_EQ(plot_alternative("Received bitrate", Quantity::Bitrate, values),
              "Received bitrate, last two minutes: between 300 and 900 kbit/s, now 850 kbit/s");
}

TEST(QualityWords, ClaimNothingOfAPlotWithoutValues) {
    EXPECT_EQ(plot_alternative("Round trip", Quantity::Duration, Values{std::nullopt}),
              "Round trip, last two minutes: not known");
    EXPECT_TRUE(plot_alternative("Round trip", Quantity::Duration, Values{40.0F, std::nullopt})
                    .ends_with("between 40 and 40 ms, now not known"));
}

core::CallSummary summary_of(core::TimeMs minutes) { return {.duration_ms = minutes * 60'000 + 59'999}; }

TEST(QualityWords, SayHowLongACallWasAndWithHowMany) {
    core::CallSummary summary = summary_of(12);
    summary.people_most = 4;
    EXPECT_EQ(attendance_text(summary), "12 minutes with up to 4 people in the call");
    summary.people_most = 2;
    EXPECT_EQ(attendance_text(summary), "12 minutes with one other person");
    const auto begins = [](core::TimeMs minutes, std::string_view words) {
        return attendance_text(summary_of(minutes)).starts_with(std::string(words) + " with");
    };
    EXPECT_TRUE(begins(0, "Less than a minute"));
    EXPECT_TRUE(begins(1, "1 minute"));
    EXPECT_TRUE(begins(60, "1 hour"));
    EXPECT_TRUE(begins(125, "2 hours 5 minutes"));
}

TEST(QualityWords, NeverRoundABadMomentAway) {
    EXPECT_EQ(wellness_text({.well_share = 1}), "The connection was good all the time");
    EXPECT_EQ(wellness_text({.well_share = 0.9961F}), "The connection was good 99 % of the time");
    EXPECT_EQ(wellness_text({.well_share = 0.97F}), "The connection was good 97 % of the time");
}

TEST(QualityWords, MentionWhatGotInTheWayOnlyWhereItDid) {
    EXPECT_EQ(trouble_text({.well_share = 0.96F, .cause = Cause::YourUpload}), "");
    EXPECT_EQ(trouble_text({.well_share = 0.94F, .cause = Cause::YourUpload}),
              "What got in the way most often: your upload was slow");
    EXPECT_EQ(trouble_text({.well_share = 0.5F, .cause = Cause::None}), "");
    for (const Cause cause : causes) EXPECT_NE(trouble_text({.well_share = 0.5F, .cause = cause}), "");
}

TEST(QualityWords, CountDataAsPeoplePayForIt) {
    EXPECT_EQ(data_text({.received_bytes = 84'900'000, .sent_bytes = 61'000'000}), "Received 84 MB, sent 61 MB");
    EXPECT_EQ(data_text({.received_bytes = 1'250'000'000, .sent_bytes = 10}), "Received 1.3 GB, sent less than 1 MB");
}

}  // namespace
}  // namespace parley::ui
