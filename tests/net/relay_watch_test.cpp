#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "tests/net/client.hpp"
#include "tests/net/running_server.hpp"
#include "tests/relay/coturn.hpp"

namespace parley::net {
namespace {

/// What a server reports; it is told on the server's thread and read on the test's.
class Reports {
public:
    [[nodiscard]] std::function<void(const std::string&)> listener() {
        return [this](const std::string& line) {
            const std::lock_guard lock(mutex_);
            lines_.push_back(line);
            changed_.notify_all();
        };
    }
    std::vector<std::string> wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        EXPECT_TRUE(changed_.wait_for(lock, std::chrono::seconds(20), [&] { return lines_.size() >= count; }));
        return lines_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> lines_;
};

ServerSettings with_relays(std::vector<std::string> urls, const std::string& secret, Reports& reports) {
    ServerSettings settings = quick_settings();
    settings.ice = {.stun_urls = {}, .turn_urls = std::move(urls), .turn_secret = secret};
    settings.report = reports.listener();
    return settings;
}

std::string readiness_of(const RunningServer& server) {
    const auto answer = get(server.port(), "/readyz");
    EXPECT_EQ(answer.status, 200U);
    EXPECT_EQ(answer.headers.at("content-type"), "application/json");
    EXPECT_EQ(answer.headers.at("cache-control"), "no-store");
    return answer.body;
}

TEST(RelayWatch, SaysNothingWhereThereIsNoRelay) {
    RunningServer server;
    EXPECT_EQ(readiness_of(server), R"({"ready":true,"relays_work":true,"relays":[]})");
}

TEST(RelayWatch, ReportsARelayThatWorks) {
    const relay::Coturn coturn;
    Reports reports;
    RunningServer server(with_relays({coturn.udp_url(), coturn.tcp_url()}, relay::relay_secret, reports));
    EXPECT_EQ(reports.wait_for(2),
              (std::vector<std::string>{coturn.udp_url() + " works", coturn.tcp_url() + " works"}));
    EXPECT_EQ(readiness_of(server), R"({"ready":true,"relays_work":true,"relays":[{"url":")" + coturn.udp_url() +
                                        R"(","state":"works"},{"url":")" + coturn.tcp_url() +
                                        R"(","state":"works"}]})");
}

TEST(RelayWatch, ReportsARelayThatKnowsAnotherSecretAndIsReadyAllTheSame) {
    const relay::Coturn coturn;
    Reports reports;
    RunningServer server(with_relays({coturn.udp_url()}, "another secret of 16", reports));
    EXPECT_EQ(reports.wait_for(1), (std::vector<std::string>{coturn.udp_url() + " refuses our credentials"}));
    EXPECT_EQ(readiness_of(server), R"({"ready":true,"relays_work":false,"relays":[{"url":")" + coturn.udp_url() +
                                        R"(","state":"refuses our credentials"}]})");
}

TEST(RelayWatch, ReportsOnlyWhatChanged) {
    const std::string nobody = "turn:127.0.0.1:" + std::to_string(relay::free_port());
    std::optional<relay::Coturn> coturn(std::in_place);
    Reports reports;
    auto settings = with_relays({nobody, coturn->tcp_url()}, relay::relay_secret, reports);
    settings.relay_pace.interval = std::chrono::milliseconds(5);
    RunningServer server(settings);
    reports.wait_for(2);
    const std::string url = coturn->tcp_url();
    coturn.reset();
    EXPECT_EQ(reports.wait_for(3),
              (std::vector<std::string>{nobody + " does not answer", url + " works", url + " does not answer"}));
}

TEST(RelayWatch, DoesNotKeepTheServerFromServingNorFromEnding) {
    boost::asio::io_context context;
    const boost::asio::ip::udp::socket silent(
        context, boost::asio::ip::udp::endpoint(boost::asio::ip::address_v4::loopback(), 0));
    const std::string url = "turn:127.0.0.1:" + std::to_string(silent.local_endpoint().port());
    Reports reports;
    RunningServer server(with_relays({url}, relay::relay_secret, reports));
    EXPECT_NE(readiness_of(server).find("is not tried out yet"), std::string::npos);
    server.stop();
}

}  // namespace
}  // namespace parley::net
