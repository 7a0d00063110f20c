#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/bounds.hpp"
#include "core/checkup.hpp"
#include "core/overload.hpp"
#include "protocol/codec.hpp"

namespace parley::core {

inline const std::vector<protocol::IceServer> stun_only = {{{"stun:stun.example"}, {}, {}}};
inline const std::vector<protocol::IceServer> all_servers = {
    {{"stun:stun.example"}, {}, {}},
    {{"turn:relay.example", "turn:relay.example?transport=tcp", "turns:relay.example?transport=tcp"}, "user", "word"}};

/// A check whose platform only a test plays. By default everything is there and works.
class Checking {
public:
    /// What came of a gathering so far.
    struct Found {
        int host = 0;
        int reflexive = 0;
        int relayed = 0;
        std::vector<int> error_codes = {};
        input::CandidatesGathered::Stage stage = input::CandidatesGathered::Stage::Going;
    };

    Checking() { checkup.set_identity({PeerId("me"), "secret", {"key", "hash", "fingerprint", "signature"}}); }

    void start() {
        checkup.start(now);
        drain();
    }
    void close() {
        checkup.close();
        drain();
    }
    template <class Answer>
    void put(const Answer& answer) {
        if constexpr (requires { checkup.on_input(now, answer); }) {
            was_own = checkup.on_input(now, answer);
        } else {
            was_own = checkup.on_input(answer);
        }
        drain();
    }
    void pass(TimeMs duration_ms) {
        const TimeMs end = now + duration_ms;
        while (checkup.deadline() && *checkup.deadline() <= end) {
            now = std::max(now, *checkup.deadline());
            checkup.tick(now);
            drain();
        }
        now = end;
    }

    void answer_services() { put(input::ServicesAnswered{services_question, services}); }
    void answer_sound(input::TestSoundPlayed::Outcome outcome = input::TestSoundPlayed::Outcome::Played) {
        put(input::TestSoundPlayed{sound, outcome});
    }
    void derive_room() { put(input::RoomDerived{derivation, "key", RoomId("room"), "access"}); }
    void open_socket() { put(input::SocketOpened{socket}); }
    void hear(const protocol::ServerMessage& message) { put(input::SocketReceived{socket, protocol::encode(message)}); }
    void hear_joined() {
        protocol::Joined joined;
        joined.session = SessionId("session");
        joined.heartbeat_ms = 20'000;
        joined.ice_servers = ice_servers;
        hear(joined);
    }
    void refuse(ErrorCode code) { hear(protocol::Error{.code = code, .message = "no", .n = {}, .retry_after_ms = {}}); }
    /// Up to a join, with a server that answers.
    void reach() {
        start();
        answer_sound();
        answer_services();
        derive_room();
        open_socket();
    }
    /// The same, and joined: the paths are being looked for.
    void reach_paths() {
        reach();
        hear_joined();
    }
    void gather(const std::string& url, const Found& found) {
        put(input::CandidatesGathered{gathering(url).request, found.host, found.reflexive, found.relayed,
                                      found.error_codes, found.stage});
    }
    void find_address() { gather("stun:", {.host = 1, .reflexive = 1}); }
    void find_relay(const std::string& url) { gather(url, {.relayed = 1}); }
    void end_gathering(const std::string& url, std::vector<int> error_codes) {
        gather(url, {.error_codes = std::move(error_codes), .stage = input::CandidatesGathered::Stage::Ended});
    }
    /// The one whose first URL begins so, and which is still going on.
    [[nodiscard]] output::GatherCandidates gathering(const std::string& url) const {
        for (const auto& [request, order] : gatherings) {
            if (order.ice_servers.at(0).urls.at(0).starts_with(url)) return order;
        }
        ADD_FAILURE() << "nothing gathers with " << url;
        return {};
    }

    [[nodiscard]] const CheckView& view() const { return checkup.view(); }
    [[nodiscard]] CheckState step(CheckStep step) const { return view().steps[static_cast<std::size_t>(step)]; }
    [[nodiscard]] std::vector<Finding> findings() const { return view().findings; }

    TimeMs now = 5'000;
    std::optional<input::ServicesAnswered::Services> services = {{.stun = true, .turn = true}};
    std::vector<protocol::IceServer> ice_servers = all_servers;
    SocketId socket;
    RequestId derivation;
    RequestId services_question;
    RequestId sound;
    int rooms_asked = 0;
    int sounds_asked = 0;
    std::set<SocketId> open_sockets;
    std::vector<std::pair<RequestId, output::GatherCandidates>> gatherings;  ///< that nobody stopped
    std::vector<protocol::ClientMessage> said;
    bool was_own = false;

private:
    void drain() {
        while (auto output = outbox_.poll()) {
            std::visit(
                Overload{[&](const output::OpenSocket& order) { open_sockets.insert(socket = order.socket); },
                         [&](const output::CloseSocket& order) { open_sockets.erase(order.socket); },
                         [&](const output::SendText& order) {
                             EXPECT_TRUE(open_sockets.contains(order.socket));
                             said.push_back(protocol::decode_client(order.text).value());
                         },
                         [&](const output::DeriveRoom& order) {
                             EXPECT_FALSE(order.key) << "nobody else may be there";
                             derivation = order.request;
                             ++rooms_asked;
                         },
                         [&](const output::AskServices& order) { services_question = order.request; },
                         [&](const output::PlayTestSound& order) {
                             sound = order.request;
                             ++sounds_asked;
                         },
                         [&](const output::GatherCandidates& order) { gatherings.emplace_back(order.request, order); },
                         [&](const output::StopGathering& order) {
                             std::erase_if(gatherings, [&](const auto& one) { return one.first == order.request; });
                         },
                         [](const auto&) { ADD_FAILURE() << "a check asks for something else"; }},
                *output);
        }
    }

    Outbox outbox_;
    Numbers numbers_;

public:
    Checkup checkup{outbox_, numbers_};
};

}  // namespace parley::core
