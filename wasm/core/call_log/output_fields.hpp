#pragma once

#include "core/call_log/fields.hpp"
#include "core/call_log/recording_output_fields.hpp"

/// What an output consists of, in the same way as inputs: what two outputs are compared by.
namespace parley::core::call_log {

void fields(auto& field, protocol::SealContext& context) {
    field("kind", context.kind, protocol::SealKind::Message);
    field("from", context.from);
    field("to", context.to);
    field("run", context.run);
}

void fields(auto& field, quality::Encoding& encoding) {
    field("activity", encoding.activity, quality::Encoding::Activity::Sent);
    field("scale_down", encoding.scale_down);
    field("bitrate_max_bps", encoding.bitrate_max_bps);
    field("frames_per_s_max", encoding.frames_per_s_max);
    field("codec", encoding.codec, quality::VideoCodec::H264);
    field("favour", encoding.favour, quality::Encoding::Favour::Detail);
}
void fields(auto& field, quality::SoundEncoding& encoding) {
    field("activity", encoding.activity, quality::Encoding::Activity::Sent);
    field("bitrate_max_bps", encoding.bitrate_max_bps);
}
void fields(auto& field, quality::CodecOrder& order) {
    field("video", order.video, quality::VideoCodec::H264);
    field("sound", order.sound, quality::CodecOrder::Redundancy::On);
}

void fields(auto& field, output::CreateConnection& create) {
    field("connection", create.connection);
    field("transceivers", create.transceivers, output::CreateConnection::Transceivers::Adopt);
    field("paths", create.paths, output::CreateConnection::Paths::RelayOnly);
    field("ice_servers", create.ice_servers);
    field("codecs", create.codecs);
}
void fields(auto& field, output::PrepareIdentity& prepare) { field("run", prepare.run); }
void fields(auto& field, output::DeriveRoom& derive) {
    field("request", derive.request);
    field("key", derive.key, TextKind::Key);
}
void fields(auto& field, output::ReplaceAddress& replace) {
    field("address", replace.path_and_fragment, TextKind::Address);
}
void fields(auto& field, output::StoreName& store) { field("name", store.name, TextKind::Name); }
void fields(auto& field, output::StoreGrant& store) { field("grant", store.grant, TextKind::TabGrant); }
void fields(auto& field, output::SaveFile& save) {
    field("name", save.name, TextKind::Dropped);
    field("text", save.text, TextKind::Dropped);
}
void fields(auto& field, output::CopyText& copy) { field("text", copy.text, TextKind::Dropped); }
void fields(auto& field, output::ShareLink& share) {
    field("title", share.title, TextKind::Dropped);
    field("link", share.link, TextKind::Dropped);
}
void fields(auto& field, output::MakeQrCode& make) {
    field("request", make.request);
    field("text", make.text, TextKind::Dropped);
}
void fields(auto& field, output::OpenDevices& open) {
    field("request", open.request);
    field("microphone", open.microphone);
    field("camera", open.camera);
    field("microphone_device", open.microphone_device, TextKind::DeviceId);
    field("camera_device", open.camera_device, TextKind::DeviceId);
    field("sound", open.sound);
    field("picture", open.picture);
}
void fields(auto& field, output::EnableTrack& enable) {
    field("track", enable.track);
    field("enabled", enable.enabled);
}
void fields(auto& field, output::StopTrack& stop) { field("track", stop.track); }
void fields(auto& field, output::WatchLevels& watch) {
    field("mode", watch.mode, output::WatchLevels::Mode::CallAndMicrophone);
    field("microphone", watch.microphone);
}
void fields(auto& field, output::OpenSocket& open) { field("socket", open.socket); }
void fields(auto& field, output::SendText& send) {
    field("socket", send.socket);
    field("message", send.text, TextKind::ToServer);
}
void fields(auto& field, output::CloseSocket& close) {
    field("socket", close.socket);
    field("code", close.code);
}
void fields(auto& field, output::Seal& seal) {
    field("seal", seal.seal);
    field("room", seal.room);
    field("context", seal.context);
    field("counter", seal.counter);
    field("packing", seal.packing, output::Packing::Deflated);
    field("plaintext", seal.plaintext, TextKind::Plaintext);
}
void fields(auto& field, output::Open& open) {
    field("seal", open.seal);
    field("room", open.room);
    field("context", open.context);
    // What is opened came in as a sealed text, which context and counter tell from any other.
    field("counter", open.counter);
}
void fields(auto& field, output::VerifyIdentity& verify) {
    field("seal", verify.seal);
    field("peer", verify.peer);
    field("run", verify.run);
    field("identity", verify.identity);
}
void fields(auto& field, output::AdoptTransceivers& adopt) {
    field("connection", adopt.connection);
    field("codecs", adopt.codecs);
}
void fields(auto& field, output::SetLocalDescription& set) {
    field("connection", set.connection);
    field("operation", set.operation);
}
void fields(auto& field, output::SetRemoteDescription& set) {
    field("connection", set.connection);
    field("operation", set.operation);
    field("type", set.type, protocol::DescriptionType::Answer);
    field("sdp", set.sdp, TextKind::Sdp);
}
void fields(auto& field, output::SetIceServers& set) {
    field("connection", set.connection);
    field("paths", set.paths, output::CreateConnection::Paths::RelayOnly);
    field("ice_servers", set.ice_servers);
}
void fields(auto& field, output::RestartIce& restart) { field("connection", restart.connection); }
void fields(auto& field, output::AddCandidate& add) {
    field("connection", add.connection);
    field("candidate", add.candidate);
}
void fields(auto& field, output::SetOutgoingTrack& set) {
    field("connection", set.connection);
    field("slot", set.slot, Slot::Count);
    field("track", set.track);
}
void fields(auto& field, output::RefreshPictures& refresh) { field("connection", refresh.connection); }
void fields(auto& field, output::SetEncoding& set) {
    field("connection", set.connection);
    field("slot", set.slot, Slot::Count);
    field("encoding", set.encoding);
}
void fields(auto& field, output::SetSoundEncoding& set) {
    field("connection", set.connection);
    field("encoding", set.encoding);
}
void fields(auto& field, output::Measure& measure) { field("connection", measure.connection); }
void fields(auto& field, output::SendOnChannel& send) {
    field("connection", send.connection);
    field("sealed", send.text, TextKind::Sealed);
}
void fields(auto& field, output::CloseConnection& close) { field("connection", close.connection); }
void fields(auto& field, output::AttachRemote& attach) {
    field("connection", attach.connection);
    field("element", attach.element, TextKind::Element);
    field("what", attach.what, output::AttachRemote::What::Screen);
}
void fields(auto& field, output::AttachLocal& attach) {
    field("track", attach.track);
    field("element", attach.element, TextKind::Element);
}
void fields(auto& field, output::Detach& detach) { field("element", detach.element, TextKind::Element); }
void fields(auto& field, output::AskServices& ask) { field("request", ask.request); }
void fields(auto& field, output::GatherCandidates& gather) {
    field("request", gather.request);
    field("paths", gather.paths, output::CreateConnection::Paths::RelayOnly);
    field("ice_servers", gather.ice_servers);
}
void fields(auto& field, output::StopGathering& stop) { field("request", stop.request); }
void fields(auto& field, output::PlayTestSound& play) { field("request", play.request); }
void fields(auto& /*field*/, output::ResumeSound& /*empty*/) {}
void fields(auto& field, output::OpenScreen& open) {
    field("request", open.request);
    field("picture", open.picture);
    field("sound", open.sound);
    field("width_max", open.width_max);
    field("lines_max", open.lines_max);
    field("frames_per_s_max", open.frames_per_s_max);
    field("content", open.content, output::OpenScreen::Content::Motion);
    field("own_tab", open.own_tab, output::OpenScreen::Choice::Include);
    field("other_tabs", open.other_tabs, output::OpenScreen::Choice::Include);
    field("system_sound", open.system_sound, output::OpenScreen::Choice::Include);
    field("own_sound", open.own_sound, output::OpenScreen::OwnSound::Restricted);
}
void fields(auto& field, output::SetFullScreen& set) { field("state", set.state, Switched::On); }
void fields(auto& field, output::FloatPicture& order) { field("element", order.element, TextKind::Element); }
void fields(auto& /*field*/, output::PickFiles& /*empty*/) {}
void fields(auto& field, output::SendFile& send) {
    field("connection", send.connection);
    field("source", send.source);
    field("from", send.from);
}
void fields(auto& field, output::StopSending& stop) {
    field("connection", stop.connection);
    field("source", stop.source);
}
void fields(auto& field, output::ReceiveFile& receive) {
    field("incoming", receive.incoming);
    field("connection", receive.connection);
    field("file", receive.file);
    field("size", receive.size);
}
void fields(auto& field, output::DropReceived& drop) { field("incoming", drop.incoming); }
void fields(auto& field, output::SaveReceived& save) {
    field("incoming", save.incoming);
    field("name", save.name, TextKind::Dropped);
}
void fields(auto& field, output::GuardPage& guard) { field("mode", guard.mode, output::GuardPage::Mode::Ask); }
void fields(auto& field, output::KeepAwake& keep) { field("state", keep.state, Switched::On); }
void fields(auto& field, output::UpdateMediaSession& update) {
    using Capture = output::UpdateMediaSession::Capture;
    field("call", update.call, Switched::On);
    field("microphone", update.microphone, Capture::Active);
    field("camera", update.camera, Capture::Active);
}
void fields(auto& field, output::StartEffect& start) {
    field("camera", start.camera);
    field("outgoing", start.outgoing);
    field("effect", start.effect);
}
void fields(auto& field, output::ChangeEffect& change) {
    field("outgoing", change.outgoing);
    field("effect", change.effect);
}
void fields(auto& field, output::StartNoiseFilter& start) {
    field("microphone", start.microphone);
    field("outgoing", start.outgoing);
}
void fields(auto& field, output::AskPicture& ask) { field("request", ask.request); }

}  // namespace parley::core::call_log
