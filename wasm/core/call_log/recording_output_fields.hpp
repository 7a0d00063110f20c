#pragma once

#include "core/call_log/text_kind.hpp"
#include "core/output/recording.hpp"

/// The rows of what recordings ask of their platform.
namespace parley::core::call_log {

void fields(auto& field, recording::Shape& shape) {
    field("width", shape.width);
    field("height", shape.height);
    field("frames_per_s", shape.frames_per_s);
    field("video_bps", shape.video_bps);
    field("sound_bps", shape.sound_bps);
}
void fields(auto& field, recording::Box& box) {
    field("x", box.x);
    field("y", box.y);
    field("width", box.width);
    field("height", box.height);
}
void fields(auto& field, recording::Tile& tile) {
    field("element", tile.element, TextKind::Element);
    field("box", tile.box);
    field("name", tile.name, TextKind::Name);
    field("content", tile.content, recording::Tile::Content::Initials);
    field("fit", tile.fit, recording::Tile::Fit::Contain);
}

void fields(auto& field, output::ComposeRecording::Voice& voice) {
    field("connection", voice.connection);
    field("slot", voice.slot, Slot::ScreenAudio);
}

void fields(auto& /*field*/, output::FindRecordings& /*empty*/) {}
void fields(auto& field, output::StartRecorder& start) {
    field("recording", start.recording);
    field("file", start.file, TextKind::Dropped);
    field("format", start.format, recording::Format::Mp4H264);
    field("shape", start.shape);
}
void fields(auto& field, output::ComposeRecording& compose) {
    field("recording", compose.recording);
    field("tiles", compose.tiles);
    field("voices", compose.voices);
    field("microphone", compose.microphone);
    field("screen_sound", compose.screen_sound);
}
void fields(auto& field, output::PauseRecorder& pause) { field("recording", pause.recording); }
void fields(auto& field, output::ResumeRecorder& resume) { field("recording", resume.recording); }
void fields(auto& field, output::StopRecorder& stop) { field("recording", stop.recording); }
void fields(auto& field, output::OfferRecording& offer) {
    field("recording", offer.recording);
    field("file", offer.file, TextKind::Dropped);
}
void fields(auto& field, output::DiscardRecording& discard) {
    field("recording", discard.recording);
    field("file", discard.file, TextKind::Dropped);
}

}  // namespace parley::core::call_log
