#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/handles.hpp"
#include "core/recording/types.hpp"

/// Recordings, as the person who makes them sees them.
namespace parley::core {

/// A recording that has ended and is still in the browser: to be saved or discarded.
struct KeptRecording {
    enum class Origin : std::uint8_t { ThisVisit, EarlierVisit };  ///< earlier: the page went before it was saved
    enum class Standing : std::uint8_t {
        Unsaved,
        Offered,  ///< as a download; whether it got there only the person knows
        Missing,  ///< the file is gone: the browser cleared it, or another tab discarded it
    };
    RecordingId recording{};
    std::string file{};
    std::uint64_t bytes = 0;
    std::uint32_t elapsed_s = 0;                      ///< 0: not known
    recording::Fault cause = recording::Fault::None;  ///< why it ended, if nobody stopped it
    Origin origin = Origin::ThisVisit;
    Standing standing = Standing::Unsaved;
    friend bool operator==(const KeptRecording&, const KeptRecording&) = default;
};

/// The recording that goes on, and those that wait to be saved.
struct RecordingView {
    enum class State : std::uint8_t {
        Unavailable,  ///< this browser records nothing, or has not said yet
        Idle,
        Starting,
        Running,
        Paused,
        Ending,  ///< the last of it is being written
    };
    State state = State::Unavailable;
    recording::Subject subject;
    std::uint32_t elapsed_s = 0;
    std::uint64_t bytes = 0;
    std::optional<std::uint32_t> minutes_left;        ///< when the disk is getting full
    recording::Fault fault = recording::Fault::None;  ///< why the last one did not begin
    std::vector<KeptRecording> kept;                  ///< oldest first
    friend bool operator==(const RecordingView&, const RecordingView&) = default;
};

}  // namespace parley::core
