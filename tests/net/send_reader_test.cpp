#include "net/send_reader.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/frames.hpp"
#include "protocol/limits.hpp"

namespace parley::net {
namespace {

using Keep = hub::input::Relay::Keep;

constexpr std::int64_t at_ms = 1'700'000'000'000;

bool are_equal(const hub::input::Relay& one, const hub::input::Relay& other) {
    return one.n == other.n && one.to == other.to && one.body == other.body && one.keep == other.keep &&
           one.at_ms == other.at_ms;
}

/// Both readers of one frame. The quick one may leave a frame to the codec, and may not differ from it.
class Readers {
public:
    /// Whether the quick one read it.
    bool read(const std::string& frame) {
        const auto quick = reader_.read(frame, at_ms);
        if (!quick) return false;
        const auto decoded = protocol::decode_client(frame);
        if (!decoded || !std::holds_alternative<protocol::Send>(decoded.value())) {
            ADD_FAILURE() << "only the quick reader took " << frame;
        } else if (!are_equal(*quick, relay_of(std::get<protocol::Send>(decoded.value()), at_ms))) {
            ADD_FAILURE() << "the readers differ over " << frame;
        }
        return true;
    }

private:
    SendReader reader_;
};

// Frames that are sound, odd and broken, always the same for one seed.
class Frames {
public:
    explicit Frames(std::uint32_t seed) : random_(seed) {}

    std::string next() {
        std::string frame = sound();
        if (one_in(2)) mutate(frame);
        return frame;
    }

private:
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }
    bool one_in(std::size_t count) { return below(count) == 0; }

    const std::string& any(const std::vector<std::string>& choices) { return choices[below(choices.size())]; }

    std::string usual_member(std::size_t kind) {
        static const std::vector<std::string> types{"\"type\":\"send\""};
        static const std::vector<std::string> numbers{"\"n\":1", "\"n\": 64 ", "\"n\":9007199254740991"};
        static const std::vector<std::string> bodies{"\"body\":\"AbC-_09\"", "\"body\":\"\"", "\"body\" :\"é€😀\""};
        static const std::vector<std::string> receivers{"\"to\":\"abcdefghijklmnopqrstuvwxyz\"", "\"to\":\"\""};
        static const std::vector<std::string> flags{"\"keep\":true", "\"keep\":false"};
        static const std::vector kinds{&types, &numbers, &bodies, &receivers, &flags};
        return any(*kinds[kind]);
    }

    std::string odd_member() {
        static const std::vector<std::string> members{
            "\"type\":\"ack\"",
            "\"type\":\"se\\u006ed\"",
            "\"type\":null",
            "\"n\":0",
            "\"n\":-1",
            "\"n\":-0",
            "\"n\":1.0",
            "\"n\":1e2",
            "\"n\":01",
            "\"n\":1x",
            "\"n\":9007199254740992",
            "\"n\":18446744073709551616",
            "\"n\":\"1\"",
            "\"n\":[1]",
            "\"body\":\"\\n\"",
            "\"body\":\"\\ud800\"",
            "\"body\":\"\\q\"",
            "\"body\":\"a\"b",
            "\"body\":\"\t\"",
            "\"body\":\"\xff\"",
            "\"body\":\"\xed\xa0\x80\"",
            "\"body\":7",
            "\"body\":{}",
            "\"to\":null",
            "\"to\":\"" + std::string(65, 'a') + '"',
            "\"keep\":1",
            "\"keep\":truex",
            "\"keep\":null",
            "\"keep\":\"true\"",
            "\"\":1",
            "\"extra\":{\"a\":[1,2]}",
            "\"b\\u006fdy\":\"x\"",
            "\"body\":\"" + std::string(limits::kept_body_max + below(3) - 1, 'k') + '"',
            "n:1",
            "\"n\"",
            "\"n\":",
            ":1",
            ""};
        return any(members);
    }

