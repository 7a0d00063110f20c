#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hub/hub.hpp"

namespace parley::hub {

/// A hub with its own time, which keeps what each connection was told.
class World {
public:
    explicit World(Settings settings = {}) : hub(std::move(settings)) {}

    /// Joins with a new connection and forgets what that connection was told unless asked to keep it.
    ConnectionId join(const std::string& peer, const std::string& room = "room", const std::string& key = "key") {
        const ConnectionId connection{++last_connection_};
        put(connection, input::Join{.room = RoomId(room),
                                    .room_key = key,
                                    .peer = PeerId(peer),
                                    .session = SessionId("session-" + std::to_string(last_connection_)),
                                    .presence = "presence of " + peer});
        return connection;
    }

    void say(ConnectionId connection, protocol::ClientMessage message) {
        put(connection, input::Received{.message = std::move(message)});
    }

    void put(ConnectionId connection, Input input) {
        hub.handle(now_ms, connection, std::move(input));
        drain();
    }

    void lose(ConnectionId connection, std::uint16_t code = close_code::abnormal) {
        put(connection, input::Lost{.close_code = code});
    }

    /// Lets time pass as an event loop would: every deadline on the way is kept.
    void pass(std::int64_t duration_ms) {
        const std::int64_t end_ms = now_ms + duration_ms;
        while (hub.deadline() && *hub.deadline() <= end_ms) {
            now_ms = *hub.deadline();
            hub.tick(now_ms);
            drain();
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

    Hub hub;
    std::int64_t now_ms = 1'000'000;

private:
    void drain() {
        while (auto output = hub.poll()) {
            if (auto* const deliver = std::get_if<output::Deliver>(&*output)) {
                EXPECT_FALSE(closed_.contains(deliver->to)) << "told something after its close";
                told_[deliver->to].push_back(std::move(deliver->message));
            } else if (const auto* const close = std::get_if<output::Close>(&*output)) {
                EXPECT_TRUE(closed_.emplace(close->connection, close->code).second) << "closed twice";
            }
        }
    }

    std::map<ConnectionId, std::vector<protocol::ServerMessage>> told_;
    std::map<ConnectionId, std::uint16_t> closed_;
    std::uint64_t last_connection_ = 0;
};

}  // namespace parley::hub
