#include "app/platform.hpp"

#include <string>
#include <string_view>
#include <variant>

#include "web/file_download.hpp"
#include "web/preferences.hpp"
#include "web/storage.hpp"

namespace parley::app {

using emscripten::val;
namespace output = core::output;

Platform::Platform(web::Sink sink, web::VideoLayer& videos)
    : sink_(sink),
      videos_(videos),
      identity_(sink),
      room_keys_(sink),
      sealer_(room_keys_, sink),
      clipboard_(sink),
      devices_(sink),
      screens_(devices_, sink),
      device_lister_(sink),
      picture_(sink),
      effects_(sink, devices_, picture_),
      noise_filters_(sink, devices_),
      levels_(sink, [this] { return sound_lines(); }),
      services_(sink),
      test_sound_(sink),
      full_screen_(sink),
      floating_picture_(sink),
      recordings_(sink, [this](const std::string& element) { return videos_.picture(element); }),
      file_sources_(sink),
      file_store_(sink),
      media_session_(sink),
      share_sheet_(sink),
      qr_codes_(sink) {}

void Platform::carry_out(const core::Output& output) {
    std::visit([this](const auto& order) { run(order); }, output);
}

template <class Order>
void Platform::run(const Order& order) {
    const auto found = connections_.find(order.connection);
    if (found != connections_.end()) run(*found->second, order);
}

void Platform::run(const output::PrepareIdentity& order) { identity_.prepare(order); }
void Platform::run(const output::DeriveRoom& order) { room_keys_.derive(order); }

void Platform::run(const output::ReplaceAddress& order) {
    val::global("history").call<void>("replaceState", val::null(), val(""), order.path_and_fragment);
}

void Platform::run(const output::StoreName& order) {
    web::write_storage(web::StorageArea::Browser, name_storage_key, order.name);
}

void Platform::run(const output::StoreGrant& order) {
    web::write_storage(web::StorageArea::Tab, grant_storage_key, order.grant);
}

void Platform::run(const output::CopyText& order) { clipboard_.copy(order.text); }
void Platform::run(const output::MakeQrCode& order) { qr_codes_.make(order); }

void Platform::run(const output::OpenSocket& order) {
    sockets_[order.socket] = std::make_unique<web::SignalSocket>(order.socket, sink_);
}

void Platform::run(const output::SendText& order) {
    const auto found = sockets_.find(order.socket);
    if (found != sockets_.end()) found->second->send(order.text);
}

void Platform::run(const output::CloseSocket& order) {
    const auto found = sockets_.find(order.socket);
    if (found == sockets_.end()) return;
    found->second->close(order.code);
    sockets_.erase(found);
}

void Platform::run(const output::Seal& order) { sealer_.seal(order); }
void Platform::run(const output::Open& order) { sealer_.open(order); }
void Platform::run(const output::VerifyIdentity& order) { identity_.verify(order); }

void Platform::run(const output::CreateConnection& order) {
    connections_[order.connection] = std::make_unique<web::PeerConnection>(order, identity_.certificate(), sink_);
}

void Platform::run(const output::AttachRemote& order) {
    const auto found = connections_.find(order.connection);
    if (found == connections_.end()) return;
    videos_.attach(order.element, found->second->remote_stream(order.what), web::Sound::Audible);
}

void Platform::run(const output::AttachLocal& order) {
    val tracks = val::array();
    tracks.call<void>("push", devices_.track(order.track));
    videos_.attach(order.element, val::global("MediaStream").new_(tracks), web::Sound::Muted);
}

void Platform::run(const output::Detach& order) { videos_.detach(order.element); }
void Platform::run(const output::ResumeSound& /*order*/) { videos_.resume(); }
void Platform::run(const output::CloseConnection& order) {
    forget_files(order.connection);
    connections_.erase(order.connection);
}

void Platform::run(const output::StorePreferences& order) {
    web::write_storage(web::StorageArea::Browser, preferences_storage_key, web::text_of(order));
}

void Platform::run(const output::SaveFile& order) { web::offer_file(order.name, order.text); }
void Platform::run(const output::AskServices& order) { services_.ask(order); }
void Platform::run(const output::PlayTestSound& order) { test_sound_.play(order); }
void Platform::run(const output::StopGathering& order) { gatherers_.erase(order.request); }

void Platform::run(const output::GatherCandidates& order) {
    gatherers_[order.request] = std::make_unique<web::CandidateGatherer>(order, sink_);
}

void Platform::run(web::PeerConnection& connection, const output::AdoptTransceivers& order) {
    connection.adopt_transceivers(order.codecs);
}
void Platform::run(web::PeerConnection& connection, const output::SetLocalDescription& order) {
    connection.set_local_description(order.operation);
}
void Platform::run(web::PeerConnection& connection, const output::SetRemoteDescription& order) {
    connection.set_remote_description(order);
}
void Platform::run(web::PeerConnection& connection, const output::SetIceServers& order) {
    connection.set_ice_servers(order);
}
void Platform::run(web::PeerConnection& connection, const output::RestartIce& /*order*/) { connection.restart_ice(); }
void Platform::run(web::PeerConnection& connection, const output::AddCandidate& order) {
    connection.add_candidate(order.candidate);
}
void Platform::run(web::PeerConnection& connection, const output::SetOutgoingTrack& order) {
    connection.set_outgoing_track(order.slot, devices_.track(order.track));
}
void Platform::run(web::PeerConnection& connection, const output::RefreshPictures& /*order*/) {
    connection.refresh_pictures();
}
void Platform::run(web::PeerConnection& connection, const output::SetEncoding& order) {
    connection.set_encoding(order.slot, order.encoding);
}
void Platform::run(web::PeerConnection& connection, const output::SetSoundEncoding& order) {
    connection.set_sound_encoding(order.encoding);
}
void Platform::run(web::PeerConnection& connection, const output::Measure& /*order*/) { connection.measure(); }
void Platform::run(web::PeerConnection& connection, const output::SendOnChannel& order) {
    connection.send_on_channel(order.text);
}

std::vector<std::pair<core::ConnectionId, val>> Platform::sound_lines() const {
    std::vector<std::pair<core::ConnectionId, val>> lines;
    for (const auto& [id, connection] : connections_) {
        const val line = connection->transceiver(core::Slot::Microphone);
        if (!line.isUndefined()) lines.emplace_back(id, line);
    }
    return lines;
}

}  // namespace parley::app
