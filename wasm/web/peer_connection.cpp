#include "web/peer_connection.hpp"

#include <utility>

#include "web/codec_preferences.hpp"
#include "web/ice_configuration.hpp"

namespace parley::web {

using core::Slot;
using emscripten::val;

namespace {

constexpr const char* channel_name = "parley";
constexpr const char* file_channel_name = "parley files";
constexpr int file_channel_low = 256 * 1024;  // bytes that wait: time for more

val list_of(const val& only) {
    const val list = val::array();
    list.call<void>("push", only);
    return list;
}

// Of a CreateConnection or a SetIceServers: Chromium refuses a later one that does not name the same certificate.
val configuration(const auto& order, const val& certificate) {
    val result = ice_configuration(order.paths, order.ice_servers);
    if (!certificate.isUndefined()) result.set("certificates", list_of(certificate));
    return result;
}

bool is_sound(Slot slot) { return slot == Slot::Microphone || slot == Slot::ScreenAudio; }
bool is_screen(Slot slot) { return slot == Slot::Screen || slot == Slot::ScreenAudio; }

}  // namespace

PeerConnection::PeerConnection(const core::output::CreateConnection& order, const val& certificate, Sink sink)
    : id_(order.connection),
      sink_(std::move(sink)),
      certificate_(certificate),
      connection_(val::global("RTCPeerConnection").new_(configuration(order, certificate))),
      person_stream_(val::global("MediaStream").new_()),
      screen_stream_(val::global("MediaStream").new_()) {
    if (order.transceivers == core::output::CreateConnection::Transceivers::Add) {
        for (int index = 0; index < static_cast<int>(Slot::Count); ++index) {
            const Slot slot = static_cast<Slot>(index);
            val options = val::object();
            options.set("direction", "sendrecv");
            options.set("streams", list_of(is_screen(slot) ? screen_stream_ : person_stream_));
            keep(connection_.call<val>("addTransceiver", val(is_sound(slot) ? "audio" : "video"), options),
                 order.codecs);
        }
    }
    channel_ = make_channel(channel_name, 0);
    file_channel_ = make_channel(file_channel_name, 1);
    file_channel_.set("binaryType", val("arraybuffer"));
    file_channel_.set("bufferedAmountLowThreshold", file_channel_low);
    listen();
}

val PeerConnection::make_channel(const char* name, int id) {
    val options = val::object();
    options.set("negotiated", true);
    options.set("id", id);
    return connection_.call<val>("createDataChannel", val(name), options);
}

PeerConnection::~PeerConnection() { connection_.call<void>("close"); }

void PeerConnection::keep(const val& transceiver, const core::quality::CodecOrder& codecs) {
    prefer_codecs(transceiver, codecs);
    transceivers_.push_back(transceiver);
}

void PeerConnection::adopt_transceivers(const core::quality::CodecOrder& codecs) {
    const val offered = connection_.call<val>("getTransceivers");
    for (int index = 0; index < offered["length"].as<int>(); ++index) {
        val transceiver = offered[index];
        transceiver.set("direction", "sendrecv");
        transceiver["sender"].call<void>("setStreams",
                                         is_screen(static_cast<Slot>(index)) ? screen_stream_ : person_stream_);
        keep(transceiver, codecs);
    }
}

void PeerConnection::await(const val& promise, const char* done, core::OperationId operation) {
    const int subject = static_cast<int>(operation.value);
    promise.call<void>("then", callback(done, handle_.number(), subject),
                       callback("connection_failed", handle_.number(), subject));
}

void PeerConnection::set_local_description(core::OperationId operation) {
    await(connection_.call<val>("setLocalDescription"), "connection_local_set", operation);
}

void PeerConnection::set_remote_description(const core::output::SetRemoteDescription& description) {
    val value = val::object();
    value.set("type", description.type == protocol::DescriptionType::Offer ? "offer" : "answer");
    value.set("sdp", description.sdp);
    await(connection_.call<val>("setRemoteDescription", value), "connection_remote_set", description.operation);
}

void PeerConnection::set_ice_servers(const core::output::SetIceServers& order) {
    connection_.call<void>("setConfiguration", configuration(order, certificate_));
}

void PeerConnection::restart_ice() { connection_.call<void>("restartIce"); }

void PeerConnection::add_candidate(const protocol::Candidate& candidate) {
    val value = val::object();
    value.set("candidate", candidate.candidate);
    value.set("sdpMid", candidate.mid);
    value.set("sdpMLineIndex", static_cast<int>(candidate.line));
    connection_.call<val>("addIceCandidate", value)
        .call<void>("catch", callback("connection_ignore", handle_.number()));
}

void PeerConnection::set_outgoing_track(Slot slot, const val& track) {
    const val line = transceiver(slot);
    if (line.isUndefined()) return;
    line["sender"]
        .call<val>("replaceTrack", track)
        .call<void>("catch", callback("connection_ignore", handle_.number()));
}

void PeerConnection::send_on_channel(const std::string& text) {
    if (channel_["readyState"].as<std::string>() == "open") channel_.call<void>("send", text);
}

void PeerConnection::measure() {
    connection_.call<val>("getStats").call<void>("then", callback("connection_statistics", handle_.number()));
}

val PeerConnection::remote_stream(core::output::AttachRemote::What what) const {
    const bool screen = what == core::output::AttachRemote::What::Screen;
    val tracks = val::array();
    for (const Slot slot : {Slot::Microphone, Slot::Camera, Slot::Screen, Slot::ScreenAudio}) {
        if (is_screen(slot) != screen) continue;
        const val line = transceiver(slot);
        if (!line.isUndefined()) tracks.call<void>("push", line["receiver"]["track"]);
    }
    return val::global("MediaStream").new_(tracks);
}

val PeerConnection::transceiver(Slot slot) const {
    const auto index = static_cast<std::size_t>(slot);
    return index < transceivers_.size() ? transceivers_[index] : val::undefined();
}

}  // namespace parley::web
