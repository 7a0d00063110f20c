#include "net/websocket_frames.hpp"

#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace parley::net {
namespace {

constexpr std::uint16_t protocol_error = 1002;
constexpr std::uint16_t invalid_text = 1007;

constexpr std::uint8_t final_bit = 0x80;
constexpr std::uint8_t reserved_bits = 0x70;
constexpr std::uint8_t mask_bit = 0x80;
constexpr std::uint8_t size_bits = 0x7F;
// The sizes that say how many bytes of size follow.
constexpr std::uint8_t two_bytes_of_size = 126;
constexpr std::uint8_t eight_bytes_of_size = 127;
constexpr std::size_t short_head_size = 2;
constexpr std::size_t mask_size = 4;
constexpr std::size_t server_head_max = 10;

std::size_t bytes_of_size(std::uint8_t second) {
    switch (second & size_bits) {
        case two_bytes_of_size:
            return 2;
        case eight_bytes_of_size:
            return 8;
        default:
            return 0;
    }
}

std::uint64_t read_big_endian(std::span<const std::uint8_t> bytes) {
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes) number = number << 8 | byte;
    return number;
}

void append_big_endian(std::string& to, std::uint64_t number, std::size_t size) {
    for (std::size_t left = size; left > 0; --left) to += static_cast<char>(number >> (8 * (left - 1)));
}

bool is_text(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

// With its memory.
void release(std::string& text) { std::string().swap(text); }

// RFC 6455 section 7.4 with what IANA registered since; the rest below 3000 is nobody's, or never sent.
bool may_be_sent(std::uint64_t code) {
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

}  // namespace

Incoming FrameReader::next(std::span<char>& bytes) {
    // What the last call pointed to is not needed any more.
    if (message_opcode_ == Opcode::Continuation && !message_.empty()) release(message_);
    if (!in_payload_ && !control_.empty()) release(control_);
    while (skipping_ != Skipping::Everything) {
        if (!in_payload_) {
            if (!take_head(bytes)) return {};
            const Incoming complaint = begin_payload();
            if (complaint.kind != Incoming::Kind::Nothing) return complaint;
        }
        const auto part = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size())));
        bytes = bytes.subspan(part.size());
        left_ -= part.size();
        in_payload_ = left_ > 0;
        unmask(part);
        const std::string_view payload(part.data(), part.size());
        const Incoming incoming = is_control() ? take_control(payload) : take_data(payload);
        if (incoming.kind != Incoming::Kind::Nothing || in_payload_) return incoming;
    }
    bytes = {};
    return {};
}

// True once the head is whole, or enough of it is there to refuse it.
bool FrameReader::take_head(std::span<char>& bytes) {
    if (!take_head_up_to(short_head_size, bytes)) return false;
    return !is_start_allowed() || take_head_up_to(short_head_size + bytes_of_size(head_[1]) + mask_size, bytes);
}

bool FrameReader::take_head_up_to(std::size_t size, std::span<char>& bytes) {
    if (head_taken_ >= size) return true;
    const std::size_t count = std::min(size - head_taken_, bytes.size());
    std::memcpy(head_.data() + head_taken_, bytes.data(), count);
    head_taken_ += static_cast<std::uint8_t>(count);
    bytes = bytes.subspan(count);
    return head_taken_ == size;
}

bool FrameReader::is_start_allowed() const {
    if ((head_[0] & reserved_bits) != 0 || (head_[1] & mask_bit) == 0) return false;
    switch (opcode()) {
        case Opcode::Continuation:
            return message_opcode_ != Opcode::Continuation;
        case Opcode::Text:
        case Opcode::Binary:
            return message_opcode_ == Opcode::Continuation;
        case Opcode::Close:
        case Opcode::Ping:
        case Opcode::Pong:
            return is_final() && (head_[1] & size_bits) <= control_payload_max;
    }
    return false;
}

Incoming FrameReader::begin_payload() {
    if (!is_start_allowed()) return fail(protocol_error);
    const std::uint8_t short_size = head_[1] & size_bits;
    const std::span size_after = std::span(head_).subspan(short_head_size, bytes_of_size(head_[1]));
    left_ = size_after.empty() ? short_size : read_big_endian(size_after);
    // The shortest way to say a size is the only one, and its first bit says nothing.
    if (short_size == two_bytes_of_size && left_ < two_bytes_of_size) return fail(protocol_error);
    if (short_size == eight_bytes_of_size && (left_ <= 0xFFFF || left_ >> 63 != 0)) return fail(protocol_error);
    std::memcpy(mask_.data(), head_.data() + short_head_size + size_after.size(), mask_size);
    head_taken_ = 0;
    in_payload_ = true;
    if (is_control()) return {};
    if (opcode() != Opcode::Continuation) message_opcode_ = opcode();
    if (skipping_ == Skipping::Messages || left_ <= message_max_ - message_.size()) return {};
    skipping_ = Skipping::Messages;
    release(message_);
    return {.kind = Incoming::Kind::TooLarge};
}

