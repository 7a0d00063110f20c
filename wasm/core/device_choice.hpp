#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/devices.hpp"
#include "core/quality/encoding.hpp"

/// Which device to use and how: pure functions of what there is and what a person chose.
namespace parley::core {

/// Whether the id stands for whatever the system prefers; Chromium lists such beside the devices themselves.
bool is_system_device(std::string_view id);

/// Whether the browser tells the devices of that kind apart yet.
bool is_known(const DeviceList& list, DeviceKind kind);

/// The id of what was chosen, as it is called now: empty for the system's own. Nothing: it is not there. A device whose
/// id changed is found by its label, and while devices can't be told apart the chosen one is believed to be there.
std::optional<std::string> find_chosen(const DeviceList& list, DeviceKind kind, const DeviceName& chosen);

/// Which id to ask for next, when those of `failed` did not start: the chosen one, the one in use before, the system's
/// own, then all others in the order of the list. Nothing: all were tried.
std::optional<std::string> next_to_try(const DeviceList& list, DeviceKind kind, const DeviceName& chosen,
                                       const DeviceName& before, std::span<const std::string> failed);

/// The list without doubles of the system's own, at most `bounds::devices_listed_max`, labels cut to
/// `bounds::device_label_bytes_max`.
DeviceList tidied(const DeviceList& list);
std::string shortened_label(std::string_view label);

SoundShape sound_shape(const DevicePreferences& preferences, quality::Sound sound);
CameraShape camera_shape(const PictureWish& wish);

const DeviceName& chosen_of(const DevicePreferences& preferences, DeviceKind kind);
DeviceName& chosen_of(DevicePreferences& preferences, DeviceKind kind);

/// For what the browser keeps: a word without blanks for each choice that is not the usual one.
std::vector<std::string> words_of(const DevicePreferences& preferences);
/// Takes over what the word says. One that is not known says nothing.
void read_device_preference(std::string_view word, DevicePreferences& preferences);

}  // namespace parley::core
