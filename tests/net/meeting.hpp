#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "protocol/codec.hpp"
#include "tests/net/client.hpp"
#include "tests/net/running_server.hpp"

namespace parley::net {

/// A server and two people, who have not joined yet.
class Meeting : public testing::Test {
protected:
    explicit Meeting(ServerSettings settings = quick_settings()) : server(std::move(settings)) {}

    /// Opens a socket, joins, and reads the answer up to the last list.
    protocol::Joined enter(SocketClient& client, const protocol::Join& join) {
        EXPECT_EQ(client.open(server.origin()), 101U);
        client.send(join);
        auto joined = client.expect<protocol::Joined>();
        if (joined.resumed) return joined;
        while (client.expect<protocol::Peers>().more) continue;
        while (joined.kept_total > 0 && client.expect<protocol::Kept>().more) continue;
        return joined;
    }
    protocol::Joined enter(SocketClient& client, std::uint8_t number) { return enter(client, valid_join(number)); }

    static void expect_refused(SocketClient& client, ErrorCode code) {
        EXPECT_EQ(client.expect<protocol::Error>().code, code);
        EXPECT_EQ(client.wait_for_close(), close_code_for(code));
    }

    void expect_refused_at_once(const std::string& text, ErrorCode code) {
        SocketClient client(server.port());
        client.open();
        client.send_text(text);
        expect_refused(client, code);
    }

    /// The next of this kind; others that come before it are passed over.
    template <class Message>
    static Message next(SocketClient& client) {
        for (;;) {
            auto message = client.receive();
            if (auto* const wanted = std::get_if<Message>(&message)) return std::move(*wanted);
            if (testing::Test::HasFailure()) return {};
        }
    }

    RunningServer server;
    SocketClient ann{server.port()};
    SocketClient bob{server.port()};
};

}  // namespace parley::net
