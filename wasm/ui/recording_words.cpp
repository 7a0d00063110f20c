#include "ui/recording_words.hpp"

namespace parley::ui {

using core::KeptRecording;
using core::recording::Fault;

namespace {

std::string two_digits(std::uint32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// With one decimal where there is only one digit before it.
std::string in_units(std::uint64_t bytes, std::uint64_t unit, std::string_view name) {
    const std::uint64_t tenths = bytes * 10 / unit;
    std::string text = std::to_string(tenths / 10);
    if (tenths < 100) text += '.' + std::to_string(tenths % 10);
    return text + ' ' + std::string(name);
}

std::string extent(const KeptRecording& kept) {
    const std::string size = recorded_size(kept.bytes);
    return kept.elapsed_s > 0 ? recorded_time(kept.elapsed_s) + ", " + size : size;
}

std::string_view ended_title(Fault cause) {
    switch (cause) {
        case Fault::Full:
            return "The disk is full, so the recording ended";
        case Fault::Storage:
        case Fault::NoStorage:
            return "The recording ended: its file could not be written";
        case Fault::Recorder:
            return "The recording ended: your browser stopped making it";
        case Fault::None:
            break;
    }
    return "Your recording is ready";
}

}  // namespace

std::string recorded_time(std::uint32_t elapsed_s) {
    const std::uint32_t hours = elapsed_s / 3'600;
    const std::uint32_t minutes = elapsed_s / 60 % 60;
    const std::string seconds = ':' + two_digits(elapsed_s % 60);
    if (hours == 0) return std::to_string(minutes) + seconds;
    return std::to_string(hours) + ':' + two_digits(minutes) + seconds;
}

std::string recorded_size(std::uint64_t bytes) {
    constexpr std::uint64_t kilobyte = 1'000;
    constexpr std::uint64_t megabyte = 1'000'000;
    constexpr std::uint64_t gigabyte = 1'000'000'000;
    if (bytes < megabyte) return std::to_string(bytes / kilobyte) + " KB";
    return bytes < gigabyte ? in_units(bytes, megabyte, "MB") : in_units(bytes, gigabyte, "GB");
}

std::string others_record_text(const std::vector<core::ParticipantView>& participants) {
    std::string first;
    std::size_t count = 0;
    for (const core::ParticipantView& participant : participants) {
        if (participant.you || !participant.recording) continue;
        if (count++ == 0) first = display_name(participant.name);
    }
    if (count == 0) return {};
    if (count == 1) return first + " is recording";
    return first + " and " + std::to_string(count - 1) +
           (count == 2 ? " other are recording" : " others are recording");
}

std::string_view own_recording_text(core::RecordingView::State state) {
    using State = core::RecordingView::State;
    switch (state) {
        case State::Starting:
            return "Starting to record";
        case State::Paused:
            return "Recording paused";
        case State::Ending:
            return "Finishing the recording";
        default:
            return "You are recording";
    }
}

std::string disk_text(std::uint32_t minutes_left) {
    if (minutes_left <= 1) return "The disk is nearly full: the recording ends within a minute.";
    return "The disk is nearly full: about " + std::to_string(minutes_left) + " minutes can still be recorded.";
}

RecordingNote kept_note(const KeptRecording& kept) {
    using Standing = KeptRecording::Standing;
    if (kept.standing == Standing::Missing)
        return {"The recording is gone", "This browser cleared it, or it was discarded in another tab."};
    if (kept.standing == Standing::Offered)
        return {"The recording went to your downloads",
                "When it has arrived there, discard the copy that this browser keeps (" + extent(kept) + ")."};
    if (kept.origin == KeptRecording::Origin::EarlierVisit)
        return {"A recording was not saved", kept.file + ", " + extent(kept) + ", from an earlier visit."};
    if (kept.cause == Fault::None)
        return {std::string(ended_title(kept.cause)), extent(kept) + ". This browser keeps it until you discard it."};
    return {std::string(ended_title(kept.cause)), "What was recorded until then is kept: " + extent(kept) + "."};
}

RecordingNote fault_note(Fault fault) {
    constexpr const char* title = "The recording did not start";
    switch (fault) {
        case Fault::NoStorage:
            return {title,
                    "Your browser keeps no files for this page, as in some private windows. "
                    "Use an ordinary window."};
        case Fault::Full:
            return {title, "There is too little room left on the disk. Make some, then try again."};
        case Fault::Storage:
            return {title, "Its file could not be written. Try again."};
        case Fault::Recorder:
        case Fault::None:
            break;
    }
    return {title, "Your browser could not make it. Close what else is busy, then try again."};
}

}  // namespace parley::ui
