#include <algorithm>
#include <string>

#include "web/peer_connection.hpp"

// What a connection has received, and by which path (W3C WebRTC Statistics sections 8.13 to 8.16).

namespace parley::web {

using emscripten::val;
using Path = core::quality::Path;

namespace {

/// Whether the candidate of that id is an address on a relay.
bool is_relayed(const val& report, const val& id) {
    const val candidate = report.call<val>("get", id);
    return !candidate.isUndefined() && candidate["candidateType"].strictlyEquals(val("relay"));
}

}  // namespace

// RTCTransportStats has it all, where it exists (not in Firefox); else the pairs are added up, and the one that is in
// use says so itself.
void PeerConnection::on_statistics(const val& report) {
    const val all = val::global("Array").call<val>("from", report.call<val>("values"));
    double of_transports = 0;
    double of_pairs = 0;
    val used_pair = val::undefined();
    for (int index = 0; index < all["length"].as<int>(); ++index) {
        const val one = all[index];
        const auto type = one["type"].as<std::string>();
        const bool is_transport = type == "transport";
        if (!is_transport && type != "candidate-pair") continue;
        const val received = one["bytesReceived"];
        if (!received.isUndefined()) (is_transport ? of_transports : of_pairs) += received.as<double>();
        if (is_transport && !one["selectedCandidatePairId"].isUndefined()) {
            used_pair = report.call<val>("get", one["selectedCandidatePairId"]);
        } else if (!is_transport && one["selected"].isTrue()) {
            used_pair = one;
        }
    }
    const bool relayed = !used_pair.isUndefined() && (is_relayed(report, used_pair["localCandidateId"]) ||
                                                      is_relayed(report, used_pair["remoteCandidateId"]));
    sink_(core::input::Measured{id_, static_cast<std::uint64_t>(std::max(of_transports, of_pairs)),
                                relayed ? Path::Relayed : Path::Direct});
}

}  // namespace parley::web
