#include "web/recordings.hpp"

#include <utility>

namespace parley::web {

using core::RecordingId;
using core::recording::Fault;
using emscripten::val;
namespace output = core::output;

Recordings::Recordings(Sink sink, RecordingPicture::Videos videos)
    : sink_(sink),
      videos_(std::move(videos)),
      store_({.core = sink,
              .opened = [this](RecordingId recording, std::uint64_t free_bytes) { on_opened(recording, free_bytes); },
              .failed = [this](RecordingId recording, Fault fault) { fail(recording, fault); }}) {}

void Recordings::find() { store_.find(recorder_formats()); }

// The sound must begin within the gesture; the recorder begins when there is a file.
void Recordings::start(const output::StartRecorder& order) {
    const RecordingId recording = recording_ = order.recording;
    running_ = false;
    recorder_ = std::make_unique<Recorder>(
        order, videos_,
        Recorder::Sinks{.chunk = [this, recording](const val& chunk) { store_.write(recording, chunk); },
                        .ended = [this, recording](Recorder::End end) { on_ended(recording, end); }});
    store_.open(recording, order.file);
}

// It is in the middle of saying so: it goes when the next one comes.
void Recordings::on_ended(RecordingId recording, Recorder::End end) {
    running_ = false;
    retired_ = std::move(recorder_);
    if (end == Recorder::End::Wanted) return store_.close(recording);
    store_.abandon(recording);
    sink_(core::input::RecorderFailed{recording, Fault::Recorder});
}

void Recordings::on_opened(RecordingId recording, std::uint64_t free_bytes) {
    if (!records(recording)) return;
    if (!recorder_->start()) {
        store_.abandon(recording);
        return fail(recording, Fault::Recorder);
    }
    running_ = true;
    sink_(core::input::RecorderStarted{recording, free_bytes});
}

void Recordings::compose(const output::ComposeRecording& order, const std::vector<val>& sound_tracks) {
    if (records(order.recording)) recorder_->compose(order.tiles, sound_tracks);
}

void Recordings::pause(RecordingId recording) {
    if (records(recording) && running_) recorder_->pause();
}
void Recordings::resume(RecordingId recording) {
    if (records(recording) && running_) recorder_->resume();
}
void Recordings::stop(RecordingId recording) {
    if (records(recording) && running_) recorder_->stop();
}

void Recordings::offer(const output::OfferRecording& order) { store_.offer(order.recording, order.file); }

void Recordings::discard(const output::DiscardRecording& order) {
    if (records(order.recording)) recorder_.reset();
    store_.discard(order.recording, order.file);
}

void Recordings::fail(RecordingId recording, Fault fault) {
    if (records(recording)) recorder_.reset();
    sink_(core::input::RecorderFailed{recording, fault});
}

}  // namespace parley::web
