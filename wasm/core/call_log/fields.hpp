#pragma once

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

// What a person does.

void fields(auto& field, action::OpenMeeting& open) { field("text", open.text, TextKind::Typed); }
void fields(auto& field, action::ChangeName& change) { field("name", change.name, TextKind::TypedName); }
void fields(auto& field, action::SendChat& send) { field("text", send.text, TextKind::Chat); }
void fields(auto& field, action::AllowPaths& allow) {
    field("paths", allow.paths, output::CreateConnection::Paths::RelayOnly);
}
void fields(auto& field, action::CopyReport& copy) { field("text", copy.text, TextKind::Dropped); }
void fields(auto& /*field*/, action::NewMeeting& /*empty*/) {}
void fields(auto& /*field*/, action::Join& /*empty*/) {}
void fields(auto& /*field*/, action::ToggleMicrophone& /*empty*/) {}
void fields(auto& /*field*/, action::ToggleCamera& /*empty*/) {}
void fields(auto& /*field*/, action::RetryMicrophone& /*empty*/) {}
void fields(auto& /*field*/, action::RetryCamera& /*empty*/) {}
void fields(auto& /*field*/, action::ToggleChat& /*empty*/) {}
void fields(auto& /*field*/, action::CopyLink& /*empty*/) {}
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
    field("stored_paths", boot.stored_paths, output::CreateConnection::Paths::RelayOnly);
    field("wall_ms", boot.wall_ms);
    // The offset of the person's clock is left out: it only words the time of chat lines, and tells where they are.
    field("run", boot.run);
    field("seed", boot.seed);
    field("entry", boot.entry, input::Boot::Entry::JoinAtOnce);
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
void fields(auto& field, input::DevicesOpened& opened) { field("request", opened.request); }
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
void fields(auto& field, input::BytesCounted& counted) {
    field("connection", counted.connection);
    field("received", counted.received);
    field("path", counted.path, input::BytesCounted::Path::Relayed);
}
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
void fields(auto& /*field*/, input::NetworkChanged& /*empty*/) {}

}  // namespace parley::core::call_log
