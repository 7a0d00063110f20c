#include <gtest/gtest.h>

#include "tests/net/meeting.hpp"

namespace parley::net {
namespace {

using namespace protocol;

class Draining : public Meeting {
protected:
    explicit Draining(std::chrono::milliseconds close_after = std::chrono::hours(1)) : Meeting(settings(close_after)) {}

    static ServerSettings settings(std::chrono::milliseconds close_after) {
        auto settings = quick_settings();
        settings.draining = {.come_back_after = std::chrono::milliseconds(500),
                             .come_back_spread = std::chrono::milliseconds(2'500),
                             .close_after = close_after,
                             .end_after = close_after + std::chrono::seconds(10)};
        return settings;
    }
};

TEST_F(Draining, TellsEveryoneWhenToComeBack) {
    enter(ann, 1);
    server.begin_stop();
    const auto notice = next<Drain>(ann);
    EXPECT_EQ(notice.after_ms, 500);
    EXPECT_EQ(notice.spread_ms, 2'500);
}

TEST_F(Draining, ListensNoMore) {
    enter(ann, 1);
    server.begin_stop();
    next<Drain>(ann);
    EXPECT_THROW(bob.connect(), std::exception);
}

TEST_F(Draining, LetsThoseWhoStayTalk) {
    enter(ann, 1);
    const auto bob_joined = enter(bob, 2);
    server.begin_stop();
    next<Drain>(ann);
    ann.send(Send{1, bob_joined.peer, "still here"});
    EXPECT_EQ(next<Message>(bob).body, "still here");
}

TEST_F(Draining, RefusesWhoJoinsNow) {
    enter(ann, 1);
    bob.open();
    server.begin_stop();
    next<Drain>(ann);
    bob.send(valid_join(2));
    expect_refused(bob, ErrorCode::Draining);
}

TEST_F(Draining, EndsOnceAllAreGone) {
    enter(ann, 1);
    server.begin_stop();
    next<Drain>(ann);
    ann.close(close_code::normal);
    server.wait_for_end();
}

TEST_F(Draining, EndsAtOnceWhenNobodyIsConnected) {
    get(server.port(), "/");
    server.begin_stop();
    server.wait_for_end();
}

TEST_F(Draining, DoesNotWaitForAConnectionThatAsksNothing) {
    ann.connect();
    get(server.port(), "/");
    server.begin_stop();
    server.wait_for_end();
}

TEST_F(Draining, EndsAtOnceWhenItIsToldTwice) {
    enter(ann, 1);
    server.begin_stop();
    server.begin_stop();
    server.wait_for_end();
}

class DrainingBriefly : public Draining {
protected:
    DrainingBriefly() : Draining(std::chrono::milliseconds(50)) {}
};

TEST_F(DrainingBriefly, ClosesTheSocketsOfThoseWhoStay) {
    enter(ann, 1);
    server.begin_stop();
    next<Drain>(ann);
    EXPECT_EQ(ann.wait_for_close(), close_code::service_restart);
    server.wait_for_end();
}

}  // namespace
}  // namespace parley::net
