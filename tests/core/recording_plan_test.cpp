#include <gtest/gtest.h>

#include "core/bounds.hpp"
#include "core/recording/layout.hpp"
#include "core/recording/plan.hpp"

// How a recording is encoded, named, and laid out.

namespace parley::core::recording {
namespace {

using quality::Browser;
using quality::Equipment;

const std::vector<Format> all_formats{Format::Mp4H264, Format::WebmVp8, Format::WebmVp9, Format::WebmH264};

Equipment machine(Browser browser, std::uint16_t processors) {
    return {.browser = browser, .processors = processors, .encoders = {}};
}

TEST(RecordingPlan, TakesWhatTheBrowserDoesBest) {
    EXPECT_EQ(plan_for({}, all_formats, machine(Browser::Chromium, 4))->format, Format::WebmVp8);
    EXPECT_EQ(plan_for({}, all_formats, machine(Browser::Chromium, 16))->format, Format::WebmVp9);
    EXPECT_EQ(plan_for({}, all_formats, machine(Browser::Safari, 8))->format, Format::Mp4H264);
    EXPECT_EQ(plan_for({}, {Format::WebmVp8}, machine(Browser::Safari, 8))->format, Format::WebmVp8);
    EXPECT_EQ(plan_for({}, {Format::Mp4H264}, machine(Browser::Firefox, 8))->format, Format::Mp4H264);
}

TEST(RecordingPlan, IsNoneWhereNothingCanBeWritten) { EXPECT_FALSE(plan_for({}, {}, machine(Browser::Chromium, 8))); }

TEST(RecordingPlan, SparesAWeakMachine) {
    EXPECT_EQ(plan_for({}, all_formats, machine(Browser::Chromium, 2))->shape.frames_per_s, 15);
    EXPECT_EQ(plan_for({}, all_formats, machine(Browser::Chromium, 8))->shape.frames_per_s, 30);
}

TEST(RecordingPlan, KeepsTheTextOfAPresentationReadable) {
    const Subject subject{Subject::Kind::Presentation, PeerId("ann")};
    EXPECT_EQ(plan_for(subject, all_formats, machine(Browser::Chromium, 2))->shape.height, 1'080);
}

TEST(RecordingName, SaysWhenInThePersonsOwnTime) {
    EXPECT_EQ(file_name(0, Format::WebmVp8), "parley-1970-01-01-00.00.00.webm");
    EXPECT_EQ(file_name(1'709'164'799'000, Format::Mp4H264), "parley-2024-02-28-23.59.59.mp4");
    EXPECT_EQ(file_name(1'709'164'800'000, Format::WebmVp9), "parley-2024-02-29-00.00.00.webm");
    EXPECT_EQ(file_name(1'735'689'599'000, Format::WebmVp9), "parley-2024-12-31-23.59.59.webm");
    EXPECT_EQ(file_name(-5, Format::WebmVp9), "parley-1970-01-01-00.00.00.webm");
}

std::vector<Source> people(std::size_t count) {
    std::vector<Source> sources;
    for (std::size_t i = 0; i < count; ++i) sources.push_back({Source::Kind::Person, "p" + std::to_string(i), "N"});
    return sources;
}

bool overlap(const Box& one, const Box& other) {
    return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
           other.y < one.y + one.height;
}

void expect_sound(const Shape& shape, const std::vector<Tile>& tiles) {
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const Box& box = tiles[i].box;
        EXPECT_GT(box.width, 0);
        EXPECT_GT(box.height, 0);
        EXPECT_GE(box.x, 0);
        EXPECT_GE(box.y, 0);
        EXPECT_LE(box.x + box.width, shape.width);
        EXPECT_LE(box.y + box.height, shape.height);
        EXPECT_EQ((box.x | box.y | box.width | box.height) & 1, 0) << "an odd edge";
        for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(box, tiles[j].box)) << i << " and " << j;
    }
}

TEST(RecordingLayout, OfOneFillsThePicture) {
    const auto tiles = arrange({}, people(1));
    ASSERT_EQ(tiles.size(), 1U);
    EXPECT_EQ(tiles[0].box, (Box{0, 0, 1280, 720}));
    EXPECT_EQ(tiles[0].fit, Tile::Fit::Contain);
}

TEST(RecordingLayout, OfTwoIsSideBySide) {
    const auto tiles = arrange({}, people(2));
    ASSERT_EQ(tiles.size(), 2U);
    EXPECT_EQ(tiles[0].box.y, tiles[1].box.y);
    EXPECT_GT(tiles[0].box.width, 600);
}

TEST(RecordingLayout, HoldsAnyNumberOfPeopleWithoutOverlap) {
    for (std::size_t count = 1; count <= bounds::people_max; ++count) {
        const auto tiles = arrange({}, people(count));
        EXPECT_EQ(tiles.size(), std::min(count, bounds::recorded_tiles_max));
        expect_sound({}, tiles);
    }
}

TEST(RecordingLayout, GivesAPresentationMostOfIt) {
    for (std::size_t count = 0; count <= 12; ++count) {
        auto sources = people(count);
        sources.push_back({Source::Kind::Presentation, "slides", "Ann's screen"});
        const auto tiles = arrange({}, sources);
        expect_sound({}, tiles);
        EXPECT_EQ(tiles.back().element, "slides");
        EXPECT_EQ(tiles.back().fit, Tile::Fit::Contain) << "nothing of it is cut off";
        EXPECT_GT(tiles.back().box.width * tiles.back().box.height, 1280 * 720 / 2);
    }
}

TEST(RecordingLayout, HoldsSeveralPresentations) {
    auto sources = people(3);
    for (const char* name : {"one", "two", "three"}) sources.push_back({Source::Kind::Presentation, name, name});
    const auto tiles = arrange({}, sources);
    EXPECT_EQ(tiles.size(), 6U);
    expect_sound({}, tiles);
}

TEST(RecordingLayout, OfNobodyIsEmpty) { EXPECT_TRUE(arrange({}, {}).empty()); }

}  // namespace
}  // namespace parley::core::recording
