#include <emscripten/bind.h>

#include <string>
#include <string_view>
#include <utility>

#include "web/peer_connection.hpp"

// What the browser tells of a connection, as inputs of the core.

namespace parley::web {

using core::input::TransportState;
using emscripten::val;

namespace {

TransportState transport_state(std::string_view text) {
    constexpr std::pair<std::string_view, TransportState> states[] = {
        {"new", TransportState::New},
        {"connecting", TransportState::Connecting},
        {"connected", TransportState::Connected},
        {"disconnected", TransportState::Disconnected},
        {"failed", TransportState::Failed},
    };
    for (const auto& [name, state] : states) {
        if (name == text) return state;
    }
    return TransportState::Closed;
}

template <class... Arguments>
void tell(int handle, void (PeerConnection::*what)(Arguments...), Arguments... arguments) {
    if (auto* connection = Handle<PeerConnection>::find(handle)) (connection->*what)(arguments...);
}

void connection_event(int handle, val event) { tell<const val&>(handle, &PeerConnection::on_event, event); }
void connection_local_set(int handle, int operation, val /*nothing*/) {
    tell(handle, &PeerConnection::on_local_description, operation);
}
void connection_remote_set(int handle, int operation, val /*nothing*/) {
    tell(handle, &PeerConnection::on_remote_description, operation);
}
void connection_failed(int handle, int operation, val error) {
    tell<int, const val&>(handle, &PeerConnection::on_operation_failed, operation, error);
}
void connection_statistics(int handle, val report) { tell<const val&>(handle, &PeerConnection::on_statistics, report); }
// A refused candidate or track is one path or one picture less; the connection's own state tells the rest.
void connection_ignore(int /*handle*/, val /*error*/) {}

EMSCRIPTEN_BINDINGS(peer_connection) {
    emscripten::function("connection_event", &connection_event);
    emscripten::function("connection_local_set", &connection_local_set);
    emscripten::function("connection_remote_set", &connection_remote_set);
    emscripten::function("connection_failed", &connection_failed);
    emscripten::function("connection_statistics", &connection_statistics);
    emscripten::function("connection_ignore", &connection_ignore);
}

core::OperationId operation_id(int operation) { return {static_cast<std::uint32_t>(operation)}; }

}  // namespace

void PeerConnection::listen() {
    const val listener = callback("connection_event", handle_.number());
    for (const char* type : {"icecandidate", "connectionstatechange"}) {
        connection_.call<void>("addEventListener", val(type), listener);
    }
    for (const char* type : {"open", "message"}) {
        channel_.call<void>("addEventListener", val(type), listener);
    }
}

void PeerConnection::on_event(const val& event) {
    const auto type = event["type"].as<std::string>();
    if (type == "connectionstatechange") {
        sink_(core::input::TransportChanged{id_, transport_state(connection_["connectionState"].as<std::string>())});
    } else if (type == "open") {
        sink_(core::input::ChannelOpened{id_});
    } else if (type == "message") {
        if (event["data"].typeOf().as<std::string>() == "string") {
            sink_(core::input::ChannelReceived{id_, event["data"].as<std::string>()});
        }
    } else if (const val candidate = event["candidate"]; candidate.isNull()) {
        sink_(core::input::LocalCandidatesEnded{id_});
    } else if (!candidate["candidate"].as<std::string>().empty()) {
        const val mid = candidate["sdpMid"];
        const val line = candidate["sdpMLineIndex"];
        sink_(core::input::LocalCandidate{id_,
                                          {.candidate = candidate["candidate"].as<std::string>(),
                                           .mid = mid.isNull() ? std::string() : mid.as<std::string>(),
                                           .line = line.isNull() ? std::uint16_t{0} : line.as<std::uint16_t>()}});
    }
}

void PeerConnection::on_local_description(int operation) {
    on_negotiated();
    sink_(core::input::LocalDescriptionSet{id_, operation_id(operation),
                                           connection_["localDescription"]["sdp"].as<std::string>()});
}

void PeerConnection::on_remote_description(int operation) {
    on_negotiated();
    sink_(core::input::RemoteDescriptionSet{id_, operation_id(operation)});
}

void PeerConnection::on_operation_failed(int operation, const val& error) {
    sink_(core::input::OperationFailed{id_, operation_id(operation), error["name"].as<std::string>()});
}

}  // namespace parley::web
