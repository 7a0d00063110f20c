#pragma once

#include <string>
#include <vector>

#include "core/view/people.hpp"
#include "core/view/recording.hpp"
#include "ui/words.hpp"

/// Every sentence about recordings.
namespace parley::ui {

/// `0:07`, `12:34`, `1:02:03`.
std::string recorded_time(std::uint32_t elapsed_s);
/// `740 KB`, `1.2 MB`, `4.5 GB`.
std::string recorded_size(std::uint64_t bytes);

/// Who of the others records; empty for nobody.
std::string others_record_text(const std::vector<core::ParticipantView>& participants);
/// What the own recording does, before its time and its size.
std::string_view own_recording_text(core::RecordingView::State state);
/// That the disk is getting full.
std::string disk_text(std::uint32_t minutes_left);

struct RecordingNote {
    std::string title;
    std::string text;
};
/// What there is to be said of a recording that waits to be saved.
RecordingNote kept_note(const core::KeptRecording& kept);
/// Why a recording did not begin.
RecordingNote fault_note(core::recording::Fault fault);

}  // namespace parley::ui
