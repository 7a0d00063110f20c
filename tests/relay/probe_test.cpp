#include "relay/probe.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/udp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "tests/relay/coturn.hpp"

namespace parley::relay {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::milliseconds patience{5'000};

std::int64_t seconds_from_now(std::int64_t seconds) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count() + seconds;
}

auth::RelayCredential credential(const char* secret = relay_secret, std::int64_t lifetime_s = 600) {
    return auth::make_relay_credential(auth::bytes_of(secret), "somebody", seconds_from_now(lifetime_s));
}

Verdict probed(const std::string& url, auth::RelayCredential with = credential(),
               std::chrono::milliseconds within = patience) {
    asio::io_context context;
    Verdict verdict = Verdict::Fails;
    asio::co_spawn(context, probe(parse_url(url).value(), std::move(with), within),
                   [&](const std::exception_ptr& thrown, Verdict given) {
                       EXPECT_EQ(thrown, nullptr);
                       verdict = given;
                   });
    context.run();
    return verdict;
}

/// One relay for all of them.
class Probe : public testing::Test {
protected:
    static void SetUpTestSuite() { coturn = new Coturn; }
    static void TearDownTestSuite() { delete std::exchange(coturn, nullptr); }

    static std::vector<std::string> all_urls() { return {coturn->udp_url(), coturn->tcp_url(), coturn->tls_url()}; }

    static inline Coturn* coturn = nullptr;
};

TEST_F(Probe, FindsThatARelayWorksOverUdpTcpAndTls) {
    const Trust trust(coturn->certificate());
    for (const std::string& url : all_urls()) EXPECT_EQ(probed(url), Verdict::Works) << url;
}

TEST_F(Probe, FindsThatARelayKnowsAnotherSecret) {
    const Trust trust(coturn->certificate());
    for (const std::string& url : all_urls()) {
        EXPECT_EQ(probed(url, credential("another secret")), Verdict::RefusesCredentials) << url;
    }
}

TEST_F(Probe, FindsThatACredentialIsOver) {
    const Trust trust(coturn->certificate());
    for (const std::string& url : all_urls()) {
        EXPECT_EQ(probed(url, credential(relay_secret, -600)), Verdict::RefusesCredentials) << url;
    }
}

TEST_F(Probe, DoesNotTrustACertificateThatNobodyVouchesFor) {
    EXPECT_EQ(probed(coturn->tls_url()), Verdict::IsNotTrusted);
}

TEST_F(Probe, DoesNotTrustTheCertificateOfAnother) {
    const Trust trust(coturn->certificate());
    std::string url = coturn->tls_url();
    EXPECT_EQ(probed(url.replace(url.find("127.0.0.1"), 9, "localhost")), Verdict::IsNotTrusted);
}

TEST_F(Probe, LooksUpTheNameOfARelay) {
    for (std::string url : {coturn->udp_url(), coturn->tcp_url()}) {
        EXPECT_EQ(probed(url.replace(url.find("127.0.0.1"), 9, "localhost")), Verdict::Works) << url;
    }
}

TEST(ProbeOfNobody, FindsThatNobodyListens) {
    const std::string place = "127.0.0.1:" + std::to_string(free_port());
    for (const std::string& url : {"turn:" + place, "turn:" + place + "?transport=tcp", "turns:" + place}) {
        EXPECT_EQ(probed(url), Verdict::DoesNotAnswer) << url;
    }
}

/// A relay that hears nothing of the first datagram and answers the second with an error.
asio::awaitable<void> answer_the_second(asio::ip::udp::socket& socket) {
    std::vector<std::uint8_t> request(message_max);
    asio::ip::udp::endpoint from;
    co_await socket.async_receive_from(asio::buffer(request), from, asio::use_awaitable);
    const std::size_t size = co_await socket.async_receive_from(asio::buffer(request), from, asio::use_awaitable);
    TransactionId transaction{};
    EXPECT_TRUE(Message::read(Bytes(request).first(size)));
    std::copy_n(request.begin() + 8, transaction.size(), transaction.begin());
    const MessageWriter answer(Kind::Error, Method::Allocate, transaction);
    co_await socket.async_send_to(asio::buffer(answer.bytes().data(), answer.bytes().size()), from,
                                  asio::use_awaitable);
}

TEST(ProbeOverUdp, SaysAgainWhatGotLost) {
    asio::io_context context;
    asio::ip::udp::socket socket(context, asio::ip::udp::endpoint(asio::ip::address_v4::loopback(), 0));
    const std::string url = "turn:127.0.0.1:" + std::to_string(socket.local_endpoint().port());
    Verdict verdict = Verdict::DoesNotAnswer;
    asio::co_spawn(context, answer_the_second(socket), asio::detached);
    asio::co_spawn(context, probe(parse_url(url).value(), credential(), patience),
                   [&](const std::exception_ptr& /*thrown*/, Verdict given) {
                       verdict = given;
                       context.stop();
                   });
    context.run();
    EXPECT_EQ(verdict, Verdict::Fails);
}

TEST(ProbeOfNobody, DoesNotWaitForEverForWhoSaysNothing) {
    asio::io_context context;
    const asio::ip::address_v4 address = asio::ip::address_v4::loopback();
    const asio::ip::udp::socket silent(context, asio::ip::udp::endpoint(address, 0));
    const asio::ip::tcp::acceptor idle(context, asio::ip::tcp::endpoint(address, 0));
    const std::string udp = "turn:127.0.0.1:" + std::to_string(silent.local_endpoint().port());
    const std::string place = "127.0.0.1:" + std::to_string(idle.local_endpoint().port());
    for (const std::string& url : {udp, "turn:" + place + "?transport=tcp", "turns:" + place}) {
        EXPECT_EQ(probed(url, credential(), std::chrono::milliseconds(50)), Verdict::DoesNotAnswer) << url;
    }
}

}  // namespace
}  // namespace parley::relay
