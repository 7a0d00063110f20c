#include <algorithm>
#include <string>

#include "web/codec_names.hpp"
#include "web/peer_connection.hpp"

// How a connection is doing (W3C WebRTC Statistics section 8).

namespace parley::web {

using core::quality::Limitation;
using core::quality::Measurement;
using core::quality::Path;
using core::quality::ReceivedMedia;
using core::quality::SentMedia;
using core::quality::VideoCodec;
using emscripten::val;

namespace {

constexpr float ms_per_s = 1'000;

/// 0 where the browser does not tell it, or tells less.
template <class Number>
Number number(const val& entry, const char* name) {
    const val value = entry[name];
    return value.isUndefined() ? Number{} : static_cast<Number>(std::max(0.0, value.as<double>()));
}

/// The entry that `entry` refers to by the id in its `name`, or undefined.
val referred(const val& report, const val& entry, const char* name) {
    const val id = entry[name];
    return id.isUndefined() ? id : report.call<val>("get", id);
}

VideoCodec codec_of(const val& report, const val& stream) {
    const val codec = referred(report, stream, "codecId");
    return codec.isUndefined() ? VideoCodec::None : video_codec(codec["mimeType"].as<std::string>());
}

Limitation limitation(const val& stream) {
    const val reason = stream["qualityLimitationReason"];
    if (reason.isUndefined()) return Limitation::None;
    const auto text = reason.as<std::string>();
    if (text == "cpu") return Limitation::Processor;
    if (text == "bandwidth") return Limitation::Bandwidth;
    return text == "none" ? Limitation::None : Limitation::Other;
}

SentMedia sent_media(const val& report, const val& stream) {
    const val receiver = referred(report, stream, "remoteId");
    return {.bytes = number<std::uint64_t>(stream, "bytesSent"),
            .packets = number<std::uint32_t>(stream, "packetsSent"),
            .packets_lost = receiver.isUndefined() ? 0 : number<std::uint32_t>(receiver, "packetsLost"),
            .frames = number<std::uint32_t>(stream, "framesEncoded"),
            .encode_s = number<float>(stream, "totalEncodeTime"),
            .width = number<std::uint16_t>(stream, "frameWidth"),
            .height = number<std::uint16_t>(stream, "frameHeight"),
            .frames_per_s = number<float>(stream, "framesPerSecond"),
            .limitation = limitation(stream),
            .codec = codec_of(report, stream)};
}

ReceivedMedia received_media(const val& report, const val& stream) {
    const auto concealed = number<std::uint64_t>(stream, "concealedSamples");
    // Between words nothing need be sent: what fills such a pause stands for nothing that was lost.
    const auto silent = number<std::uint64_t>(stream, "silentConcealedSamples");
    return {.bytes = number<std::uint64_t>(stream, "bytesReceived"),
            .packets = number<std::uint32_t>(stream, "packetsReceived"),
            .packets_lost = number<std::uint32_t>(stream, "packetsLost"),
            .jitter_ms = number<float>(stream, "jitter") * ms_per_s,
            .frames = number<std::uint32_t>(stream, "framesDecoded"),
            .width = number<std::uint16_t>(stream, "frameWidth"),
            .height = number<std::uint16_t>(stream, "frameHeight"),
            .frames_per_s = number<float>(stream, "framesPerSecond"),
            .freezes = number<std::uint32_t>(stream, "freezeCount"),
            .freeze_s = number<float>(stream, "totalFreezesDuration"),
            .samples = number<std::uint64_t>(stream, "totalSamplesReceived"),
            .concealed_samples = concealed - std::min(concealed, silent),
            .codec = codec_of(report, stream)};
}

/// Whether the candidate that `pair` names so is an address on a relay.
bool is_relayed(const val& report, const val& pair, const char* name) {
    const val candidate = referred(report, pair, name);
    return !candidate.isUndefined() && candidate["candidateType"].strictlyEquals(val("relay"));
}

void read_pair(const val& report, const val& pair, Measurement& measurement) {
    const bool relayed = is_relayed(report, pair, "localCandidateId") || is_relayed(report, pair, "remoteCandidateId");
    measurement.path = relayed ? Path::Relayed : Path::Direct;
    if (!pair["currentRoundTripTime"].isUndefined()) {
        measurement.round_trip_ms = number<float>(pair, "currentRoundTripTime") * ms_per_s;
    }
    if (!pair["availableOutgoingBitrate"].isUndefined()) {
        measurement.available_bps = number<std::uint32_t>(pair, "availableOutgoingBitrate");
    }
}

/// What all pairs, or all transports, have carried.
struct Carried {
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
    void add(const val& entry) {
        sent += number<std::uint64_t>(entry, "bytesSent");
        received += number<std::uint64_t>(entry, "bytesReceived");
    }
};

}  // namespace

std::optional<std::size_t> PeerConnection::slot_of(const val& statistics) const {
    const val mid = statistics["mid"];
    for (std::size_t slot = 0; slot < transceivers_.size(); ++slot) {
        if (transceivers_[slot]["mid"].strictlyEquals(mid)) return slot;
    }
    return std::nullopt;
}

// RTCTransportStats has all bytes, where it counts them (not in Firefox); else the pairs are added up, and the one that
// is in use says so itself.
void PeerConnection::on_statistics(const val& report) {
    Measurement measurement;
    Carried of_transports;
    Carried of_pairs;
    val used_pair = val::undefined();
    for (const val& entry : report.call<val>("values")) {
        const auto type = entry["type"].as<std::string>();
        if (type == "outbound-rtp") {
            if (const auto slot = slot_of(entry)) measurement.sent[*slot] = sent_media(report, entry);
        } else if (type == "inbound-rtp") {
            if (const auto slot = slot_of(entry)) measurement.received[*slot] = received_media(report, entry);
        } else if (type == "transport") {
            of_transports.add(entry);
            const val selected = referred(report, entry, "selectedCandidatePairId");
            if (!selected.isUndefined()) used_pair = selected;
        } else if (type == "candidate-pair") {
            of_pairs.add(entry);
            if (entry["selected"].isTrue()) used_pair = entry;
        }
    }
    measurement.sent_bytes = std::max(of_transports.sent, of_pairs.sent);
    measurement.received_bytes = std::max(of_transports.received, of_pairs.received);
    if (!used_pair.isUndefined()) read_pair(report, used_pair, measurement);
    sink_(core::input::Measured{id_, measurement});
}

}  // namespace parley::web
