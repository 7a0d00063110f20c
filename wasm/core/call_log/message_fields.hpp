#pragma once

#include "core/call_log/fields.hpp"
#include "protocol/messages.hpp"

/// What of the protocol's messages is text. Their numbers and flags stay, as they are read by the codec; members that
/// it does not know are gone with it.
namespace parley::core::call_log {

// From the server.

void fields(auto& field, protocol::PeerEntry& entry) {
    field("peer", entry.peer);
    field("presence", entry.presence, TextKind::Sealed);
}
void fields(auto& field, protocol::KeptEntry& entry) {
    field("from", entry.from);
    field("body", entry.body, TextKind::Sealed);
}
void fields(auto& field, protocol::Joined& joined) {
    field("peer", joined.peer);
    field("session", joined.session);
    field("grant", joined.grant, TextKind::Grant);
    field("ice", joined.ice_servers);
}
void fields(auto& field, protocol::Peers& peers) { field("peers", peers.peers); }
void fields(auto& field, protocol::Kept& kept) { field("kept", kept.kept); }
void fields(auto& field, protocol::Message& message) {
    field("from", message.from);
    field("body", message.body, TextKind::Sealed);
}
void fields(auto& field, protocol::PeerJoined& joined) {
    field("peer", joined.peer);
    field("presence", joined.presence, TextKind::Sealed);
}
void fields(auto& field, protocol::PeerLeft& left) { field("peer", left.peer); }
void fields(auto& field, protocol::PeerAway& away) { field("peer", away.peer); }
void fields(auto& field, protocol::PeerBack& back) { field("peer", back.peer); }
void fields(auto& field, protocol::PresenceChanged& changed) {
    field("peer", changed.peer);
    field("presence", changed.presence, TextKind::Sealed);
}
void fields(auto& field, protocol::RoleChanged& changed) { field("peer", changed.peer); }
void fields(auto& field, protocol::IceChanged& changed) { field("ice", changed.ice_servers); }
void fields(auto& field, protocol::Undelivered& undelivered) { field("to", undelivered.to); }
void fields(auto& field, protocol::Error& error) { field("message", error.message, TextKind::Dropped); }
void fields(auto& /*field*/, protocol::Ack& /*numbers*/) {}
void fields(auto& /*field*/, protocol::Pong& /*empty*/) {}
void fields(auto& /*field*/, protocol::Drain& /*numbers*/) {}

// To the server.

void fields(auto& field, protocol::Resume& resume) { field("session", resume.session); }
void fields(auto& field, protocol::Join& join) {
    field("room", join.room);
    field("access", join.access, TextKind::Access);
    field("secret", join.secret, TextKind::Secret);
    field("sign", join.sign, TextKind::Sign);
    field("presence", join.presence, TextKind::Sealed);
    field("grant", join.grant, TextKind::Grant);
    field("resume", join.resume);
}
void fields(auto& field, protocol::Send& send) {
    field("to", send.to);
    field("body", send.body, TextKind::Sealed);
}
void fields(auto& field, protocol::SetPresence& set) { field("presence", set.presence, TextKind::Sealed); }
void fields(auto& /*field*/, protocol::Ping& /*empty*/) {}
void fields(auto& /*field*/, protocol::Leave& /*empty*/) {}

// Between peers.

void fields(auto& field, protocol::Presence& presence) {
    field("run", presence.run);
    field("identity", presence.identity);
    field("name", presence.name, TextKind::Name);
}
void fields(auto& field, protocol::Description& description) {
    field("connection", description.connection);
    field("sdp", description.sdp, TextKind::Sdp);
}
void fields(auto& field, protocol::Candidates& candidates) {
    field("connection", candidates.connection);
    field("list", candidates.list);
}
void fields(auto& field, protocol::Chat& chat) {
    field("name", chat.name, TextKind::Name);
    field("text", chat.text, TextKind::Chat);
}
void fields(auto& field, protocol::Again& again) { field("sealed", again.sealed, TextKind::Sealed); }
void fields(auto& /*field*/, protocol::Have& /*numbers*/) {}
void fields(auto& field, protocol::PresenceCopy& copy) { field("sealed", copy.sealed, TextKind::Sealed); }
void fields(auto& /*field*/, protocol::Gone& /*numbers*/) {}
void fields(auto& /*field*/, protocol::PicturesWanted& /*numbers*/) {}
void fields(auto& /*field*/, protocol::PictureSent& /*enums*/) {}
void fields(auto& /*field*/, protocol::Bye& /*numbers*/) {}
void fields(auto& /*field*/, protocol::Reaction& /*enum and number*/) {}
void fields(auto& /*field*/, protocol::MuteRequest& /*empty*/) {}
void fields(auto& field, protocol::PrivateChat& chat) { field("text", chat.text, TextKind::Chat); }
void fields(auto& field, protocol::FileOffer& offer) {
    field("name", offer.name, TextKind::Dropped);
    field("media_type", offer.media_type, TextKind::Dropped);
}
void fields(auto& field, protocol::FileEnd& end) { field("digest", end.digest, TextKind::Digest); }
void fields(auto& /*field*/, protocol::FileWish& /*numbers*/) {}
void fields(auto& /*field*/, protocol::FileWithdrawn& /*numbers*/) {}
void fields(auto& /*field*/, protocol::FileOutcome& /*enums*/) {}
void fields(auto& /*field*/, protocol::UnknownContent& /*empty*/) {}
void fields(auto& field, protocol::Letter& letter) { field("content", letter.content); }
void fields(auto& /*field*/, protocol::Receipt& /*numbers*/) {}
void fields(auto& field, protocol::Addressed& addressed) {
    field("to_run", addressed.to_run);
    field("message", addressed.message);
}

}  // namespace parley::core::call_log
