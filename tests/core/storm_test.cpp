#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "tests/core/world.hpp"

// Everything that can go wrong, at moments that nobody would think of; a seed replays its storm exactly.

namespace parley::core {
namespace {

class Storm {
public:
    explicit Storm(std::uint64_t seed) : random_(seed) {
        for (const char* name : {"ann", "bob", "cem", "dan"}) {
            Page& page = world_.joining(name);
            page.seal_ms = [this](SealId) { return below(30); };
        }
    }

    void rage(int moments) {
        for (int moment = 0; moment < moments; ++moment) {
            strike();
            world_.pass(below(4'000));
        }
    }

    void calm_down() {
        world_.server.answer = Server::Answer::Accepts;
        for (const Page& one : world_.pages) {
            for (const Page& other : world_.pages) world_.network.mend(one.name, other.name);
        }
        for (Page& page : world_.pages) page.put(action::Rejoin{});
        // The longest pause of a reconnect, then as long as two connections may take.
        world_.pass(90'000);
    }

    void expect_all_together() {
        for (const Page& page : world_.pages) {
            ASSERT_EQ(page.screen(), Screen::Call) << page.name;
            EXPECT_EQ(page.client.view().server, ServerLink::Online) << page.name;
            EXPECT_EQ(page.open_connections(), world_.pages.size() - 1) << page.name;
            for (const Page& other : world_.pages) {
                if (&page == &other) continue;
                ASSERT_NE(page.sees(other.name), nullptr) << page.name << " misses " << other.name;
                EXPECT_EQ(page.sees(other.name)->pair, PairState::Connected) << page.name << " and " << other.name;
                EXPECT_EQ(page.sees(other.name)->microphone_on,
                          other.client.view().local.microphone == DeviceState::On);
            }
        }
    }

private:
    TimeMs below(TimeMs end) { return static_cast<TimeMs>(random_.between(0, static_cast<double>(end))); }
    Page& someone() {
        auto found = world_.pages.begin();
        std::advance(found, below(static_cast<TimeMs>(world_.pages.size())));
        return *found;
    }

    void strike() {
        Page& one = someone();
        const Page& other = someone();
        switch (below(10)) {
            case 0:
                return world_.network.cut(one.name, other.name);
            case 1:
            case 2:
                return world_.network.mend(one.name, other.name);
            case 3:
                if (one.sockets_opened() > 0) world_.server.cut(one.wire());
                return;
            case 4:
                if (one.sockets_opened() > 0) one.wire().silent = true;
                return;
            case 5:
                return world_.server.restart();
            case 6:
                world_.server.answer = static_cast<Server::Answer>(below(3));
                return;
            case 7:
                return one.put(action::Leave{});
            case 8:
                return one.put(action::Rejoin{});
            default:
                one.put(action::ToggleMicrophone{});
                return one.put(input::NetworkChanged{});
        }
    }

    Random random_;
    World world_;
};

TEST(Storm, LeavesEveryoneConnectedInTheEnd) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Storm storm(seed);
        storm.rage(40);
        storm.calm_down();
        storm.expect_all_together();
        if (HasFailure()) break;
    }
}

}  // namespace
}  // namespace parley::core
