#pragma once

#include "core/call_log/device_fields.hpp"
#include "core/call_log/recording_fields.hpp"
#include "core/call_log/text_kind.hpp"
#include "core/input.hpp"

/// What an input consists of, one row for each field: its name in the log, and for a text what kind it is, for an enum
/// its last value. Who redacts, who writes and who reads all go through these rows, so that none forgets what another
/// knows. A kind of input without rows does not compile.
namespace parley::core::call_log {

// Parts of inputs and outputs.

void fields(auto& field, protocol::Identity& identity) {
    field("sign", identity.sign, TextKind::Sign);
    field("secret_hash", identity.secret_hash, TextKind::SecretHash);
    field("fingerprint", identity.certificate_fingerprint, TextKind::Fingerprint);
    field("signature", identity.signature, TextKind::Signature);
}
void fields(auto& field, protocol::Candidate& candidate) {
    field("candidate", candidate.candidate, TextKind::Candidate);
    field("mid", candidate.mid, TextKind::Mid);
    field("line", candidate.line);
}
void fields(auto& field, protocol::IceServer& server) {
    field("urls", server.urls, TextKind::ServerUrl);
    field("username", server.username, TextKind::Username);
    field("credential", server.credential, TextKind::Credential);
}
void fields(auto& field, input::ConnectionLevel& level) {
    field("connection", level.connection);
    field("level", level.level);
}
void fields(auto& field, input::ServicesAnswered::Services& services) {
    field("stun", services.stun);
    field("turn", services.turn);
}

void fields(auto& field, CameraEffect& effect) {
    field("backdrop", effect.backdrop, Backdrop::Picture);
    field("light", effect.light, Light::Corrected);
}
void fields(auto& field, output::StorePreferences& preferences) {
    field("paths", preferences.paths, output::CreateConnection::Paths::RelayOnly);
    field("saver", preferences.saver, quality::Saver::On);
    field("sound", preferences.sound, output::Sound::Music);
    field("layout", preferences.layout, Layout::Sidebar);
    field("own_picture", preferences.own_picture, OwnPicture::Hidden);
    field("own_corner", preferences.own_corner, Corner::BottomLeft);
    field("devices", preferences.devices);
    field("single_keys", preferences.single_keys, output::SingleKeys::Off);
    field("keys_hint", preferences.keys_hint, output::KeysHint::Given);
    field("effect", preferences.effect);
    field("noise", preferences.noise, NoiseFilter::Strong);
}
void fields(auto& field, Tile& tile) {
    field("peer", tile.peer);
    field("kind", tile.kind, Tile::Kind::Screen);
}
void fields(auto& field, input::Boot::Abilities& abilities) {
    field("full_screen", abilities.full_screen);
    field("picture_in_picture", abilities.picture_in_picture);
    field("share_sheet", abilities.share_sheet);
}
void fields(auto& field, output::StoreDraft& draft) {
    field("room", draft.room);
    field("text", draft.text, TextKind::Dropped);
}
void fields(auto& field, input::FilesChosen::File& file) {
    field("source", file.source);
    field("name", file.name, TextKind::Dropped);
    field("media_type", file.media_type, TextKind::Dropped);
    field("size", file.size);
}
void fields(auto& field, quality::Equipment& equipment) {
    field("browser", equipment.browser, quality::Browser::Other);
    field("form", equipment.form, quality::Equipment::Form::Phone);
    field("processors", equipment.processors);
    field("encoders", equipment.encoders, quality::VideoCodec::H264);
}
void fields(auto& field, quality::SentMedia& sent) {
    field("bytes", sent.bytes);
    field("packets", sent.packets);
    field("packets_lost", sent.packets_lost);
    field("frames", sent.frames);
    field("encode_s", sent.encode_s);
    field("width", sent.width);
    field("height", sent.height);
    field("frames_per_s", sent.frames_per_s);
    field("limitation", sent.limitation, quality::Limitation::Other);
    field("codec", sent.codec, quality::VideoCodec::H264);
}
void fields(auto& field, quality::ReceivedMedia& received) {
    field("bytes", received.bytes);
    field("packets", received.packets);
    field("packets_lost", received.packets_lost);
    field("jitter_ms", received.jitter_ms);
    field("frames", received.frames);
    field("width", received.width);
    field("height", received.height);
    field("frames_per_s", received.frames_per_s);
    field("freezes", received.freezes);
    field("freeze_s", received.freeze_s);
    field("samples", received.samples);
    field("concealed_samples", received.concealed_samples);
    field("codec", received.codec, quality::VideoCodec::H264);
}
void fields(auto& field, quality::Measurement& measurement) {
    field("sent_bytes", measurement.sent_bytes);
    field("received_bytes", measurement.received_bytes);
    field("path", measurement.path, quality::Path::Relayed);
    field("round_trip_ms", measurement.round_trip_ms);
    field("available_bps", measurement.available_bps);
    field("sent", measurement.sent);
    field("received", measurement.received);
}
void fields(auto& field, input::PicturesShown::Picture& picture) {
    field("element", picture.element, TextKind::Element);
    field("height", picture.height);
}

// What a person does.

void fields(auto& field, action::OpenMeeting& open) { field("text", open.text, TextKind::Typed); }
void fields(auto& field, action::ChangeName& change) { field("name", change.name, TextKind::TypedName); }
void fields(auto& field, action::SendChat& send) { field("text", send.text, TextKind::Chat); }
void fields(auto& field, action::AllowPaths& allow) {
    field("paths", allow.paths, output::CreateConnection::Paths::RelayOnly);
}
void fields(auto& field, action::CopyReport& copy) { field("text", copy.text, TextKind::Dropped); }
void fields(auto& field, action::SetSaver& set) { field("saver", set.saver, quality::Saver::On); }
void fields(auto& field, action::SetSound& set) { field("sound", set.sound, output::Sound::Music); }
void fields(auto& field, action::ShowStatistics& show) { field("peer", show.peer); }
void fields(auto& /*field*/, action::CloseStatistics& /*empty*/) {}
void fields(auto& field, action::SetLayout& set) { field("layout", set.layout, Layout::Sidebar); }
void fields(auto& field, action::ShowOwnPicture& show) { field("picture", show.picture, OwnPicture::Hidden); }
void fields(auto& field, action::MoveOwnPicture& move) { field("corner", move.corner, Corner::BottomLeft); }
void fields(auto& field, action::PinTile& pin) { field("tile", pin.tile); }
void fields(auto& field, action::UnpinTile& unpin) { field("tile", unpin.tile); }
void fields(auto& /*field*/, action::ToggleFullScreen& /*empty*/) {}
void fields(auto& field, action::FloatPicture& wanted) { field("tile", wanted.tile); }
void fields(auto& /*field*/, action::LandPicture& /*empty*/) {}
void fields(auto& /*field*/, action::TogglePeople& /*empty*/) {}
void fields(auto& /*field*/, action::ToggleHand& /*empty*/) {}
void fields(auto& field, action::SendReaction& send) { field("kind", send.kind, protocol::ReactionKind::Thinking); }
void fields(auto& field, action::AskToMute& ask) { field("peer", ask.peer); }
void fields(auto& /*field*/, action::AskEveryoneToMute& /*empty*/) {}
void fields(auto& field, action::AnswerMuteRequest& answer) {
    field("answer", answer.answer, action::AnswerMuteRequest::Answer::NotNow);
}
void fields(auto& field, action::AddressChat& address) { field("to", address.to); }
void fields(auto& field, action::ChangeDraft& change) { field("text", change.text, TextKind::Dropped); }
void fields(auto& /*field*/, action::AttachFiles& /*empty*/) {}
void fields(auto& field, action::AcceptFile& accept) { field("line", accept.line); }
void fields(auto& field, action::CancelFile& cancel) { field("line", cancel.line); }
void fields(auto& field, action::SaveReceived& save) { field("line", save.line); }
void fields(auto& /*field*/, action::OpenKeys& /*empty*/) {}
void fields(auto& /*field*/, action::CloseKeys& /*empty*/) {}
void fields(auto& field, action::SetSingleKeys& set) { field("single_keys", set.single_keys, output::SingleKeys::Off); }
void fields(auto& field, action::SetEffect& set) { field("effect", set.effect); }
void fields(auto& field, action::SetNoiseFilter& set) { field("filter", set.filter, NoiseFilter::Strong); }
void fields(auto& /*field*/, action::ChoosePicture& /*empty*/) {}
void fields(auto& /*field*/, action::NewMeeting& /*empty*/) {}
void fields(auto& /*field*/, action::Join& /*empty*/) {}
void fields(auto& /*field*/, action::ToggleMicrophone& /*empty*/) {}
void fields(auto& /*field*/, action::ToggleCamera& /*empty*/) {}
void fields(auto& /*field*/, action::RetryMicrophone& /*empty*/) {}
void fields(auto& /*field*/, action::RetryCamera& /*empty*/) {}
void fields(auto& /*field*/, action::ToggleChat& /*empty*/) {}
void fields(auto& /*field*/, action::CopyLink& /*empty*/) {}
void fields(auto& /*field*/, action::ShareLink& /*empty*/) {}
void fields(auto& /*field*/, action::ShowQrCode& /*empty*/) {}
void fields(auto& /*field*/, action::CloseQrCode& /*empty*/) {}
void fields(auto& /*field*/, action::OpenSettings& /*empty*/) {}
void fields(auto& /*field*/, action::CloseSettings& /*empty*/) {}
void fields(auto& /*field*/, action::CheckConnection& /*empty*/) {}
void fields(auto& /*field*/, action::CloseCheck& /*empty*/) {}
void fields(auto& /*field*/, action::SaveCallLog& /*empty*/) {}
void fields(auto& /*field*/, action::Leave& /*empty*/) {}
void fields(auto& /*field*/, action::Rejoin& /*empty*/) {}
void fields(auto& /*field*/, action::GoHome& /*empty*/) {}
void fields(auto& /*field*/, action::EnableSound& /*empty*/) {}

// What else happens.

void fields(auto& field, input::Boot& boot) {
    field("origin", boot.origin, TextKind::Origin);
    field("path", boot.path, TextKind::Path);
    field("fragment", boot.fragment, TextKind::Fragment);
    field("stored_name", boot.stored_name, TextKind::Name);
    field("grant", boot.grant, TextKind::TabGrant);
    field("preferences", boot.preferences);
    field("equipment", boot.equipment);
    field("draft", boot.draft);
    field("wall_ms", boot.wall_ms);
    // The offset of the person's clock is left out: it only words the time of chat lines, and tells where they are.
    field("run", boot.run);
    field("seed", boot.seed);
    field("entry", boot.entry, input::Boot::Entry::JoinAtOnce);
    field("screens", boot.screens, input::ScreenCapture::WithoutOwnSound);
    field("abilities", boot.abilities);
    field("own_backdrop", boot.own_backdrop, OwnBackdrop::Kept);
}
void fields(auto& field, input::IdentityReady& ready) {
    field("peer", ready.peer);
    field("secret", ready.secret, TextKind::Secret);
    field("identity", ready.identity);
}
void fields(auto& /*field*/, input::IdentityFailed& /*empty*/) {}
void fields(auto& field, input::RoomDerived& derived) {
    field("request", derived.request);
    field("key", derived.key, TextKind::Key);
    field("room", derived.room);
    field("access", derived.access, TextKind::Access);
}
void fields(auto& field, input::RoomDerivationFailed& failed) { field("request", failed.request); }
void fields(auto& field, input::DevicesOpened& opened) {
    field("request", opened.request);
    field("camera_lines", opened.camera_lines);
    field("microphone", opened.microphone);
    field("camera", opened.camera);
}
void fields(auto& field, input::DevicesFailed& failed) {
    field("request", failed.request);
    field("error", failed.error, input::DeviceError::Failed);
}
void fields(auto& field, input::TrackEnded& ended) { field("track", ended.track); }
void fields(auto& field, input::Levels& levels) {
    field("microphone", levels.microphone);
    field("connections", levels.connections);
}
void fields(auto& field, input::SocketOpened& opened) { field("socket", opened.socket); }
void fields(auto& field, input::SocketReceived& received) {
    field("socket", received.socket);
    field("message", received.text, TextKind::FromServer);
}
void fields(auto& field, input::SocketClosed& closed) {
    field("socket", closed.socket);
    field("code", closed.code);
}
void fields(auto& field, input::Sealed& sealed) {
    field("seal", sealed.seal);
    field("sealed", sealed.sealed, TextKind::OwnSealed);
}
void fields(auto& field, input::Opened& opened) {
    field("seal", opened.seal);
    field("plaintext", opened.plaintext, TextKind::Plaintext);
}
void fields(auto& field, input::IdentityVerified& verified) {
    field("seal", verified.seal);
    field("verdict", verified.verdict, input::IdentityVerified::Verdict::Forged);
}
void fields(auto& field, input::LocalDescriptionSet& set) {
    field("connection", set.connection);
    field("operation", set.operation);
    field("sdp", set.sdp, TextKind::Sdp);
}
void fields(auto& field, input::RemoteDescriptionSet& set) {
    field("connection", set.connection);
    field("operation", set.operation);
}
void fields(auto& field, input::OperationFailed& failed) {
    field("connection", failed.connection);
    field("operation", failed.operation);
    field("reason", failed.reason, TextKind::Dropped);
}
void fields(auto& field, input::LocalCandidate& local) {
    field("connection", local.connection);
    field("candidate", local.candidate);
}
void fields(auto& field, input::LocalCandidatesEnded& ended) { field("connection", ended.connection); }
void fields(auto& field, input::TransportChanged& changed) {
    field("connection", changed.connection);
    field("state", changed.state, input::TransportState::Closed);
}
void fields(auto& field, input::Measured& measured) {
    field("connection", measured.connection);
    field("measurement", measured.measurement);
}
void fields(auto& field, input::PicturesShown& shown) { field("pictures", shown.pictures); }
void fields(auto& field, input::ChannelOpened& opened) { field("connection", opened.connection); }
void fields(auto& field, input::ChannelReceived& received) {
    field("connection", received.connection);
    field("sealed", received.text, TextKind::Sealed);
}
void fields(auto& field, input::VideoPlaying& playing) { field("element", playing.element, TextKind::Element); }
void fields(auto& /*field*/, input::SoundBlocked& /*empty*/) {}
void fields(auto& field, input::TestSoundPlayed& played) {
    field("request", played.request);
    field("outcome", played.outcome, input::TestSoundPlayed::Outcome::Failed);
}
void fields(auto& field, input::ServicesAnswered& answered) {
    field("request", answered.request);
    field("services", answered.services);
}
void fields(auto& field, input::CandidatesGathered& gathered) {
    field("request", gathered.request);
    field("host", gathered.host);
    field("reflexive", gathered.reflexive);
    field("relayed", gathered.relayed);
    field("error_codes", gathered.error_codes);
    field("stage", gathered.stage, input::CandidatesGathered::Stage::Ended);
}
void fields(auto& field, input::CopyFinished& copy) {
    field("outcome", copy.outcome, input::CopyFinished::Outcome::Failed);
}
void fields(auto& field, input::ShareFinished& share) {
    field("outcome", share.outcome, input::ShareFinished::Outcome::Failed);
}
void fields(auto& field, input::QrCodeMade& made) {
    field("request", made.request);
    field("outcome", made.outcome, input::QrCodeMade::Outcome::Failed);
    // The code is left out: it is the link, with its key. Nothing but the picture depends on it.
}
void fields(auto& /*field*/, input::NetworkChanged& /*empty*/) {}
void fields(auto& field, input::FullScreenChanged& changed) { field("state", changed.state, Switched::On); }
void fields(auto& field, input::PictureFloats& floats) { field("element", floats.element, TextKind::Element); }

// Screens.

void fields(auto& /*field*/, action::ToggleScreen& /*empty*/) {}
void fields(auto& /*field*/, action::DismissScreenTrouble& /*empty*/) {}
void fields(auto& field, input::ScreenOpened& opened) {
    field("request", opened.request);
    field("lines", opened.lines);
    field("sound", opened.sound, input::ScreenOpened::Sound::Shared);
}
void fields(auto& field, input::ScreenFailed& failed) {
    field("request", failed.request);
    field("error", failed.error, input::ScreenError::Failed);
}
void fields(auto& field, input::FilesChosen& chosen) { field("files", chosen.files); }
void fields(auto& field, input::FileSending& sending) {
    field("connection", sending.connection);
    field("source", sending.source);
    field("moved", sending.moved);
}
void fields(auto& field, input::FileRead& read) {
    field("connection", read.connection);
    field("source", read.source);
    field("digest", read.digest, TextKind::Digest);
}
void fields(auto& field, input::SourceFailed& failed) { field("source", failed.source); }
void fields(auto& field, input::FileArriving& arriving) {
    field("incoming", arriving.incoming);
    field("moved", arriving.moved);
}
void fields(auto& field, input::FileArrived& arrived) {
    field("incoming", arrived.incoming);
    field("digest", arrived.digest, TextKind::Digest);
}
void fields(auto& field, input::FileNotKept& failed) {
    field("incoming", failed.incoming);
    field("reason", failed.reason, input::FileNotKept::Reason::NotReady);
}
void fields(auto& field, input::FilterStarted& started) { field("track", started.track); }
void fields(auto& field, input::FilterFailed& failed) {
    field("track", failed.track);
    field("trouble", failed.trouble, FilterTrouble::NoPicture);
}
void fields(auto& field, input::EffectMeasured& measured) {
    field("track", measured.track);
    field("frame_ms", measured.frame_ms);
}
void fields(auto& field, input::PictureChosen& chosen) {
    field("request", chosen.request);
    field("outcome", chosen.outcome, input::PictureChosen::Outcome::Unreadable);
}

}  // namespace parley::core::call_log
