#pragma once

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "auth/identity.hpp"
#include "net/server.hpp"
#include "protocol/base64url.hpp"

namespace parley::net {

/// The files of `page`, embedded as those of the real page are.
std::span<const EmbeddedAsset> test_page_assets();

/// Settings for tests that wait for time limits: what is late is found at once.
inline ServerSettings quick_settings() {
    ServerSettings settings;
    settings.secret = "of all servers in tests";
    settings.timeouts.look = std::chrono::milliseconds(5);
    return settings;
}

/// A server on a port of its own and a thread of its own, from the construction to the end of the test.
class RunningServer {
public:
    explicit RunningServer(
        ServerSettings settings = quick_settings(),
        std::unique_ptr<AssetSource> assets = std::make_unique<EmbeddedAssetSource>(test_page_assets())) {
        settings.port = 0;
        auto opened = Server::open(std::move(settings), std::move(assets));
        EXPECT_TRUE(opened.ok());
        server_ = std::move(opened).value();
        thread_ = std::thread([this] { server_->run(); });
    }
    ~RunningServer() { stop(); }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    [[nodiscard]] std::string origin() const { return "http://127.0.0.1:" + std::to_string(port()); }

    void begin_stop() { server_->stop(); }

    /// For a server that ends by itself.
    void wait_for_end() { thread_.join(); }

    /// Returns when `run` has returned and every socket is closed. There is no port any more then.
    void stop() {
        if (!thread_.joinable()) return;
        // The second time means: without waiting for anybody.
        server_->stop();
        server_->stop();
        thread_.join();
        server_.reset();
    }

private:
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

/// A join of the room that belongs to its access, by a peer made from `number`.
inline protocol::Join valid_join(std::uint8_t number) {
    std::array<std::uint8_t, auth::access_size> access{};
    std::array<std::uint8_t, auth::secret_size> secret{number};
    std::array<std::uint8_t, auth::sign_size> sign{4, number};
    protocol::Join join;
    join.room = auth::room_for_access(access);
    join.access = encode_base64url(access);
    join.secret = encode_base64url(secret);
    join.sign = encode_base64url(sign);
    join.presence = "presence " + std::to_string(number);
    return join;
}

}  // namespace parley::net
