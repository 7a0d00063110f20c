#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/handles.hpp"
#include "core/recording/types.hpp"
#include "core/slot.hpp"

/// What is asked of the recorder and of the files that it leaves.
namespace parley::core::output {

/// What recordings this browser keeps, and what it can write. Answered by RecordingsFound.
struct FindRecordings {};
/// Makes the file and begins, within the person's gesture. Answered by RecorderStarted or RecorderFailed, and then by
/// RecorderProgressed about once a second until it ends.
struct StartRecorder {
    RecordingId recording;
    std::string file;
    recording::Format format = recording::Format::WebmVp8;
    recording::Shape shape;
};
/// What is seen and heard in the recording from now on.
struct ComposeRecording {
    /// Of who is at the other end, or what goes with the screen that they present.
    struct Voice {
        ConnectionId connection;
        Slot slot = Slot::Microphone;
        friend bool operator==(const Voice&, const Voice&) = default;
    };
    RecordingId recording;
    std::vector<recording::Tile> tiles;
    std::vector<Voice> voices;
    std::optional<TrackId> microphone;    ///< the own one
    std::optional<TrackId> screen_sound;  ///< of the own screen
    friend bool operator==(const ComposeRecording&, const ComposeRecording&) = default;
};
/// Nothing is recorded until ResumeRecorder: the time is left out.
struct PauseRecorder {
    RecordingId recording;
};
struct ResumeRecorder {
    RecordingId recording;
};
/// Answered by RecorderStopped or RecorderFailed.
struct StopRecorder {
    RecordingId recording;
};
/// Offers the file as a download, as it lies there: however long it is, no copy is made in memory. Answered by
/// RecordingOffered. Emitted while the person's gesture is being handled.
struct OfferRecording {
    RecordingId recording;
    std::string file;
};
/// Deletes the file. One that is being recorded ends without a word.
struct DiscardRecording {
    RecordingId recording;
    std::string file;
};

}  // namespace parley::core::output
