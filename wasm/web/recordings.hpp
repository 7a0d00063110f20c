#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "core/output/recording.hpp"
#include "web/recorder.hpp"
#include "web/recording_store.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// What is recorded, and where it is kept: brings the recorder's chunks into their file.
class Recordings {
public:
    Recordings(Sink sink, RecordingPicture::Videos videos);

    void find();
    void start(const core::output::StartRecorder& order);
    /// `sound_tracks`: MediaStreamTracks.
    void compose(const core::output::ComposeRecording& order, const std::vector<emscripten::val>& sound_tracks);
    void pause(core::RecordingId recording);
    void resume(core::RecordingId recording);
    void stop(core::RecordingId recording);
    void offer(const core::output::OfferRecording& order);
    void discard(const core::output::DiscardRecording& order);

private:
    void on_opened(core::RecordingId recording, std::uint64_t free_bytes);
    void fail(core::RecordingId recording, core::recording::Fault fault);
    void on_ended(core::RecordingId recording, Recorder::End end);
    [[nodiscard]] bool records(core::RecordingId recording) const { return recorder_ && recording == recording_; }

    Sink sink_;
    RecordingPicture::Videos videos_;
    RecordingStore store_;
    core::RecordingId recording_;
    bool running_ = false;  ///< its file is open
    std::unique_ptr<Recorder> recorder_;
    std::unique_ptr<Recorder> retired_;  ///< the one before: it may be in the middle of saying that it ended
};

}  // namespace parley::web
