#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/bounds.hpp"
#include "core/negotiation.hpp"

namespace parley::core {

/// One side of a pair, whose browser and peer only a test plays.
class Side {
public:
    explicit Side(Negotiation::Manners manners) : negotiation(resources_, PeerId("peer"), RunId("peer-run"), manners) {
        resources_.own_run = RunId("own-run");
    }

    /// What the core asked for since the last time, of one kind.
    template <class Kind>
    std::vector<Kind> asked() {
        collect();
        std::vector<Kind> found;
        std::erase_if(outputs_, [&](const Output& output) {
            const auto* kind = std::get_if<Kind>(&output);
            if (kind != nullptr) found.push_back(*kind);
            return kind != nullptr;
        });
        return found;
    }
    template <class Kind>
    std::vector<Kind> said() {
        std::vector<Kind> found;
        while (auto message = negotiation.take_message()) {
            if (const auto* kind = std::get_if<Kind>(&*message)) found.push_back(*kind);
        }
        return found;
    }

    /// The browser does what it was asked for last. The connection is the latest.
    void local_set(const std::string& sdp) {
        negotiation.on_input(now, input::LocalDescriptionSet{connection(), operation(), sdp});
    }
    void remote_set() { negotiation.on_input(now, input::RemoteDescriptionSet{connection(), operation()}); }
    void fail() { negotiation.on_input(now, input::OperationFailed{connection(), operation(), "InvalidStateError"}); }
    void transport(input::TransportState state) {
        negotiation.on_input(now, input::TransportChanged{connection(), state});
    }

    void hear_offer(std::uint32_t id, const std::string& name = "theirs.1", std::uint32_t epoch = 1) {
        hear_offer_of_old(id, ++heard_, name, epoch);
    }
    /// One that was said as number `counter` and may have been overtaken.
    void hear_offer_of_old(std::uint32_t id, std::uint64_t counter, const std::string& name = "theirs.1",
                           std::uint32_t epoch = 1) {
        negotiation.on_message(
            now,
            protocol::Description{protocol::DescriptionType::Offer, protocol::ConnectionName(name), epoch, id, "offer"},
            counter);
    }
    void hear_answer(const protocol::Description& offer) {
        protocol::Description answer = offer;
        answer.type = protocol::DescriptionType::Answer;
        answer.sdp = "answer";
        negotiation.on_message(now, answer, ++heard_);
    }
    void hear_candidate(const std::string& name, std::uint32_t epoch, const std::string& text = "candidate") {
        negotiation.on_message(protocol::Candidates{protocol::ConnectionName(name), epoch, {{text, "0", 0}}, false});
    }
    void give_relay() { resources_.ice_servers = {{{"turn:relay.example"}, "user", "word"}}; }
    void count_bytes(std::uint64_t received, quality::Path path = quality::Path::Direct) {
        negotiation.on_input(now, input::Measured{connection(), {.received_bytes = received, .path = path}});
    }
    /// What is counted, in bytes, at both looks at a path that is in doubt.
    void count_through_doubt(std::uint64_t first, std::uint64_t second) {
        pass(bounds::stragglers_ms);
        count_bytes(first);
        pass(bounds::stall_ms);
        count_bytes(second);
    }
    /// A path that is in doubt turns out to carry nothing more.
    void find_silence() {
        count_through_doubt(7'000, 7'000);
        pass(0);
    }
    void allow(output::CreateConnection::Paths paths) {
        resources_.allowed_paths = paths;
        negotiation.on_allowed_paths_changed(now);
    }
    /// An offer that is waiting for its answer.
    protocol::Description offer() {
        negotiation.start(now, Negotiation::Opening::Offer);
        local_set("offer");
        return said<protocol::Description>().at(0);
    }
    /// As who offered first, up to a connection that carries something.
    protocol::Description connect() {
        const protocol::Description first = offer();
        hear_answer(first);
        remote_set();
        transport(input::TransportState::Connected);
        forget();
        return first;
    }
    /// As who answered, up to a connection that carries something.
    void be_connected(const std::string& name = "theirs.1") {
        negotiation.start(now, Negotiation::Opening::Await);
        hear_offer(1, name);
        remote_set();
        local_set("answer");
        transport(input::TransportState::Connected);
        forget();
    }
    void pass(TimeMs duration_ms) {
        const TimeMs end = now + duration_ms;
        while (negotiation.deadline() && *negotiation.deadline() <= end) {
            now = *negotiation.deadline();
            negotiation.tick(now);
        }
        now = end;
    }
    /// The clock goes on and nothing else does; then everything that is due happens.
    void sleep(TimeMs duration_ms) {
        now += duration_ms;
        negotiation.catch_up(now);
        negotiation.tick(now);
    }
    void forget() {
        collect();
        outputs_.clear();
        while (negotiation.take_message()) {
        }
    }
    ConnectionId connection() {
        collect();
        return connection_;
    }

    TimeMs now = 1'000;

private:
    OperationId operation() {
        collect();
        return operation_;
    }
    void collect() {
        while (auto output = outbox_.poll()) {
            if (const auto* made = std::get_if<output::CreateConnection>(&*output)) connection_ = made->connection;
            if (const auto* set = std::get_if<output::SetLocalDescription>(&*output)) operation_ = set->operation;
            if (const auto* set = std::get_if<output::SetRemoteDescription>(&*output)) operation_ = set->operation;
            outputs_.push_back(std::move(*output));
        }
    }

    Outbox outbox_;
    Numbers numbers_;
    CallResources resources_{outbox_, numbers_};
    std::vector<Output> outputs_;
    ConnectionId connection_;
    OperationId operation_;
    std::uint64_t heard_ = 10;

public:
    Negotiation negotiation;
};

}  // namespace parley::core
