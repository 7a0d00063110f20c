#include "core/rehearsal.hpp"

#include <string>

#include "protocol/codec.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {
namespace {

// So often that a browser takes the trouble to optimise what runs.
constexpr int rounds = 4;

void send_and_receive(const std::string& sdp) {
    protocol::Description offer;
    offer.sdp = sdp;
    protocol::Message frame;
    frame.body = encode(protocol::Addressed{RunId("run"), std::move(offer)});
    (void)protocol::decode_peer(frame.body);
    (void)protocol::decode_server(encode(protocol::ServerMessage(std::move(frame))));
}

}  // namespace

void Rehearsal::begin() {
    if (begun_) return;
    begun_ = true;
    connection_ = numbers_.connections.next();
    outbox_.push(output::CreateConnection{.connection = connection_, .ice_servers = {}, .codecs = {}});
    outbox_.push(output::SetLocalDescription{connection_, numbers_.operations.next()});
}

bool Rehearsal::on_input(const input::LocalDescriptionSet& set) {
    if (!connection_ || set.connection != connection_) return false;
    for (int round = 0; round < rounds; ++round) send_and_receive(set.sdp);
    end();
    return true;
}

bool Rehearsal::on_input(const input::OperationFailed& failed) {
    if (!connection_ || failed.connection != connection_) return false;
    end();
    return true;
}

void Rehearsal::end() {
    outbox_.push(output::CloseConnection{connection_});
    connection_ = {};
}

}  // namespace parley::core
