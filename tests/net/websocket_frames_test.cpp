#include "net/websocket_frames.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace parley::net {
namespace {

using Kind = Incoming::Kind;

constexpr std::size_t message_max = 1'000;
constexpr std::size_t mask_size = 4;
constexpr std::uint8_t final_bit = 0x80;

// What `Incoming` points to, kept.
struct Seen {
    Kind kind = Kind::Nothing;
    std::string payload{};
    std::uint16_t code = 0;
    friend bool operator==(const Seen&, const Seen&) = default;
};
void PrintTo(const Seen& seen, std::ostream* stream) {
    *stream << "kind " << static_cast<int>(seen.kind) << " code " << seen.code << " payload " << seen.payload;
}

Seen text(std::string payload) { return {.kind = Kind::Text, .payload = std::move(payload)}; }
Seen failure(std::uint16_t code) { return {.kind = Kind::Failure, .payload = {}, .code = code}; }
Seen closed(std::uint16_t code) { return {.kind = Kind::Close, .payload = {}, .code = code}; }
const Seen too_large{.kind = Kind::TooLarge};

std::string big_endian(std::uint64_t number, std::size_t size) {
    std::string bytes;
    for (std::size_t left = size; left > 0; --left) bytes += static_cast<char>(number >> (8 * (left - 1)));
    return bytes;
}

// A head with any bits, and a size said in the given number of bytes.
std::string head(unsigned first, std::uint64_t size, std::size_t bytes_of_size) {
    std::string bytes(1, static_cast<char>(first));
    if (bytes_of_size == 0) return bytes + static_cast<char>(0x80 | size);
    return bytes + static_cast<char>(bytes_of_size == 2 ? 0xFE : 0xFF) + big_endian(size, bytes_of_size);
}

std::string frame(unsigned first, const std::string& payload) {
    const std::string mask = "\x37\x91\x5b\xfc";
    std::size_t bytes_of_size = payload.size() > 0xFFFF ? 8 : 2;
    if (payload.size() < 126) bytes_of_size = 0;
    std::string bytes = head(first, payload.size(), bytes_of_size) + mask;
    for (std::size_t at = 0; at < payload.size(); ++at) {
        bytes += static_cast<char>(payload[at] ^ mask[at % mask_size]);
    }
    return bytes;
}

std::string frame(Opcode opcode, const std::string& payload) {
    return frame(final_bit | static_cast<unsigned>(opcode), payload);
}
std::string beginning(Opcode opcode, const std::string& payload) {
    return frame(static_cast<unsigned>(opcode), payload);
}

void read(FrameReader& reader, std::string bytes, std::vector<Seen>& seen) {
    std::span<char> left(bytes);
    for (auto incoming = reader.next(left); incoming.kind != Kind::Nothing; incoming = reader.next(left)) {
        seen.push_back({incoming.kind, std::string(incoming.payload), incoming.code});
    }
    EXPECT_TRUE(left.empty());
}

std::vector<Seen> read_in_parts(const std::string& bytes, std::size_t part_size) {
    FrameReader reader(message_max);
    std::vector<Seen> seen;
    for (std::size_t at = 0; at < bytes.size(); at += part_size) read(reader, bytes.substr(at, part_size), seen);
    return seen;
}

// However the bytes are cut, the same comes out.
std::vector<Seen> read_all(const std::string& bytes) {
    const auto seen = read_in_parts(bytes, bytes.size());
    for (const std::size_t part_size : {1U, 2U, 3U, 7U, 64U}) EXPECT_EQ(read_in_parts(bytes, part_size), seen);
    return seen;
}

using All = std::vector<Seen>;

TEST(FrameReaderTest, ReadsATextMessage) { EXPECT_EQ(read_all(frame(Opcode::Text, "hello")), All{text("hello")}); }

TEST(FrameReaderTest, ReadsMessagesOfEverySizeThatFits) {
    for (const std::size_t size : {0U, 1U, 7U, 8U, 9U, 125U, 126U, 127U, 999U, 1'000U}) {
        const std::string payload(size, 'x');
        EXPECT_EQ(read_all(frame(Opcode::Text, payload)), All{text(payload)}) << size;
    }
}

TEST(FrameReaderTest, ReadsMessagesThatSayTheirSizeInEightBytes) {
    FrameReader reader(100'000);
    const std::string payload(65'536, 'x');
    std::vector<Seen> seen;
    read(reader, frame(Opcode::Text, payload), seen);
    EXPECT_EQ(seen, All{text(payload)});
}

TEST(FrameReaderTest, ReadsWhatComesBehindEachOther) {
    EXPECT_EQ(read_all(frame(Opcode::Text, "one") + frame(Opcode::Binary, "two") + frame(Opcode::Text, "three")),
              (All{text("one"), {.kind = Kind::Binary, .payload = "two"}, text("three")}));
}

TEST(FrameReaderTest, PutsFragmentsTogether) {
    EXPECT_EQ(read_all(beginning(Opcode::Text, "he") + beginning(Opcode::Continuation, "") +
                       beginning(Opcode::Continuation, "l") + frame(Opcode::Continuation, "lo") +
                       frame(Opcode::Text, "next")),
              (All{text("hello"), text("next")}));
}

TEST(FrameReaderTest, LetsControlFramesInterruptAMessage) {
    EXPECT_EQ(read_all(beginning(Opcode::Text, "he") + frame(Opcode::Ping, "are you there?") + frame(Opcode::Pong, "") +
                       frame(Opcode::Continuation, "llo")),
              (All{{.kind = Kind::Ping, .payload = "are you there?"}, {.kind = Kind::Pong}, text("hello")}));
}

TEST(FrameReaderTest, LeavesTheBytesOfAWholeMessageWhereTheyAre) {
    FrameReader reader(message_max);
    std::string bytes = frame(Opcode::Text, "hello");
    std::span<char> left(bytes);
    EXPECT_EQ(reader.next(left).payload.data(), bytes.data() + bytes.size() - 5);
}

TEST(FrameReaderTest, LetsACharacterGoOverTheEndOfAFragment) {
    EXPECT_EQ(read_all(beginning(Opcode::Text, "\xE2\x82") + frame(Opcode::Continuation, "\xAC")),
              All{text("\xE2\x82\xAC")});
}

TEST(FrameReaderTest, RefusesTextThatIsNoUtf8) {
    for (const char* const bad : {"\xFF", "\xC0\x80", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) {
        EXPECT_EQ(read_all(frame(Opcode::Text, bad)), All{failure(1007)});
        EXPECT_EQ(read_all(beginning(Opcode::Text, "good") + frame(Opcode::Continuation, bad)), All{failure(1007)});
    }
}

TEST(FrameReaderTest, LooksForUtf8InTextOnly) {
    EXPECT_EQ(read_all(frame(Opcode::Binary, "\xFF") + frame(Opcode::Ping, "\xFE")),
              (All{{.kind = Kind::Binary, .payload = "\xFF"}, {.kind = Kind::Ping, .payload = "\xFE"}}));
}

TEST(FrameReaderTest, RefusesEveryReservedBit) {
    for (const unsigned bit : {0x40U, 0x20U, 0x10U}) EXPECT_EQ(read_all(frame(0x81 | bit, "x")), All{failure(1002)});
}

TEST(FrameReaderTest, RefusesEveryUnknownOpcode) {
    for (const unsigned opcode : {3U, 4U, 5U, 6U, 7U, 11U, 12U, 13U, 14U, 15U}) {
        EXPECT_EQ(read_all(frame(final_bit | opcode, "x")), All{failure(1002)}) << opcode;
    }
}

TEST(FrameReaderTest, RefusesWhatIsNotMaskedAtItsSecondByte) {
    EXPECT_EQ(read_all(std::string("\x81\x02", 2)), All{failure(1002)});
    EXPECT_EQ(read_all(std::string("\x88\x00", 2)), All{failure(1002)});
}

TEST(FrameReaderTest, RefusesControlFramesThatAreFragmentsOrLong) {
    for (const Opcode opcode : {Opcode::Close, Opcode::Ping, Opcode::Pong}) {
        EXPECT_EQ(read_all(beginning(opcode, "")), All{failure(1002)});
        EXPECT_EQ(read_all(frame(opcode, std::string(126, 'x'))), All{failure(1002)});
    }
    const std::string longest(125, 'x');
    EXPECT_EQ(read_all(frame(Opcode::Ping, longest)), (All{{.kind = Kind::Ping, .payload = longest}}));
}

TEST(FrameReaderTest, RefusesFragmentsOfNothing) {
    EXPECT_EQ(read_all(frame(Opcode::Continuation, "x")), All{failure(1002)});
    EXPECT_EQ(read_all(frame(Opcode::Text, "x") + frame(Opcode::Continuation, "x")), (All{text("x"), failure(1002)}));
}

TEST(FrameReaderTest, RefusesAMessageWithinAnother) {
    for (const Opcode opcode : {Opcode::Text, Opcode::Binary}) {
        EXPECT_EQ(read_all(beginning(Opcode::Text, "x") + frame(opcode, "x")), All{failure(1002)});
    }
}

TEST(FrameReaderTest, RefusesSizesThatAreNotSaidInTheShortestWay) {
    EXPECT_EQ(read_all(head(0x81, 125, 2) + "mask"), All{failure(1002)});
    EXPECT_EQ(read_all(head(0x81, 65'535, 8) + "mask"), All{failure(1002)});
    EXPECT_EQ(read_all(head(0x81, std::uint64_t{1} << 63, 8) + "mask"), All{failure(1002)});
}

TEST(FrameReaderTest, RefusesAMessageOverTheBoundBeforeItComes) {
    EXPECT_EQ(read_all(head(0x81, message_max + 1, 2) + "mask"), All{too_large});
    EXPECT_EQ(read_all(head(0x81, (std::uint64_t{1} << 63) - 1, 8) + "mask" + std::string(500, 'x')), All{too_large});
}

TEST(FrameReaderTest, RefusesFragmentsThatAreTogetherOverTheBound) {
    const std::string half(message_max / 2, 'x');
    EXPECT_EQ(read_all(beginning(Opcode::Text, half) + frame(Opcode::Continuation, half)), All{text(half + half)});
    EXPECT_EQ(read_all(beginning(Opcode::Text, half) + beginning(Opcode::Continuation, half + "x")), All{too_large});
}

TEST(FrameReaderTest, SkipsMessagesAfterOneOverTheBoundAndStillSeesTheClose) {
    const std::string long_payload(message_max + 1, 'x');
    EXPECT_EQ(
        read_all(beginning(Opcode::Text, long_payload) + frame(Opcode::Continuation, long_payload) +
                 frame(Opcode::Text, "skipped") + frame(Opcode::Ping, "") + frame(Opcode::Close, big_endian(1001, 2))),
        (All{too_large, {.kind = Kind::Ping}, closed(1001)}));
}

TEST(FrameReaderTest, SaysFailureOnceAndSkipsWhatFollows) {
    EXPECT_EQ(read_all(frame(0xC1, "x") + frame(Opcode::Text, "x") + frame(Opcode::Close, "")), All{failure(1002)});
}

TEST(FrameReaderTest, ReadsACloseAndNothingAfterIt) {
    FrameReader reader(message_max);
    EXPECT_FALSE(reader.has_ended());
    std::vector<Seen> seen;
    read(reader, frame(Opcode::Close, big_endian(1000, 2) + "bye") + frame(Opcode::Text, "x"), seen);
    EXPECT_EQ(seen, All{closed(1000)});
    EXPECT_TRUE(reader.has_ended());
}

TEST(FrameReaderTest, ReadsACloseWithoutACode) {
    EXPECT_EQ(read_all(frame(Opcode::Close, "")), All{closed(close_code_missing)});
}

TEST(FrameReaderTest, RefusesCloseCodesThatMayNotBeSent) {
    for (const unsigned code : {1000U, 1003U, 1007U, 1014U, 3000U, 4400U, 4999U}) {
        EXPECT_EQ(read_all(frame(Opcode::Close, big_endian(code, 2))), All{closed(static_cast<std::uint16_t>(code))});
    }
    for (const unsigned code : {0U, 999U, 1004U, 1005U, 1006U, 1015U, 2999U, 5000U, 65'535U}) {
        EXPECT_EQ(read_all(frame(Opcode::Close, big_endian(code, 2))), All{failure(1002)}) << code;
    }
}

TEST(FrameReaderTest, RefusesACloseOfOneByteOrWithAReasonThatIsNoUtf8) {
    EXPECT_EQ(read_all(frame(Opcode::Close, "x")), All{failure(1002)});
    EXPECT_EQ(read_all(frame(Opcode::Close, big_endian(1000, 2) + "\xFF")), All{failure(1007)});
}

std::string written(Opcode opcode, const std::string& payload) {
    FrameWriter writer;
    writer.begin() += "what was written before";
    writer.begin() += payload;
    return std::string(writer.finish(opcode));
}

TEST(FrameWriterTest, SaysEverySizeInTheShortestWay) {
    EXPECT_EQ(written(Opcode::Pong, ""), std::string("\x8A\0", 2));
    const std::string size_125(125, 'x');
    EXPECT_EQ(written(Opcode::Text, size_125), "\x81\x7D" + size_125);
    const std::string size_126(126, 'x');
    EXPECT_EQ(written(Opcode::Text, size_126), std::string("\x81\x7E\0\x7E", 4) + size_126);
    const std::string size_65535(65'535, 'x');
    EXPECT_EQ(written(Opcode::Text, size_65535), "\x81\x7E\xFF\xFF" + size_65535);
    const std::string size_65536(65'536, 'x');
    EXPECT_EQ(written(Opcode::Text, size_65536), std::string("\x81\x7F\0\0\0\0\0\1\0\0", 10) + size_65536);
}

TEST(FrameWriterTest, WritesACloseWithItsCodeOrWithout) {
    FrameWriter writer;
    EXPECT_EQ(writer.close(4400), "\x88\x02\x11\x30");
    EXPECT_EQ(writer.close(close_code_missing), std::string("\x88\0", 2));
}

}  // namespace
}  // namespace parley::net
