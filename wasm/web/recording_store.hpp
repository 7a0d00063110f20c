#pragma once

#include <emscripten/val.h>

#include <functional>
#include <string>

#include "core/recording/types.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// The files of recordings, in the origin's private file system, through a worker of its own. Orders are carried out
/// one after the other.
class RecordingStore {
public:
    struct Sinks {
        Sink core;
        /// The file is there: the recorder may begin.
        std::function<void(core::RecordingId, std::uint64_t free_bytes)> opened;
        /// The file of the one that is being recorded can't be written (any more).
        std::function<void(core::RecordingId, core::recording::Fault)> failed;
    };

    explicit RecordingStore(Sinks sinks);

    /// Answered by RecordingsFound, with `formats` in it.
    void find(std::vector<core::recording::Format> formats);
    void open(core::RecordingId recording, const std::string& file);
    /// `chunk`: a Blob. Answered by RecorderProgressed.
    void write(core::RecordingId recording, const emscripten::val& chunk);
    /// Answered by RecorderStopped.
    void close(core::RecordingId recording);
    /// Closes it without a word.
    void abandon(core::RecordingId recording);
    /// Answered by RecordingOffered.
    void offer(core::RecordingId recording, const std::string& file);
    void discard(core::RecordingId recording, const std::string& file);

    void on_answer(const emscripten::val& event);

private:
    void order(const char* what, core::RecordingId recording, const std::string& file = {});
    void on_found(const emscripten::val& files);
    void on_failed(const std::string& order, core::RecordingId recording, const std::string& error);

    Sinks sinks_;
    std::vector<core::recording::Format> formats_;
    emscripten::val worker_;  ///< null where there are none: then nothing is kept
    Handle<RecordingStore> handle_{*this};
};

}  // namespace parley::web
