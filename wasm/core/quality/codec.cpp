#include "core/quality/codec.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace parley::core::quality {

namespace {

using enum VideoCodec;
using Form = Equipment::Form;

constexpr int any_number = std::numeric_limits<int>::max();
constexpr int people_with_redundancy_max = 3;

/// The first row that fits is the browser's. What it does not say it does not ask for.
struct Row {
    std::optional<Browser> browser{};
    std::optional<Form> form{};
    int processors_min = 0;
    int people_max = any_number;
    std::array<VideoCodec, 4> order{};
    VideoCodec cheap = None;  ///< what costs this machine least
};

// Each viewer's picture is encoded by itself, so with each person more the cheaper codec wins. All of these have to
// know VP8 and H.264 (RFC 7742 section 5); the rest is what getCapabilities says.
constexpr std::array<Row, 8> rows{{
    // Phones encode H.264 in hardware; anything else empties the battery and heats them until they slow down.
    {.form = Form::Phone, .order = {H264, Vp8, Vp9, Av1}, .cheap = H264},
    // Safari encodes H.264 in hardware (VideoToolbox) and VP8 and VP9 in software.
    {.browser = Browser::Safari, .order = {H264, Vp8, Vp9, Av1}, .cheap = H264},
    // Firefox encodes H.264 with OpenH264, a plugin that is fetched after the first start and may be missing, and
    // is tuned for VP8 in real time.
    {.browser = Browser::Firefox, .order = {Vp8, Vp9, H264, Av1}, .cheap = Vp8},
    // One picture and processors to spare: AV1 makes most of the bits, and costs most.
    {.browser = Browser::Chromium, .processors_min = 8, .people_max = 2, .order = {Av1, Vp9, Vp8, H264}, .cheap = H264},
    {.browser = Browser::Chromium, .processors_min = 4, .people_max = 3, .order = {Vp9, Vp8, H264, Av1}, .cheap = H264},
    {.browser = Browser::Chromium, .people_max = 3, .order = {Vp8, Vp9, H264, Av1}, .cheap = H264},
    // Many pictures: OpenH264, which Chromium brings along, takes less than half the time of libvpx for each (0.7
    // against 1.5 ms at 320x180, 1.6 with AV1, 1.9 with VP9), and what encodes in hardware does H.264 first.
    {.browser = Browser::Chromium, .order = {H264, Vp8, Vp9, Av1}, .cheap = H264},
    {.order = {Vp8, Vp9, H264, Av1}, .cheap = Vp8},
}};

const Row& row_of(const Equipment& equipment, int people) {
    const auto fits = [&](const Row& row) {
        return row.browser.value_or(equipment.browser) == equipment.browser &&
               row.form.value_or(equipment.form) == equipment.form && equipment.processors >= row.processors_min &&
               people <= row.people_max;
    };
    return *std::ranges::find_if(rows, fits);
}

bool can_encode(const Equipment& equipment, VideoCodec codec) {
    return std::ranges::find(equipment.encoders, codec) != equipment.encoders.end();
}

}  // namespace

CodecOrder codec_order(const Equipment& equipment, int people) {
    CodecOrder order{
        .video = {},
        .sound = people <= people_with_redundancy_max ? CodecOrder::Redundancy::On : CodecOrder::Redundancy::Off};
    for (const VideoCodec codec : row_of(equipment, people).order) {
        if (can_encode(equipment, codec)) order.video.push_back(codec);
    }
    return order;
}

VideoCodec sending_codec(const Equipment& equipment, int people, int steps_down) {
    const VideoCodec cheap = row_of(equipment, people).cheap;
    if (steps_down > 0 && can_encode(equipment, cheap)) return cheap;
    const CodecOrder order = codec_order(equipment, people);
    return order.video.empty() ? None : order.video.front();
}

}  // namespace parley::core::quality
