#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/signalling.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"

namespace parley::core {

/// A link to a server that only a test answers for.
class Line {
public:
    explicit Line(std::uint64_t seed = 1) : signalling(outbox_, numbers_, stray_join_, seed) {
        signalling.start(now, first_join());
        drain();
    }

    static protocol::Join first_join() {
        protocol::Join join;
        join.room = RoomId("room");
        join.presence = "first";
        return join;
    }
    /// Plays the server up to the end of a join, in the session that is then current.
    void join(std::int64_t heartbeat_ms = limits::heartbeat_ms) {
        open();
        protocol::Joined joined;
        joined.session = SessionId("session");
        joined.grant = "grant";
        joined.heartbeat_ms = heartbeat_ms;
        hear(joined);
        hear(protocol::Peers{});
        said.clear();
    }
    /// The socket opens, and what the page says first comes back.
    protocol::Join open() {
        said.clear();
        signalling.on_opened(now, socket);
        drain();
        return all<protocol::Join>().at(0);
    }
    /// The server goes on with the session; what the page says to that is in `said`.
    void resume(protocol::Sequence got) {
        said.clear();
        protocol::Joined joined;
        joined.session = SessionId("session");
        joined.resumed = true;
        joined.got = got;
        joined.heartbeat_ms = limits::heartbeat_ms;
        hear(joined);
    }
    void hear(const protocol::ServerMessage& message) {
        signalling.on_received(now, socket, protocol::encode(message));
        drain();
    }
    auto close(std::uint16_t code) {
        auto ended = signalling.on_closed(now, std::exchange(socket, {}), code);
        drain();
        return ended;
    }
    void pass(TimeMs duration_ms) {
        const TimeMs end = now + duration_ms;
        while (signalling.deadline() && *signalling.deadline() <= end) {
            now = std::max(now, *signalling.deadline());
            signalling.tick(now);
            drain();
            ASSERT_TRUE(!signalling.deadline() || *signalling.deadline() > now) << "a deadline stays in the past";
        }
        now = end;
    }
    /// Lets time pass until the next socket is opened, and says how much; the present one must be lost.
    TimeMs pause() {
        const TimeMs from = now;
        while (!socket && now - from < 100'000) pass(1);
        return now - from;
    }
    bool send(const std::string& body) {
        const bool taken = signalling.send(now, PeerId("peer"), body).has_value();
        drain();
        return taken;
    }

    template <class Kind>
    std::vector<Kind> all() const {
        std::vector<Kind> found;
        for (const auto& message : said) {
            if (const auto* kind = std::get_if<Kind>(&message)) found.push_back(*kind);
        }
        return found;
    }
    std::vector<std::string> bodies() const {
        std::vector<std::string> found;
        for (const auto& sent : all<protocol::Send>()) found.push_back(std::to_string(sent.n) + sent.body);
        return found;
    }

    void drain() {
        while (auto output = outbox_.poll()) {
            if (const auto* open = std::get_if<output::OpenSocket>(&*output)) socket = open->socket;
            if (const auto* closing = std::get_if<output::CloseSocket>(&*output)) {
                EXPECT_EQ(closing->socket, socket);
                socket = {};
            }
            if (const auto* text = std::get_if<output::SendText>(&*output)) {
                EXPECT_EQ(text->socket, socket) << "said on a socket that is gone";
                said.push_back(protocol::decode_client(text->text).value());
            }
        }
    }

    TimeMs now = 5'000;
    SocketId socket;
    std::vector<protocol::ClientMessage> said;

private:
    Outbox outbox_;
    Numbers numbers_;
    Signalling::StrayJoin stray_join_;

public:
    Signalling signalling;
};

}  // namespace parley::core
