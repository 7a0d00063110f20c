#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/view.hpp"

/// How connections are doing, in plain English, and its numbers with their units.
namespace parley::ui {

/// `good`, `fair` or `poor`; empty for what is not known.
std::string_view mark_word(core::quality::Mark mark);
/// What keeps a connection from being good, as a sentence without its full stop; empty for nothing.
std::string_view cause_text(core::quality::Cause cause);
/// The cause, or where there is none to be told, how the connection is.
std::string connection_text(core::quality::Mark mark, core::quality::Cause cause);
/// Accessible name of the mark on a person's tile.
std::string mark_label(const core::ParticipantView& participant);

/// Why there is a person's sound and not their picture, though their camera is on; empty where it is otherwise.
std::string_view sound_only_text(const core::ParticipantView& participant);

/// How the own picture is sent to one person, and why. `people` are in the call, oneself included; `sent` is what was
/// measured last.
std::string choice_text(const std::optional<core::quality::Choice>& choice, std::size_t people,
                        const core::quality::Traffic& sent);

/// `1280×720`, or a dash for no picture.
std::string resolution_text(const core::quality::Traffic& traffic);
/// `VP8`, or a dash.
std::string_view codec_text(core::quality::VideoCodec codec);
std::string_view path_text(core::quality::Path path);

/// What is counted: bits and frames a second, the share of packets lost (0 to 1), milliseconds.
enum class Quantity : std::uint8_t { Bitrate, FrameRate, Loss, Duration };

/// `850 kbit/s`, `1.25 Mbit/s`, `30`, `0.4 %`, `42 ms`; a dash where nothing is known.
std::string quantity_text(Quantity quantity, std::optional<float> value);
/// A round number that none of `values` is above, for the upper edge of a plot; steps, so that it seldom changes.
float plot_maximum(Quantity quantity, float highest);
/// That edge in words: `2 Mbit/s`.
std::string plot_maximum_text(Quantity quantity, float maximum);
/// What a plot of the last two minutes shows: `Received bitrate, last two minutes: between 300 and 900 kbit/s, now 850
/// kbit/s`.
std::string plot_alternative(std::string_view name, Quantity quantity, std::span<const std::optional<float>> values);

/// `12 minutes with up to 4 people in the call`.
std::string attendance_text(const core::CallSummary& summary);
/// How much of the time the connection was good.
std::string wellness_text(const core::CallSummary& summary);
/// What got in the way, where that was worth mentioning; empty otherwise.
std::string_view trouble_text(const core::CallSummary& summary);
/// `Received 84 MB, sent 61 MB`.
std::string data_text(const core::CallSummary& summary);

}  // namespace parley::ui