Incoming FrameReader::take_data(std::string_view part) {
    const bool is_end = !in_payload_ && is_final();
    if (skipping_ == Skipping::Messages) {
        if (is_end) message_opcode_ = Opcode::Continuation;
        return {};
    }
    // Nearly always all of it is there, and nothing is copied.
    if (is_end && message_.empty()) return finish_message(part);
    message_ += part;
    return is_end ? finish_message(message_) : Incoming{};
}

Incoming FrameReader::finish_message(std::string_view payload) {
    const Opcode kind = std::exchange(message_opcode_, Opcode::Continuation);
    if (kind == Opcode::Binary) return {.kind = Incoming::Kind::Binary, .payload = payload};
    if (!is_text(payload)) return fail(invalid_text);
    return {.kind = Incoming::Kind::Text, .payload = payload};
}

Incoming FrameReader::take_control(std::string_view part) {
    if (!in_payload_ && control_.empty()) return finish_control(part);
    control_ += part;
    return in_payload_ ? Incoming{} : finish_control(control_);
}

Incoming FrameReader::finish_control(std::string_view payload) {
    if (opcode() == Opcode::Ping) return {.kind = Incoming::Kind::Ping, .payload = payload};
    if (opcode() == Opcode::Pong) return {.kind = Incoming::Kind::Pong, .payload = payload};
    return finish_close(payload);
}

Incoming FrameReader::finish_close(std::string_view payload) {
    // Nothing may follow it.
    skipping_ = Skipping::Everything;
    if (payload.empty()) return {.kind = Incoming::Kind::Close, .code = close_code_missing};
    if (payload.size() < sizeof(std::uint16_t)) return fail(protocol_error);
    const auto code = static_cast<std::uint16_t>(static_cast<unsigned char>(payload[0]) << 8 |
                                                 static_cast<unsigned char>(payload[1]));
    if (!may_be_sent(code)) return fail(protocol_error);
    if (!is_text(payload.substr(sizeof code))) return fail(invalid_text);
    return {.kind = Incoming::Kind::Close, .code = code};
}

Incoming FrameReader::fail(std::uint16_t code) {
    skipping_ = Skipping::Everything;
    return {.kind = Incoming::Kind::Failure, .code = code};
}

void FrameReader::unmask(std::span<char> part) {
    const auto word_mask = std::bit_cast<std::uint64_t>(
        std::array{mask_[0], mask_[1], mask_[2], mask_[3], mask_[0], mask_[1], mask_[2], mask_[3]});
    std::size_t done = 0;
    for (; done + sizeof word_mask <= part.size(); done += sizeof word_mask) {
        std::uint64_t word = 0;
        std::memcpy(&word, part.data() + done, sizeof word);
        word ^= word_mask;
        std::memcpy(part.data() + done, &word, sizeof word);
    }
    for (; done < part.size(); ++done) part[done] = static_cast<char>(part[done] ^ mask_[done % mask_size]);
    std::ranges::rotate(mask_, mask_.begin() + static_cast<std::ptrdiff_t>(part.size() % mask_size));
}

std::string& FrameWriter::begin() {
    bytes_.assign(server_head_max, '\0');
    return bytes_;
}

std::string_view FrameWriter::finish(Opcode opcode) {
    const std::size_t payload_size = bytes_.size() - server_head_max;
    std::string head(1, static_cast<char>(final_bit | static_cast<std::uint8_t>(opcode)));
    if (payload_size < two_bytes_of_size) {
        head += static_cast<char>(payload_size);
    } else if (payload_size <= 0xFFFF) {
        head += static_cast<char>(two_bytes_of_size);
        append_big_endian(head, payload_size, 2);
    } else {
        head += static_cast<char>(eight_bytes_of_size);
        append_big_endian(head, payload_size, 8);
    }
    const std::size_t start = server_head_max - head.size();
    bytes_.replace(start, head.size(), head);
    return std::string_view(bytes_).substr(start);
}

std::string_view FrameWriter::close(std::uint16_t code) {
    std::string& payload = begin();
    if (code != close_code_missing) append_big_endian(payload, code, sizeof code);
    return finish(Opcode::Close);
}

}  // namespace parley::net
