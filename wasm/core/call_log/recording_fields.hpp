#pragma once

#include "core/call_log/text_kind.hpp"
#include "core/input.hpp"

/// The rows of what happens to recordings. A file's name says when somebody met: it is left out.
namespace parley::core::call_log {

void fields(auto& field, recording::Subject& subject) {
    field("kind", subject.kind, recording::Subject::Kind::Presentation);
    field("peer", subject.peer);
}
void fields(auto& field, recording::Found& found) {
    field("file", found.file, TextKind::Dropped);
    field("bytes", found.bytes);
}

void fields(auto& field, action::StartRecording& start) { field("subject", start.subject); }
void fields(auto& /*field*/, action::StopRecording& /*empty*/) {}
void fields(auto& /*field*/, action::PauseRecording& /*empty*/) {}
void fields(auto& /*field*/, action::ResumeRecording& /*empty*/) {}
void fields(auto& field, action::SaveRecording& save) { field("recording", save.recording); }
void fields(auto& field, action::DiscardRecording& discard) { field("recording", discard.recording); }
void fields(auto& /*field*/, action::CloseRecordingFault& /*empty*/) {}

void fields(auto& field, input::RecordingsFound& found) {
    field("formats", found.formats, recording::Format::Mp4H264);
    field("files", found.files);
}
void fields(auto& field, input::RecorderStarted& started) {
    field("recording", started.recording);
    field("free_bytes", started.free_bytes);
}
void fields(auto& field, input::RecorderProgressed& progressed) {
    field("recording", progressed.recording);
    field("bytes", progressed.bytes);
    field("free_bytes", progressed.free_bytes);
}
void fields(auto& field, input::RecorderStopped& stopped) {
    field("recording", stopped.recording);
    field("bytes", stopped.bytes);
}
void fields(auto& field, input::RecorderFailed& failed) {
    field("recording", failed.recording);
    field("fault", failed.fault, recording::Fault::Recorder);
}
void fields(auto& field, input::RecordingOffered& offered) {
    field("recording", offered.recording);
    field("outcome", offered.outcome, input::RecordingOffered::Outcome::Missing);
}

}  // namespace parley::core::call_log
