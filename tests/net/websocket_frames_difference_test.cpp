#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/beast/_experimental/test/stream.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <random>
#include <string>
#include <vector>

#include "net/websocket_frames.hpp"

// Plays made-up bytes to our reader of frames and to Beast's, which must see the same in them.
namespace parley::net {
namespace {

namespace beast = boost::beast;
namespace websocket = beast::websocket;

constexpr std::size_t message_max = 200;
constexpr unsigned conversations = 3'000;

class Conversation {
public:
    explicit Conversation(unsigned seed) : random_(seed) {
        for (unsigned left = pick(8); left > 0; --left) add_frame();
    }
    std::string bytes;

private:
    unsigned pick(unsigned below) { return static_cast<unsigned>(random_() % below); }
    bool once_in(unsigned times) { return pick(times) == 0; }

    void add_frame() {
        constexpr unsigned opcodes[] = {0, 0, 1, 1, 1, 2, 8, 9, 10};
        unsigned first = opcodes[pick(std::size(opcodes))] | (once_in(3) ? 0U : 0x80U);
        // Mostly what is allowed, or every conversation would end with its first frame.
        if ((first & 0x8U) != 0) first |= once_in(20) ? 0U : 0x80U;
        if ((first & 0x8U) == 0 && !once_in(20))
            first = in_message_ ? first & 0xF0U : std::max(first, (first & 0x80U) | 1U);
        if (once_in(40)) first ^= 1U << pick(8);
        if ((first & 0x8U) == 0) in_message_ = (first & 0x80U) == 0;
        add_head(first, payload_for(first));
    }

    std::string payload_for(unsigned first) {
        if ((first & 0x0FU) == 8) {
            constexpr unsigned codes[] = {0, 1000, 1001, 1004, 1005, 1006, 1011, 1015, 2999, 3000, 4999};
            const unsigned code = codes[pick(std::size(codes))];
            const std::string close{static_cast<char>(code >> 8), static_cast<char>(code)};
            return once_in(3) ? close.substr(0, pick(2)) : close + (once_in(2) ? "bye" : "");
        }
        std::string payload(once_in(10) ? 100 + pick(150) : pick(20), 'a');
        for (char& character : payload) character = static_cast<char>('a' + pick(26));
        return payload;
    }

    void add_head(unsigned first, const std::string& payload) {
        const bool is_masked = !once_in(60);
        const unsigned mask_bit = is_masked ? 0x80 : 0;
        bytes += static_cast<char>(first);
        if (payload.size() < 126 && !once_in(40)) {
            bytes += static_cast<char>(mask_bit | payload.size());
        } else if (!once_in(20)) {
            bytes += {static_cast<char>(mask_bit | 126), 0, static_cast<char>(payload.size())};
        } else {
            bytes += {static_cast<char>(mask_bit | 127), 0, 0, 0, 0, 0, 0, 0, static_cast<char>(payload.size())};
        }
        std::string mask(is_masked ? 4 : 0, '\0');
        for (char& byte : mask) byte = static_cast<char>(pick(256));
        bytes += mask;
        for (std::size_t at = 0; at < payload.size(); ++at) {
            bytes += static_cast<char>(is_masked ? payload[at] ^ mask[at % 4] : payload[at]);
        }
    }

    std::mt19937 random_;
    bool in_message_ = false;
};

std::string ended(std::string_view how, unsigned code) { return std::string(how) + ' ' + std::to_string(code); }

// Each thing that was seen, as text; the last may say how it ended.
using Seen = std::vector<std::string>;

Seen seen_by_us(std::string bytes) {
    using Kind = Incoming::Kind;
    FrameReader reader(message_max);
    Seen seen;
    std::span<char> left(bytes);
    for (auto incoming = reader.next(left); incoming.kind != Kind::Nothing; incoming = reader.next(left)) {
        const std::string payload(incoming.payload);
        if (incoming.kind == Kind::Text) seen.push_back("text " + payload);
        if (incoming.kind == Kind::Binary) seen.push_back("binary " + payload);
        if (incoming.kind == Kind::Ping) seen.push_back("ping " + payload);
        if (incoming.kind == Kind::Pong) seen.push_back("pong " + payload);
        if (incoming.kind == Kind::Close) seen.push_back(ended("close", incoming.code));
        if (incoming.kind == Kind::Failure) seen.push_back(ended("failure", incoming.code));
        if (incoming.kind == Kind::TooLarge) return seen.emplace_back("too large"), seen;
    }
    return seen;
}

class BeastReader {
public:
    BeastReader() {
        client_.connect(stream_.next_layer());
        stream_.next_layer().append(
            "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        stream_.accept();
        stream_.read_message_max(message_max);
        stream_.control_callback([this](websocket::frame_type kind, beast::string_view payload) {
            if (kind == websocket::frame_type::ping) seen_.push_back("ping " + std::string(payload));
            if (kind == websocket::frame_type::pong) seen_.push_back("pong " + std::string(payload));
        });
    }

    Seen read(const std::string& bytes) {
        stream_.next_layer().append(bytes);
        read_next();
        context_.run_for(std::chrono::milliseconds(0));
        context_.poll();
        return seen_;
    }

private:
    void read_next() {
        stream_.async_read(message_, [this](beast::error_code failure, std::size_t) {
            if (failure) return end(failure);
            seen_.push_back((stream_.got_text() ? "text " : "binary ") + beast::buffers_to_string(message_.data()));
            message_.clear();
            read_next();
        });
    }

    void end(beast::error_code failure) {
        if (failure == websocket::error::closed) {
            const unsigned code = stream_.reason().code;
            seen_.push_back(ended("close", code == 0 ? close_code_missing : code));
        } else if (failure == websocket::error::message_too_big) {
            seen_.emplace_back("too large");
        } else {
            seen_.push_back(ended("failure", failure == websocket::error::bad_frame_payload ? 1007 : 1002));
        }
    }

    boost::asio::io_context context_;
    beast::test::stream client_{context_};
    websocket::stream<beast::test::stream> stream_{context_};
    beast::flat_buffer message_;
    Seen seen_;
};

TEST(FrameReaderDifferenceTest, SeesWhatBeastSees) {
    for (unsigned seed = 0; seed < conversations; ++seed) {
        const Conversation conversation(seed);
        BeastReader beast_reader;
        ASSERT_EQ(seen_by_us(conversation.bytes), beast_reader.read(conversation.bytes)) << "seed " << seed;
    }
}

}  // namespace
}  // namespace parley::net
