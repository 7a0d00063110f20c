#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <string>

#include "tests/hub/world.hpp"

namespace parley::hub {
namespace {

using namespace protocol;

Sequence number_of(const ServerMessage& message) {
    return std::visit(
        [](const auto& one) -> Sequence {
            if constexpr (requires { one.s; }) return one.s;
            return 0;
        },
        message);
}

/// A client that checks what it is told: numbers without holes, and bodies of each sender in their order.
struct Client {
    std::string name;
    ConnectionId connection{};
    ConnectionId session{};  ///< the connection that began it
    bool connected = false;
    Sequence said = 0;
    Sequence got = 0;
    std::map<PeerId, int> last_body{};

    void hear(World& world) {
        for (const auto& message : world.told(connection)) {
            if (const auto* const joined = std::get_if<Joined>(&message)) begin(*joined);
            const Sequence s = number_of(message);
            if (s == 0) continue;
            ASSERT_EQ(s, ++got) << name;
            if (const auto* const body = std::get_if<Message>(&message)) {
                const int number = std::stoi(body->body);
                ASSERT_GT(number, last_body[body->from]) << name;
                last_body[body->from] = number;
            }
        }
    }

    void begin(const Joined& joined) {
        if (joined.resumed) {
            // What came too fast was refused with its socket and is said anew.
            EXPECT_LE(joined.got, said);
            said = joined.got;
            return;
        }
        session = connection;
        said = got = 0;
    }
};

class HubStorm : public testing::TestWithParam<unsigned> {
protected:
    int roll(int sides) { return static_cast<int>(random() % static_cast<unsigned>(sides)); }

    void enter(Client& client) {
        const bool resumes = client.session.value != 0 && roll(4) != 0;
        client.connection = resumes ? world.resume(client.name, client.session, client.got) : world.join(client.name);
        client.connected = true;
        client.hear(world);  // It says nothing before it knows which session it is in.
    }

    void step(Client& client) {
        const bool closed = world.closed_with(client.connection).has_value();
        if (!client.connected || closed || roll(40) == 0) return enter(client);
        const int action = roll(20);
        if (action < 12) {
            auto to = roll(2) == 0 ? std::nullopt : std::optional(PeerId(clients[roll(4)].name));
            world.say(client.connection,
                      Send{.n = ++client.said, .to = std::move(to), .body = std::to_string(++bodies)});
        } else if (action < 13) {
            world.say(client.connection, SetPresence{++client.said, std::to_string(++bodies)});
        } else if (action < 18) {
            world.say(client.connection, Ack{client.got});
        } else if (action < 19) {
            world.lose(client.connection, roll(2) == 0 ? close_code::abnormal : close_code::going_away);
            client.connected = false;
        } else {
            world.pass(roll(3'000));
        }
    }

    std::mt19937 random{GetParam()};
    World world;
    std::array<Client, 4> clients{Client{"ann"}, Client{"bob"}, Client{"cleo"}, Client{"dora"}};
    int bodies = 0;
};

TEST_P(HubStorm, LeavesNoHoleAndNoDisorderInAnySession) {
    for (int count = 0; count < 5'000; ++count) {
        step(clients[roll(4)]);
        for (Client& client : clients) {
            // What a client did not hear before it lost its socket is lost with it.
            if (roll(3) == 0) client.hear(world);
            if (HasFatalFailure()) FAIL() << "seed " << GetParam() << ", step " << count;
        }
        world.pass(5);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, HubStorm, testing::Range(1U, 9U));

}  // namespace
}  // namespace parley::hub
