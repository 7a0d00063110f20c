#include "core/device_choice.hpp"

#include <algorithm>

#include "core/bounds.hpp"

namespace parley::core {
namespace {

constexpr std::uint16_t small_lines = 360;
constexpr std::uint16_t usual_lines = 720;
constexpr std::uint16_t large_lines = 1080;
constexpr std::uint16_t usual_frames_per_s = 30;
constexpr std::uint16_t few_frames_per_s = 15;
constexpr std::uint8_t music_channels = 2;

}  // namespace

bool is_system_device(std::string_view id) { return id == "default" || id == "communications"; }

bool is_known(const DeviceList& list, DeviceKind kind) {
    return std::ranges::any_of(
        list, [kind](const ListedDevice& device) { return device.kind == kind && !device.id.empty(); });
}

std::optional<std::string> find_chosen(const DeviceList& list, DeviceKind kind, const DeviceName& chosen) {
    if (chosen.id.empty() || !is_known(list, kind)) return chosen.id;
    const auto by_id = std::ranges::find_if(
        list, [&](const ListedDevice& device) { return device.kind == kind && device.id == chosen.id; });
    if (by_id != list.end()) return by_id->id;
    const auto by_label = std::ranges::find_if(list, [&](const ListedDevice& device) {
        return device.kind == kind && !device.label.empty() && device.label == chosen.label;
    });
    if (by_label != list.end()) return by_label->id;
    return std::nullopt;
}

std::optional<std::string> next_to_try(const DeviceList& list, DeviceKind kind, const DeviceName& chosen,
                                       const DeviceName& before, std::span<const std::string> failed) {
    std::vector<std::string> order;
    if (auto id = find_chosen(list, kind, chosen)) order.push_back(*std::move(id));
    const auto is_listed = [&](const std::string& id) {
        return std::ranges::any_of(list,
                                   [&](const ListedDevice& device) { return device.kind == kind && device.id == id; });
    };
    if (is_listed(before.id)) order.push_back(before.id);
    order.emplace_back();
    for (const ListedDevice& device : list) {
        if (device.kind == kind && !device.id.empty()) order.push_back(device.id);
    }
    const auto next = std::ranges::find_if(
        order, [&](const std::string& id) { return std::ranges::find(failed, id) == failed.end(); });
    if (next == order.end()) return std::nullopt;
    return *next;
}

DeviceList tidied(const DeviceList& list) {
    DeviceList kept;
    for (const ListedDevice& device : list) {
        if (is_system_device(device.id)) continue;
        if (kept.size() == bounds::devices_listed_max) break;
        kept.push_back({device.kind, device.id, shortened_label(device.label)});
    }
    return kept;
}

// Between two characters, never inside one (RFC 3629 section 3).
std::string shortened_label(std::string_view label) {
    if (label.size() <= bounds::device_label_bytes_max) return std::string(label);
    std::size_t end = bounds::device_label_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0U) == 0x80U) --end;
    return std::string(label.substr(0, end));
}

SoundShape sound_shape(const DevicePreferences& preferences, quality::Sound sound) {
    if (sound == quality::Sound::Speech) return {.cleaning = preferences.cleaning};
    // What makes speech clear takes instruments for noise, and their room for an echo.
    return {.cleaning = {.echo_cancellation = false, .noise_suppression = false, .automatic_gain = false},
            .channels = music_channels};
}

CameraShape camera_shape(const PictureWish& wish) {
    CameraShape shape{.lines = usual_lines, .frames_per_s = usual_frames_per_s};
    if (wish.lines == CameraLines::Lines360) shape.lines = small_lines;
    if (wish.lines == CameraLines::Lines1080) shape.lines = large_lines;
    if (wish.frames == CameraFrames::Fifteen) shape.frames_per_s = few_frames_per_s;
    return shape;
}

const DeviceName& chosen_of(const DevicePreferences& preferences, DeviceKind kind) {
    if (kind == DeviceKind::Camera) return preferences.camera;
    return kind == DeviceKind::Speaker ? preferences.speaker : preferences.microphone;
}

DeviceName& chosen_of(DevicePreferences& preferences, DeviceKind kind) {
    if (kind == DeviceKind::Camera) return preferences.camera;
    return kind == DeviceKind::Speaker ? preferences.speaker : preferences.microphone;
}

}  // namespace parley::core
