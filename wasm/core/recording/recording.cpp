#include "core/recording/recording.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"

namespace parley::core {

using recording::Fault;

namespace {

constexpr TimeMs ms_per_second = 1'000;
constexpr std::uint64_t seconds_per_minute = 60;
constexpr std::uint64_t bits_per_byte = 8;

/// How long `free_bytes` last if it goes on as it did, or as it was planned when that is not known yet.
std::uint64_t seconds_left(std::uint64_t free_bytes, std::uint64_t bytes, TimeMs elapsed_ms,
                           const recording::Shape& shape) {
    std::uint64_t rate = (shape.video_bps + shape.sound_bps) / bits_per_byte;
    if (elapsed_ms >= bounds::recording_rate_known_ms)
        rate = bytes * ms_per_second / static_cast<std::uint64_t>(elapsed_ms);
    const std::uint64_t usable =
        free_bytes > bounds::recording_reserve_bytes ? free_bytes - bounds::recording_reserve_bytes : 0;
    return usable / std::max<std::uint64_t>(1, rate);
}

}  // namespace

bool Recording::active() const { return view_.state >= State::Starting; }

void Recording::begin(const quality::Equipment& equipment) {
    equipment_ = equipment;
    outbox_.push(output::FindRecordings{});
}

void Recording::on_input(TimeMs /*now*/, const input::RecordingsFound& found) {
    if (view_.state != State::Unavailable) return;
    formats_ = found.formats;
    if (recording::plan_for({}, formats_, equipment_)) view_.state = State::Idle;
    for (const recording::Found& one : found.files) {
        KeptRecording kept{.recording = numbers_.next(), .file = one.file, .bytes = one.bytes};
        kept.origin = KeptRecording::Origin::EarlierVisit;
        keep(std::move(kept));
    }
}

void Recording::start(TimeMs now, const recording::Subject& subject, std::int64_t local_ms) {
    if (view_.state != State::Idle) return;
    const auto plan = recording::plan_for(subject, formats_, equipment_);
    if (!plan) return;
    plan_ = *plan;
    recording_ = numbers_.next();
    file_ = recording::file_name(local_ms, plan_.format);
    composed_ = {};
    cause_ = Fault::None;
    elapsed_ms_ = 0;
    answer_by_ = now + bounds::recorder_patience_ms;
    view_.state = State::Starting;
    view_.subject = subject;
    view_.fault = Fault::None;
    view_.elapsed_s = 0;
    view_.bytes = 0;
    outbox_.push(output::StartRecorder{recording_, file_, plan_.format, plan_.shape});
}

void Recording::stop(TimeMs now) { end(now, Fault::None); }

void Recording::end(TimeMs now, Fault cause) {
    if (view_.state == State::Starting) return give_up(cause);
    if (view_.state != State::Running && view_.state != State::Paused) return;
    count(now);
    cause_ = cause;
    view_.state = State::Ending;
    answer_by_ = now + bounds::recorder_patience_ms;
    outbox_.push(output::StopRecorder{recording_});
}

// Before it has recorded anything there is nothing to keep.
void Recording::give_up(Fault cause) {
    outbox_.push(output::DiscardRecording{recording_, file_});
    view_.fault = cause;
    rest();
}

void Recording::finish(Fault cause) {
    if (view_.bytes == 0) return give_up(cause == Fault::None ? Fault::Recorder : cause);
    keep({.recording = recording_, .file = file_, .bytes = view_.bytes, .elapsed_s = view_.elapsed_s, .cause = cause});
    rest();
}

void Recording::rest() {
    answer_by_.reset();
    view_.minutes_left.reset();
    view_.state = State::Idle;
}

void Recording::keep(KeptRecording kept) {
    // The file of one that falls off the list stays: the next visit offers it.
    if (view_.kept.size() >= bounds::kept_recordings_max) view_.kept.erase(view_.kept.begin());
    view_.kept.push_back(std::move(kept));
}

void Recording::on_input(TimeMs now, const input::RecorderStarted& started) {
    if (!is_current(started.recording) || view_.state != State::Starting) return;
    if (started.free_bytes < bounds::recording_start_min_bytes) return give_up(Fault::Full);
    answer_by_.reset();
    counted_at_ = now;
    view_.state = State::Running;
    watch_disk(now, started.free_bytes);
}

// A machine that slept recorded nothing meanwhile.
void Recording::count(TimeMs now) {
    const TimeMs passed = now - std::exchange(counted_at_, now);
    if (view_.state == State::Running) elapsed_ms_ += std::min(passed, bounds::recording_gap_max_ms);
    view_.elapsed_s = static_cast<std::uint32_t>(elapsed_ms_ / ms_per_second);
}

void Recording::on_input(TimeMs now, const input::RecorderProgressed& progressed) {
    if (!is_current(progressed.recording)) return;
    view_.bytes = progressed.bytes;
    if (view_.state != State::Running && view_.state != State::Paused) return;
    count(now);
    watch_disk(now, progressed.free_bytes);
}

void Recording::watch_disk(TimeMs now, std::uint64_t free_bytes) {
    const std::uint64_t left = seconds_left(free_bytes, view_.bytes, elapsed_ms_, plan_.shape);
    if (left == 0) return end(now, Fault::Full);
    view_.minutes_left.reset();
    if (left < bounds::recording_warning_s)
        view_.minutes_left = static_cast<std::uint32_t>((left + seconds_per_minute - 1) / seconds_per_minute);
}

void Recording::on_input(TimeMs /*now*/, const input::RecorderStopped& stopped) {
    if (!is_current(stopped.recording) || view_.state != State::Ending) return;
    view_.bytes = stopped.bytes;
    finish(cause_);
}

void Recording::on_input(TimeMs now, const input::RecorderFailed& failed) {
    if (!is_current(failed.recording)) return;
    if (view_.state == State::Starting) return give_up(failed.fault);
    count(now);
    finish(failed.fault);
}

void Recording::on_input(TimeMs now, const action::StopRecording& /*action*/) { stop(now); }

void Recording::on_input(TimeMs now, const action::PauseRecording& /*action*/) {
    if (view_.state != State::Running) return;
    count(now);
    view_.state = State::Paused;
    outbox_.push(output::PauseRecorder{recording_});
}

void Recording::on_input(TimeMs now, const action::ResumeRecording& /*action*/) {
    if (view_.state != State::Paused) return;
    count(now);
    view_.state = State::Running;
    outbox_.push(output::ResumeRecorder{recording_});
}

void Recording::on_input(TimeMs /*now*/, const action::SaveRecording& action) {
    const auto found = std::ranges::find(view_.kept, action.recording, &KeptRecording::recording);
    if (found != view_.kept.end()) outbox_.push(output::OfferRecording{found->recording, found->file});
}

void Recording::on_input(TimeMs /*now*/, const input::RecordingOffered& offered) {
    const auto found = std::ranges::find(view_.kept, offered.recording, &KeptRecording::recording);
    if (found == view_.kept.end()) return;
    const bool there = offered.outcome == input::RecordingOffered::Outcome::Offered;
    found->standing = there ? KeptRecording::Standing::Offered : KeptRecording::Standing::Missing;
}

void Recording::on_input(TimeMs /*now*/, const action::DiscardRecording& action) {
    const auto found = std::ranges::find(view_.kept, action.recording, &KeptRecording::recording);
    if (found == view_.kept.end()) return;
    outbox_.push(output::DiscardRecording{found->recording, found->file});
    view_.kept.erase(found);
}

void Recording::on_input(TimeMs /*now*/, const action::CloseRecordingFault& /*action*/) { view_.fault = Fault::None; }

void Recording::compose(output::ComposeRecording composition) {
    if (view_.state != State::Starting && view_.state != State::Running && view_.state != State::Paused) return;
    composition.recording = recording_;
    if (composition == composed_) return;
    composed_ = composition;
    outbox_.push(std::move(composition));
}

// The platform owes an answer; without one, what was written is all there will be.
void Recording::tick(TimeMs now) {
    if (!answer_by_ || now < *answer_by_) return;
    if (view_.state == State::Starting) return give_up(Fault::Recorder);
    finish(cause_ == Fault::None ? Fault::Recorder : cause_);
}

}  // namespace parley::core
