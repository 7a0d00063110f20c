#include "tests/bench/relay/peer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "auth/identity.hpp"
#include "protocol/base64url.hpp"
#include "protocol/limits.hpp"

namespace parley::bench {
namespace {

// About what a sealed presence takes.
constexpr std::size_t presence_size = 850;

template <std::size_t size>
std::array<std::uint8_t, size> numbered_bytes(std::uint32_t number, std::uint8_t first) {
    std::array<std::uint8_t, size> bytes{first};
    for (std::size_t index = 0; index < sizeof number; ++index) {
        bytes[index + 1] = static_cast<std::uint8_t>(number >> (8 * index));
    }
    return bytes;
}

std::string parley_join(std::uint32_t number) {
    const auto access = numbered_bytes<auth::access_size>(number / 2, 1);
    return R"({"type":"join","room":")" + auth::room_for_access(access).value + R"(","access":")" +
           encode_base64url(access) + R"(","secret":")" +
           encode_base64url(numbered_bytes<auth::secret_size>(number, 2)) + R"(","sign":")" +
           encode_base64url(numbered_bytes<auth::sign_size>(number, 4)) + R"(","presence":")" +
           std::string(presence_size, 'p') + R"("})";
}

std::string bare_join(std::uint32_t number) {
    return R"({"type":"join","room":"room-)" + std::to_string(number / 2) + R"(","presence":")" +
           std::string(presence_size, 'p') + R"("})";
}

}  // namespace

Peer::Peer(const Options& options, int epoll, std::uint32_t number)
    : options_(options), number_(number), socket_(epoll, number, options.port) {}

void Peer::join() {
    socket_.send_text(options_.subject == Subject::Parley ? parley_join(number_) : bare_join(number_));
}

void Peer::send(TimePoint now) {
    text_.assign(R"({"type":"send","n":)");
    text_ += std::to_string(next_n_++);
    text_ += R"(,"body":")";
    text_.append(options_.body_size, 'b');
    text_ += R"("})";
    sending_ = true;
    sent_at_ = now;
    socket_.send_text(text_);
}

Heard Peer::hear(std::string_view frame) {
    take_number(frame);
    if (frame.find(R"("type":"message")") != std::string_view::npos) {
        if (frame.size() < options_.body_size) fail("a message came without its body");
        return Heard::Message;
    }
    if (frame.find(R"("type":"error")") != std::string_view::npos) fail(frame);
    if (frame.find(R"("type":"joined")") == std::string_view::npos) return Heard::Other;
    entered_ = true;
    return Heard::Entered;
}

void Peer::take_number(std::string_view frame) {
    constexpr std::string_view member = R"("s":)";
    const std::size_t found = frame.rfind(member);
    if (options_.subject != Subject::Parley || found == std::string_view::npos) return;
    std::from_chars(frame.data() + found + member.size(), frame.data() + frame.size(), got_);
    if (got_ - acknowledged_ >= limits::acknowledge_every) acknowledge();
}

void Peer::acknowledge() {
    if (got_ == acknowledged_) return;
    acknowledged_ = got_;
    socket_.send_text(R"({"type":"ack","got":)" + std::to_string(got_) + '}');
}

}  // namespace parley::bench
