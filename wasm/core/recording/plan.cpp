#include "core/recording/plan.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace parley::core::recording {
namespace {

// VP9 says more with as many bits, and costs twice as much to encode.
constexpr std::uint16_t processors_for_vp9 = 8;
constexpr std::uint16_t processors_for_smooth = 4;
constexpr std::uint8_t smooth_frames_per_s = 30;
constexpr std::uint8_t sparing_frames_per_s = 15;
constexpr std::uint32_t smooth_bps = 2'500'000;
constexpr std::uint32_t sparing_bps = 1'500'000;
// A page of text must stay readable, and seldom moves.
constexpr Shape presentation{.width = 1920, .height = 1080, .frames_per_s = 15, .video_bps = 2'500'000};

// Chromium keeps MP4 back for many seconds, which a crash would take; Safari plays little else.
std::array<Format, 4> order_of(const quality::Equipment& equipment) {
    using enum Format;
    if (equipment.browser == quality::Browser::Safari) return {Mp4H264, WebmH264, WebmVp9, WebmVp8};
    if (equipment.processors >= processors_for_vp9) return {WebmVp9, WebmVp8, WebmH264, Mp4H264};
    return {WebmVp8, WebmH264, WebmVp9, Mp4H264};
}

Shape shape_of(const Subject& subject, const quality::Equipment& equipment) {
    if (subject.kind == Subject::Kind::Presentation) return presentation;
    const bool smooth = equipment.processors >= processors_for_smooth;
    return {.frames_per_s = smooth ? smooth_frames_per_s : sparing_frames_per_s,
            .video_bps = smooth ? smooth_bps : sparing_bps};
}

struct Day {
    std::int64_t year;
    int month, day;
};

// Counted in years that begin in March, so that the leap day is a year's last (Howard Hinnant, "chrono-Compatible
// Low-Level Date Algorithms").
Day day_of(std::int64_t days_since_epoch) {
    const std::int64_t days = days_since_epoch + 719'468;
    const std::int64_t era = days / 146'097;
    const std::int64_t of_era = days - era * 146'097;
    const std::int64_t year = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
    const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const std::int64_t from_march = (5 * of_year + 2) / 153;
    const int day = static_cast<int>(of_year - (153 * from_march + 2) / 5 + 1);
    const int month = static_cast<int>(from_march < 10 ? from_march + 3 : from_march - 9);
    return {year + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::optional<Plan> plan_for(const Subject& subject, const std::vector<Format>& supported,
                             const quality::Equipment& equipment) {
    for (const Format format : order_of(equipment)) {
        if (std::ranges::find(supported, format) != supported.end()) return Plan{format, shape_of(subject, equipment)};
    }
    return std::nullopt;
}

std::string file_name(std::int64_t local_ms, Format format) {
    constexpr std::int64_t seconds_of_day = 86'400;
    const std::int64_t seconds = std::max<std::int64_t>(0, local_ms) / 1'000;
    const Day day = day_of(seconds / seconds_of_day);
    const std::int64_t rest = seconds % seconds_of_day;
    const std::string_view ending = format == Format::Mp4H264 ? ".mp4" : ".webm";
    return "parley-" + std::to_string(day.year) + '-' + two_digits(day.month) + '-' + two_digits(day.day) + '-' +
           two_digits(rest / 3'600) + '.' + two_digits(rest / 60 % 60) + '.' + two_digits(rest % 60) +
           std::string(ending);
}

}  // namespace parley::core::recording