    std::string sound() {
        std::vector<std::string> members{usual_member(0), usual_member(1), usual_member(2)};
        if (one_in(2)) members.push_back(usual_member(3 + below(2)));
        if (one_in(3)) members.push_back(one_in(2) ? odd_member() : usual_member(below(5)));
        if (one_in(8)) members.erase(members.begin() + static_cast<std::ptrdiff_t>(below(members.size())));
        std::shuffle(members.begin(), members.end(), random_);
        std::string frame = one_in(8) ? " {" : "{";
        for (std::size_t index = 0; index < members.size(); ++index) frame += (index > 0 ? "," : "") + members[index];
        return frame + (one_in(8) ? "}\n" : "}");
    }

    void mutate(std::string& frame) {
        static const std::vector<std::string> pieces{
            "\"", "\\", "{", "}", "[", "]", ",", ":", " ", "0", "true", "e", ".", "-", "\t", "\xEF\xBB\xBF", "x"};
        const std::size_t place = below(frame.size() + 1);
        switch (below(4)) {
            case 0:
                frame.insert(place, any(pieces));
                break;
            case 1:
                frame.insert(place, 1, static_cast<char>(below(256)));
                break;
            case 2:
                frame.erase(place, 1 + below(3));
                break;
            default:
                frame.resize(place);
                break;
        }
    }

    std::mt19937 random_;
};

TEST(SendReaderTest, ReadsASendToOneAsItStands) {
    const auto relay = SendReader().read(R"({"type":"send","n":7,"to":"abc","body":"sealed-_"})", at_ms);
    ASSERT_TRUE(relay);
    EXPECT_EQ(relay->n, 7U);
    EXPECT_EQ(relay->to, PeerId("abc"));
    EXPECT_EQ(relay->body, "\"sealed-_\"");
    EXPECT_EQ(relay->keep, Keep::No);
    EXPECT_EQ(relay->at_ms, at_ms);
}

TEST(SendReaderTest, ReadsASendToAllThatIsKept) {
    const auto relay = SendReader().read(R"({"body":"x","keep":true,"n":1,"type":"send"})", at_ms);
    ASSERT_TRUE(relay);
    EXPECT_EQ(relay->to, std::nullopt);
    EXPECT_EQ(relay->keep, Keep::ForLaterJoiners);
}

TEST(SendReaderTest, ReadsAllThatThePageSends) {
    Readers readers;
    EXPECT_TRUE(readers.read(encode(protocol::ClientMessage(protocol::Send{1, PeerId("abc"), "sealed"}))));
    EXPECT_TRUE(readers.read(encode(protocol::ClientMessage(protocol::Send{2, std::nullopt, "sealed", true}))));
    const std::string largest(limits::send_frame_max - 64, 'x');
    EXPECT_TRUE(readers.read(encode(protocol::ClientMessage(protocol::Send{3, std::nullopt, largest}))));
}

TEST(SendReaderTest, LeavesWhatIsUnusualToTheCodec) {
    SendReader reader;
    for (const std::string frame : {
             R"({"type":"ping"})",                                       // another message
             R"({"type":"send","n":1,"body":"\n"})",                     // an escape
             R"({"type":"send","n":1,"body":"x","body":"y"})",           // a member twice
             R"({"type":"send","n":1,"body":"x","later":1})",            // a member of a later version
             R"({"type":"send","n":1,"to":"a","keep":true,"body":""})",  // a contradiction
             R"({"type":"send","n":1,"body":"x"} {})",                   // something after it
             R"({"type":"send","n":1})",                                 // a member missing
             "",
         }) {
        EXPECT_FALSE(reader.read(frame, at_ms)) << frame;
    }
    EXPECT_FALSE(
        reader.read(R"({"type":"send","n":1,"body":")" + std::string(limits::send_frame_max, 'x') + R"("})", at_ms));
}

TEST(SendReaderTest, NeverDiffersFromTheCodec) {
    constexpr int frames_count = 40'000;
    Frames frames(20'250'101);
    Readers readers;
    int quick = 0;
    for (int count = 0; count < frames_count && !testing::Test::HasFailure(); ++count) {
        if (readers.read(frames.next())) ++quick;
    }
    // Enough to mean something on either side.
    EXPECT_GT(quick, frames_count / 10);
    EXPECT_LT(quick, frames_count * 9 / 10);
}

}  // namespace
}  // namespace parley::net
