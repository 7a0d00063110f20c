#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "hub/hub.hpp"
#include "protocol/codec.hpp"
#include "protocol/frames.hpp"

namespace parley::hub {

/// A hub with its own time, which keeps what each connection was told.
class World {
public:
    explicit World(Settings settings = {}) : hub(std::move(settings)) {}

    /// Joins with a new connection.
    ConnectionId join(const std::string& peer, const std::string& room = "room", const std::string& key = "key") {
        input::Join join = join_of(peer);
        join.room = RoomId(room);
        join.room_key = key;
        return enter(std::move(join));
    }

    ConnectionId join_with_grant(const std::string& peer, protocol::Role role) {
        input::Join join = join_of(peer);
        join.granted = role;
        return enter(std::move(join));
    }

    /// Goes on with the session that `before` had, as a client that has everything up to `got`.
    ConnectionId resume(const std::string& peer, ConnectionId before, protocol::Sequence got) {
        input::Join join = join_of(peer);
        join.resume = protocol::Resume{.session = session_of(before), .got = got};
        return enter(std::move(join));
    }

    static SessionId session_of(ConnectionId connection) {
        return SessionId("session-" + std::to_string(connection.value));
    }

    /// A join of the one room that most tests are about; `enter` gives it its session.
    static input::Join join_of(const std::string& peer) {
        return {.room = RoomId("room"),
                .room_key = "key",
                .peer = PeerId(peer),
                .session = {},
                .presence = "presence of " + peer,
                .granted = std::nullopt,
                .resume = std::nullopt};
    }

    ConnectionId enter(input::Join join) {
        const ConnectionId connection{++last_connection_};
        join.session = session_of(connection);
        put(connection, std::move(join));
        return connection;
    }

    void say(ConnectionId connection, protocol::ClientMessage message) {
        if (const auto* const send = std::get_if<protocol::Send>(&message)) return relay(connection, *send);
        put(connection, input::Received{.message = std::move(message)});
    }

    /// As the network layer hands a `send` over: its body a JSON string.
    void relay(ConnectionId connection, const protocol::Send& send) {
        using Keep = input::Relay::Keep;
        put(connection, input::Relay{.n = send.n,
                                     .to = send.to,
                                     .body = protocol::to_json_string(send.body),
                                     .keep = send.keep ? Keep::ForLaterJoiners : Keep::No,
                                     .at_ms = wall_clock_ms});
    }

    void put(ConnectionId connection, Input input) {
        hub.handle(now_ms, connection, std::move(input));
        take_outputs();
    }

    void lose(ConnectionId connection, std::uint16_t code = close_code::abnormal) {
        put(connection, input::Lost{.close_code = code});
    }

    void drain(const protocol::Drain& notice) {
        hub.drain(notice);
        take_outputs();
    }

    /// Lets time pass as an event loop would: every deadline on the way is kept.
    void pass(std::int64_t duration_ms) {
        const std::int64_t end_ms = now_ms + duration_ms;
        while (hub.deadline() && *hub.deadline() <= end_ms) {
            now_ms = *hub.deadline();
            hub.tick(now_ms);
            take_outputs();
        }
        now_ms = end_ms;
    }

    /// What a connection was told since the last time it was asked for.
    std::vector<protocol::ServerMessage> told(ConnectionId connection) { return std::exchange(told_[connection], {}); }

    /// The only thing that a connection was told; a failed test when it was told anything else or more.
    template <class Message>
    Message only(ConnectionId connection) {
        const auto messages = told(connection);
        EXPECT_EQ(messages.size(), 1U);
        if (messages.size() != 1 || !std::holds_alternative<Message>(messages.front())) {
            ADD_FAILURE() << "another message was told";
            return {};
        }
        return std::get<Message>(messages.front());
    }

    std::optional<std::uint16_t> closed_with(ConnectionId connection) const {
        const auto found = closed_.find(connection);
        return found == closed_.end() ? std::nullopt : std::optional(found->second);
    }

    /// That the connection was told why, as the last thing, and closed with the code that belongs to it.
    void expect_refused(ConnectionId connection, ErrorCode code) {
        const auto messages = told(connection);
        ASSERT_FALSE(messages.empty());
        ASSERT_TRUE(std::holds_alternative<protocol::Error>(messages.back()));
        EXPECT_EQ(std::get<protocol::Error>(messages.back()).code, code);
        EXPECT_FALSE(std::get<protocol::Error>(messages.back()).message.empty());
        EXPECT_EQ(closed_with(connection), close_code_for(code));
    }

    /// The first thing that a connection was told, which must be its `joined`.
    protocol::Joined joined(ConnectionId connection) {
        const auto messages = told(connection);
        if (messages.empty() || !std::holds_alternative<protocol::Joined>(messages.front())) {
            ADD_FAILURE() << "did not get in";
            return {};
        }
        return std::get<protocol::Joined>(messages.front());
    }

    /// The role that the connection's last grant is for.
    protocol::Role granted(ConnectionId connection) const { return granted_.at(connection); }

    /// The text that the connection was told last.
    output::Frame last_frame(ConnectionId connection) const { return last_frame_.at(connection); }

    static constexpr std::int64_t wall_clock_ms = 1'764'000'000'000;

    Hub hub;
    std::int64_t now_ms = 1'000'000;

private:
    void take_outputs() {
        while (auto output = hub.poll()) {
            std::visit([this](const auto& one) { take(one); }, *output);
        }
    }

    void take(const output::Deliver& deliver) {
        const std::string text = deliver.frame.str();
        EXPECT_LE(text.size(), limits::frame_max);
        const auto decoded = protocol::decode_server(text);
        ASSERT_TRUE(decoded.ok()) << text << ": " << decoded.error().message;
        tell(deliver.to, decoded.value());
        last_frame_[deliver.to] = deliver.frame;
    }

    void take(output::Admit admit) {
        admit.joined.ice_servers = fresh_ice(admit.joined.session);
        tell(admit.to, admit.joined);
        granted_[admit.to] = admit.granted;
    }

    void take(const output::RenewIce& renewal) {
        hub.handle(now_ms, renewal.to, input::IceRenewed{.ice_servers = fresh_ice(renewal.session)});
    }

    /// As many for a session as it was given: "1st", "2nd" ...
    std::vector<protocol::IceServer> fresh_ice(const SessionId& session) {
        constexpr std::array ordinals{"1st", "2nd", "3rd", "4th", "5th"};
        const std::string ordinal = ordinals.at(std::min(ice_given_[session]++, ordinals.size() - 1));
        return {{.urls = {"turn:relay"}, .username = session.value + ", " + ordinal, .credential = "word"}};
    }

    void take(const output::Close& close) {
        EXPECT_TRUE(closed_.emplace(close.connection, close.code).second) << "closed twice";
    }

    void tell(ConnectionId connection, const protocol::ServerMessage& message) {
        EXPECT_FALSE(closed_.contains(connection)) << "told something after its close";
        told_[connection].push_back(message);
    }

    std::map<ConnectionId, std::vector<protocol::ServerMessage>> told_;
    std::map<ConnectionId, output::Frame> last_frame_;
    std::map<ConnectionId, protocol::Role> granted_;
    std::map<ConnectionId, std::uint16_t> closed_;
    std::unordered_map<SessionId, std::size_t> ice_given_;
    std::uint64_t last_connection_ = 0;
};

}  // namespace parley::hub
