#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/view.hpp"

/// Every sentence that depends on what the core says, in plain English. Constant labels stand in the views.
namespace parley::ui {

struct Message {
    std::string_view title;
    std::string_view text;
};

enum class Device : std::uint8_t { Microphone, Camera };

/// What is wrong with a device and what to do about it; nothing when it is on, off or starting.
std::optional<Message> device_trouble(Device device, core::DeviceState state);
/// Whether the device is on or about to be: what its toggle would then switch off.
bool is_wanted(core::DeviceState state);
/// Accessible name of the device's toggle: what pressing it does.
std::string_view toggle_label(Device device, core::DeviceState state);

Message failure_message(const core::Failure& failure);
/// Whether joining again may help.
bool can_try_again(core::FailureReason reason);

std::string notice_text(const core::Notice& notice);

/// What a tile says about the media path; empty when all is well.
std::string_view pair_text(core::PairState state);

/// What a call says about a server that does not answer: how the people in it are doing meanwhile.
std::string_view reconnecting_text(const std::vector<core::ParticipantView>& participants);

/// What it means to hide one's network address, or why that cannot be chosen.
std::string_view privacy_text(const core::SettingsView& settings, core::Coverage coverage);
/// What is to be known before a call about whom it can reach; empty for nothing.
std::string_view coverage_text(core::Coverage coverage);

/// `HH:MM` of a minute of the day, 0 to 1439.
std::string clock_time(std::uint16_t minute);
/// Who wrote a message and when, before its text is said.
std::string chat_byline(const core::ChatLine& line);
/// What a badge with `unread` messages says; empty for none.
std::string unread_text(std::uint32_t unread);

/// How many are in the call, oneself included.
std::string people_count_text(std::size_t people);

/// A name for people without one.
std::string_view display_name(std::string_view name);
std::string participant_label(const core::ParticipantView& participant);

/// The document's title.
std::string page_title(const core::View& view);

}  // namespace parley::ui
