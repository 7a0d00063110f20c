#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "core/device_choice.hpp"
#include "protocol/base64url.hpp"

// How preferences of devices are kept: `camera=<id>.<label>` with both in base64url, or a word alone.

namespace parley::core {
namespace {

constexpr char between_parts = '.';
constexpr std::array<std::pair<std::string_view, DeviceKind>, 3> device_words = {{
    {"microphone=", DeviceKind::Microphone},
    {"camera=", DeviceKind::Camera},
    {"speaker=", DeviceKind::Speaker},
}};
constexpr std::array<std::string_view, 4> lines_words = {"", "lines=360", "lines=720", "lines=1080"};
constexpr std::string_view few_frames_word = "frames=15";
constexpr std::string_view no_mirror_word = "no-mirror";
constexpr std::string_view echo_word = "keep-echo";
constexpr std::string_view noise_word = "keep-noise";
constexpr std::string_view gain_word = "keep-gain";
constexpr std::string_view push_to_talk_word = "push-to-talk";

std::string encoded(std::string_view text) {
    return encode_base64url(std::vector<std::uint8_t>(text.begin(), text.end()));
}

std::string decoded(std::string_view text) {
    const auto bytes = decode_base64url(text);
    return bytes ? std::string(bytes->begin(), bytes->end()) : std::string();
}

DeviceName read_device(std::string_view word) {
    const std::size_t at = word.find(between_parts);
    if (at == std::string_view::npos) return {};
    DeviceName device{decoded(word.substr(0, at)), shortened_label(decoded(word.substr(at + 1)))};
    if (device.id.empty()) device.label.clear();
    return device;
}

}  // namespace

std::vector<std::string> words_of(const DevicePreferences& preferences) {
    std::vector<std::string> words;
    for (const auto& [word, kind] : device_words) {
        const DeviceName& device = chosen_of(preferences, kind);
        if (device.id.empty()) continue;
        words.push_back(std::string(word) + encoded(device.id) + between_parts + encoded(device.label));
    }
    const auto say = [&](bool unusual, std::string_view word) {
        if (unusual) words.emplace_back(word);
    };
    const auto& [lines, frames, mirror] = preferences.picture;
    say(lines != CameraLines::Automatic, lines_words[static_cast<std::size_t>(lines)]);
    say(frames == CameraFrames::Fifteen, few_frames_word);
    say(mirror == Mirror::Off, no_mirror_word);
    say(!preferences.cleaning.echo_cancellation, echo_word);
    say(!preferences.cleaning.noise_suppression, noise_word);
    say(!preferences.cleaning.automatic_gain, gain_word);
    say(preferences.talk == TalkMode::PushToTalk, push_to_talk_word);
    return words;
}

void read_device_preference(std::string_view word, DevicePreferences& preferences) {
    for (const auto& [begin, kind] : device_words) {
        if (word.starts_with(begin)) chosen_of(preferences, kind) = read_device(word.substr(begin.size()));
    }
    for (std::size_t lines = 1; lines < lines_words.size(); ++lines) {
        if (word == lines_words[lines]) preferences.picture.lines = static_cast<CameraLines>(lines);
    }
    if (word == few_frames_word) preferences.picture.frames = CameraFrames::Fifteen;
    if (word == no_mirror_word) preferences.picture.mirror = Mirror::Off;
    if (word == echo_word) preferences.cleaning.echo_cancellation = false;
    if (word == noise_word) preferences.cleaning.noise_suppression = false;
    if (word == gain_word) preferences.cleaning.automatic_gain = false;
    if (word == push_to_talk_word) preferences.talk = TalkMode::PushToTalk;
}

}  // namespace parley::core
