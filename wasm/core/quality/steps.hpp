#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

/// The one table of what is sent: how large, how often and with how many bits, by the size of the call.
namespace parley::core::quality {

/// One size of a picture.
struct Step {
    int people_max;  ///< in a call of so many it is what each is sent
    std::uint16_t height;
    std::uint16_t frames_per_s;
    std::uint32_t bitrate_max_bps;  ///< where the call would allow a larger one, that of the row before
    std::uint32_t bitrate_min_bps;  ///< with fewer the next smaller size looks better
};

inline constexpr int any_number = std::numeric_limits<int>::max();

/// Best first. A row's least lies below the next one's most: on a line that is a little short the encoder, which knows
/// the picture, does better than another size.
inline constexpr std::array<Step, 6> camera_steps{{
    {.people_max = 2, .height = 720, .frames_per_s = 30, .bitrate_max_bps = 1'700'000, .bitrate_min_bps = 400'000},
    {.people_max = 3, .height = 720, .frames_per_s = 30, .bitrate_max_bps = 1'000'000, .bitrate_min_bps = 400'000},
    {.people_max = 4, .height = 480, .frames_per_s = 30, .bitrate_max_bps = 600'000, .bitrate_min_bps = 250'000},
    {.people_max = 6, .height = 360, .frames_per_s = 30, .bitrate_max_bps = 350'000, .bitrate_min_bps = 150'000},
    {.people_max = 8, .height = 270, .frames_per_s = 15, .bitrate_max_bps = 200'000, .bitrate_min_bps = 100'000},
    {.people_max = any_number,
     .height = 180,
     .frames_per_s = 15,
     .bitrate_max_bps = 120'000,
     .bitrate_min_bps = 50'000},
}};
inline constexpr int lowest_step = static_cast<int>(camera_steps.size()) - 1;

/// More lines than the first row's, for somebody who wishes their camera to give them and is alone with one viewer who
/// shows them. With less than the least the first row looks better.
inline constexpr Step large_step{
    .people_max = 2, .height = 1080, .frames_per_s = 30, .bitrate_max_bps = 3'000'000, .bitrate_min_bps = 2'000'000};

/// One way to send a shared screen; its rows go with those of the camera.
struct ScreenStep {
    std::uint16_t detail_frames_per_s;  ///< of what is read; a film keeps its own rate
    std::uint32_t bitrate_max_bps;
};
inline constexpr std::array<ScreenStep, camera_steps.size()> screen_steps{{
    {.detail_frames_per_s = 30, .bitrate_max_bps = 2'500'000},
    {.detail_frames_per_s = 15, .bitrate_max_bps = 1'500'000},
    {.detail_frames_per_s = 10, .bitrate_max_bps = 1'000'000},
    {.detail_frames_per_s = 8, .bitrate_max_bps = 600'000},
    {.detail_frames_per_s = 5, .bitrate_max_bps = 400'000},
    {.detail_frames_per_s = 5, .bitrate_max_bps = 250'000},
}};
inline constexpr std::uint32_t screen_bitrate_min_bps = 80'000;
/// px and frames a second of what is captured; no row sends more.
inline constexpr std::uint16_t screen_height_max = 1'080;
inline constexpr std::uint16_t screen_frames_per_s_max = 30;
/// The sound of what is shared, in both channels, as browsers send it by themselves.
inline constexpr std::uint32_t screen_sound_bps = 64'000;
inline constexpr std::uint16_t film_height = 720;
inline constexpr std::uint16_t film_frames_per_s = 30;

inline constexpr std::uint16_t saver_frames_per_s = 15;

/// What of the sound of each viewer is kept for headers: 50 packets a second of IP, UDP, SRTP.
inline constexpr std::uint32_t sound_headers_bps = 18'000;
/// Speech as browsers send it by themselves.
inline constexpr std::uint32_t plain_speech_bps = 32'000;
/// Opus that has so much codes speech by its transform alone (CELT, RFC 6716 section 4.3), without linear prediction
/// (SILK), for a third of the processor time: 0.5 against 1.8 % of a core for each viewer. Worth it once there are
/// many. libopus changes over from 66 kbit/s on, and reckons with less when packets are lost.
inline constexpr std::uint32_t cheap_speech_bps = 72'000;
inline constexpr int cheap_speech_people_min = 4;
inline constexpr std::uint32_t music_bps = 128'000;
/// What speech takes of a line that is known to be short.
inline constexpr std::uint32_t short_line_speech_bps = sound_headers_bps + plain_speech_bps;

/// px, at most, for a viewer who has not said yet what they show. Congestion control begins with 300 kbit/s: what does
/// not fit makes the encoder shrink pictures for half a minute.
inline constexpr std::uint16_t unsaid_height = 360;

/// A picture is stretched by so much before a larger one is sent.
inline constexpr int stretch_percent = 120;

}  // namespace parley::core::quality
