#include "core/signalling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/bounds.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"
#include "tests/core/line.hpp"

namespace parley::core {
namespace {

using namespace protocol;

TEST(Signalling, JoinsWhenTheSocketOpens) {
    Line line;
    EXPECT_EQ(line.signalling.link(), ServerLink::Connecting);
    EXPECT_TRUE(line.said.empty());
    line.signalling.on_opened(line.now, line.socket);
    line.drain();
    ASSERT_EQ(line.all<Join>().size(), 1U);
    EXPECT_EQ(line.all<Join>()[0].presence, "first");
    line.hear(Joined{});
    EXPECT_EQ(line.signalling.link(), ServerLink::Online);
}

TEST(Signalling, GivesAnAttemptUpThatNobodyAnswers) {
    Line line;
    const SocketId first = line.socket;
    line.pass(2'999);
    EXPECT_EQ(line.socket, first);
    line.pass(1);
    EXPECT_NE(line.socket, first);
}

TEST(Signalling, GivesAJoinUpThatNobodyAnswers) {
    Line line;
    const SocketId first = line.socket;
    line.signalling.on_opened(line.now, line.socket);
    line.pass(3'000);
    EXPECT_NE(line.socket, first);
}

TEST(Signalling, PausesLongerAfterEachFailedAttempt) {
    const std::vector<std::pair<TimeMs, TimeMs>> bounds_ms = {
        {0, 1}, {150, 450}, {600, 1'800}, {1'350, 4'050}, {2'400, 7'200}, {3'500, 10'500}, {3'500, 45'000}};
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Line line(seed);
        for (const auto& [low, high] : bounds_ms) {
            line.close(close_code::abnormal);
            const TimeMs pause = line.pause();
            EXPECT_GE(pause, low);
            EXPECT_LE(pause, high);
        }
    }
}

TEST(Signalling, SpreadsThePausesOfManyPages) {
    std::vector<TimeMs> pauses;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Line line(seed);
        for (int attempt = 0; attempt < 4; ++attempt) {
            line.close(close_code::abnormal);
            line.pause();
        }
        line.close(close_code::abnormal);
        pauses.push_back(line.pause());
    }
    const auto [first, last] = std::minmax_element(pauses.begin(), pauses.end());
    EXPECT_GT(*last - *first, 1'000);
}

TEST(Signalling, PausesShortlyWhileAPairIsDownButNotForEver) {
    Line line;
    line.join();
    line.signalling.set_urgency(line.now, Signalling::Urgency::PairDown);
    const TimeMs lost_at = line.now;
    while (line.now - lost_at < bounds::urgent_reconnect_ms) {
        line.close(close_code::abnormal);
        EXPECT_LE(line.pause(), 2'000);
        line.pass(1'000);
    }
    line.close(close_code::abnormal);
    EXPECT_GT(line.pause(), 2'000);
}

TEST(Signalling, ShortensAPauseWhenAPairGoesDown) {
    Line line;
    line.join();
    for (int attempt = 0; attempt < 6; ++attempt) {
        line.close(close_code::abnormal);
        line.pause();
    }
    line.close(close_code::abnormal);
    line.signalling.set_urgency(line.now, Signalling::Urgency::PairDown);
    EXPECT_LE(line.pause(), 2'000);
}

TEST(Signalling, IsNotHurriedByASessionThatEndsAtOnce) {
    Line line;
    for (int attempt = 0; attempt < 6; ++attempt) {
        line.join();
        line.close(close_code::slow_consumer);
        line.pause();
    }
    line.join();
    line.close(close_code::slow_consumer);
    EXPECT_GE(line.pause(), 3'500);
}

TEST(Signalling, IsQuickAgainAfterASessionThatLasted) {
    Line line;
    for (int attempt = 0; attempt < 6; ++attempt) {
        line.close(close_code::abnormal);
        line.pause();
    }
    line.join();
    line.pass(bounds::settled_session_ms);
    line.close(close_code::abnormal);
    EXPECT_LE(line.pause(), 1);
}

TEST(Signalling, RetriesAtOnceWhenTheNetworkChanges) {
    Line line;
    for (int attempt = 0; attempt < 5; ++attempt) {
        line.close(close_code::abnormal);
        line.pause();
    }
    line.close(close_code::abnormal);
    line.signalling.on_network_changed(line.now);
    line.drain();
    EXPECT_TRUE(line.socket);
}

TEST(Signalling, ComesBackNoEarlierThanTheServerSaid) {
    Line line;
    line.signalling.on_opened(line.now, line.socket);
    line.hear(Error{.code = ErrorCode::RateLimited, .message = "later", .n = {}, .retry_after_ms = 8'000});
    line.close(close_code::rate_limited);
    line.signalling.on_network_changed(line.now);
    line.signalling.set_urgency(line.now, Signalling::Urgency::PairDown);
    line.drain();
    EXPECT_EQ(line.pause(), 8'000);
}

TEST(Signalling, IsNotSentAwayForEver) {
    Line line;
    line.signalling.on_opened(line.now, line.socket);
    line.hear(Error{.code = ErrorCode::RateLimited, .message = "", .n = {}, .retry_after_ms = 9'000'000'000'000});
    line.close(close_code::rate_limited);
    EXPECT_LE(*line.signalling.deadline() - line.now, bounds::retry_after_max_ms);
}

TEST(Signalling, EndsOnAFinalCloseAndSaysWhatTheServerSaid) {
    for (const std::uint16_t code : {close_code::bad_message, close_code::unauthorised, close_code::refused,
                                     close_code::replaced, close_code::room_ended, close_code::too_large}) {
        Line line;
        line.signalling.on_opened(line.now, line.socket);
        line.hear(Error{.code = ErrorCode::RoomFull, .message = "", .n = {}, .retry_after_ms = {}});
        const auto ended = line.close(code);
        ASSERT_TRUE(ended) << code;
        EXPECT_EQ(ended->close_code, code);
        EXPECT_EQ(ended->error, ErrorCode::RoomFull);
        EXPECT_FALSE(line.signalling.deadline());
    }
}

TEST(Signalling, GoesOnAfterEveryOtherClose) {
    for (const std::uint16_t code :
         {std::uint16_t{1000}, close_code::going_away, close_code::abnormal, close_code::internal_error,
          close_code::service_restart, close_code::join_timeout, close_code::rate_limited, close_code::slow_consumer}) {
        Line line;
        EXPECT_FALSE(line.close(code)) << code;
        EXPECT_LE(line.pause(), 1);
    }
}

TEST(Signalling, ComesBackWhenItWasReplacedByAJoinOfItsOwnThatCameLate) {
    Line line;
    line.open();
    line.pass(bounds::connect_attempt_ms);  // no answer: another socket
    line.pause();
    line.join();
    EXPECT_FALSE(line.close(close_code::replaced));
    line.pause();
    line.join();
    EXPECT_TRUE(line.close(close_code::replaced)) << "not by ourselves again";
}

TEST(Signalling, ComesBackWhenItSleptUntilItSawThatItsOwnJoinReplacedIt) {
    Line line;
    line.open();
    line.pass(bounds::connect_attempt_ms);
    line.pause();
    line.join();
    line.now += 3'600'000;
    line.signalling.note_gap(line.now, 3'600'000);
    EXPECT_FALSE(line.close(close_code::replaced));
}

TEST(Signalling, IsReplacedForGoodLongAfterAnAttemptThatFailed) {
    Line line;
    line.open();
    line.pass(bounds::connect_attempt_ms);
    line.pause();
    line.join();
    line.pass(10'000);
    line.hear(Pong{});
    line.pass(20'000);
    EXPECT_TRUE(line.close(close_code::replaced));
}

TEST(Signalling, LeavesAServerThatIsGoingWhenItSaysSo) {
    Line line;
    line.join();
    line.pass(60'000);
    line.hear(Pong{});
    const SocketId before = line.socket;
    line.hear(Drain{2'000, 3'000});
    line.pass(1'999);
    EXPECT_EQ(line.socket, before);
    TimeMs waited_ms = 1'999;
    for (; line.socket == before && waited_ms <= 5'000; ++waited_ms) line.pass(1);
    EXPECT_LE(waited_ms, 5'001);
    line.pause();
    EXPECT_TRUE(line.open().resume);
}

TEST(Signalling, ComesBackNoSoonerThanADrainingServerSaid) {
    Line line;
    line.join();
    line.hear(Drain{4'000, 0});
    line.close(close_code::service_restart);
    EXPECT_EQ(line.pause(), 4'000);
}

TEST(Signalling, IgnoresASocketThatItGaveUp) {
    Line line;
    const SocketId old = line.socket;
    line.pass(3'100);
    const SocketId current = line.socket;
    EXPECT_FALSE(line.signalling.on_received(line.now, old, encode(ServerMessage(Joined{}))));
    EXPECT_FALSE(line.signalling.on_closed(line.now, old, close_code::refused));
    line.signalling.on_opened(line.now, old);
    line.drain();
    EXPECT_EQ(line.socket, current);
    EXPECT_EQ(line.signalling.link(), ServerLink::Connecting);
}

TEST(Signalling, LeavesWithAWordAndWithoutATimer) {
    Line line;
    line.join();
    line.send("m");
    line.signalling.stop();
    line.drain();
    EXPECT_EQ(line.all<Leave>().size(), 1U);
    EXPECT_FALSE(line.socket);
    EXPECT_FALSE(line.signalling.deadline());
    EXPECT_FALSE(line.send("late"));
}

TEST(Signalling, LeavesWithAWordAlsoWhileItJoins) {
    Line line;
    line.signalling.on_opened(line.now, line.socket);
    line.signalling.stop();
    line.drain();
    EXPECT_EQ(line.all<Leave>().size(), 1U);
}

}  // namespace
}  // namespace parley::core
