#pragma once

#include <gtest/gtest.h>
#include <poll.h>
#include <stdlib.h>

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "tests/net/process.hpp"

/// A real relay for tests: coturn on this machine, with files of its own. That it is missing is a failure.
namespace parley::relay {

inline constexpr const char* relay_secret = "shared with the relays";

/// A port of 127.0.0.1 on which nobody listens, over UDP as over TCP.
inline std::uint16_t free_port() {
    using boost::asio::ip::tcp;
    using boost::asio::ip::udp;
    boost::asio::io_context context;
    const auto address = boost::asio::ip::address_v4::loopback();
    for (;;) {
        const tcp::acceptor listener(context, tcp::endpoint(address, 0));
        udp::socket socket(context, udp::v4());
        boost::system::error_code taken;
        socket.bind({address, listener.local_endpoint().port()}, taken);
        if (!taken) return listener.local_endpoint().port();
    }
}

class Coturn {
public:
    Coturn() : folder_(make_folder()), port_(free_port()), tls_port_(free_port()) {
        make_certificate();
        write_settings();
        process_.emplace("turnserver", std::vector<std::string>{"-c", (folder_ / "settings").string()});
        wait_until_it_listens();
    }
    ~Coturn() {
        process_.reset();
        std::filesystem::remove_all(folder_);
    }
    Coturn(const Coturn&) = delete;
    Coturn& operator=(const Coturn&) = delete;

    [[nodiscard]] std::string udp_url() const { return "turn:127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::string tcp_url() const { return udp_url() + "?transport=tcp"; }
    [[nodiscard]] std::string tls_url() const { return "turns:127.0.0.1:" + std::to_string(tls_port_); }

    /// Its own authority.
    [[nodiscard]] std::string certificate() const { return (folder_ / "certificate").string(); }

private:
    static std::filesystem::path make_folder() {
        std::string pattern = testing::TempDir() + "parley-coturn-XXXXXX";
        return ::mkdtemp(pattern.data());
    }

    void make_certificate() const {
        Process openssl("openssl", {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                                    "-days", "1", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                                    "-keyout", (folder_ / "key").string(), "-out", certificate()});
        EXPECT_EQ(openssl.wait(), 0) << "openssl makes the certificate (Debian: apt-get install openssl)";
    }

    void write_settings() const {
        std::ofstream(folder_ / "settings")
            << "listening-ip=127.0.0.1\nrelay-ip=127.0.0.1\n"
            << "listening-port=" << port_ << "\ntls-listening-port=" << tls_port_
            << "\nuse-auth-secret\nstatic-auth-secret=" << relay_secret
            << "\nrealm=parley\nfingerprint\nno-cli\nno-dtls\nno-rfc5780\n"
            << "cert=" << certificate() << "\npkey=" << (folder_ / "key").string()
            << "\nuserdb=" << (folder_ / "users").string() << "\npidfile=" << (folder_ / "process").string()
            << "\nlog-file=stdout\nsimple-log\n";
    }

    [[nodiscard]] bool takes_tls() const {
        boost::asio::io_context context;
        boost::asio::ip::tcp::socket socket(context);
        boost::system::error_code failure;
        socket.connect({boost::asio::ip::address_v4::loopback(), tls_port_}, failure);
        return !failure;
    }

    /// To a binding request (RFC 8489, 2.1).
    [[nodiscard]] bool answers_udp() const {
        constexpr int patience_ms = 100;
        constexpr std::array<unsigned char, 20> request = {0, 1, 0, 0, 0x21, 0x12, 0xA4, 0x42};
        boost::asio::io_context context;
        boost::asio::ip::udp::socket socket(context, boost::asio::ip::udp::v4());
        boost::system::error_code failure;
        socket.connect({boost::asio::ip::address_v4::loopback(), port_}, failure);
        socket.send(boost::asio::buffer(request), 0, failure);
        pollfd readable{.fd = socket.native_handle(), .events = POLLIN, .revents = 0};
        if (failure || ::poll(&readable, 1, patience_ms) != 1) return false;
        std::array<unsigned char, 512> answer{};
        return socket.receive(boost::asio::buffer(answer), 0, failure) > 0 && !failure;
    }

    /// TLS may be there before UDP is.
    void wait_until_it_listens() const {
        constexpr int attempts_max = 500;
        constexpr int pause_ms = 20;
        for (int attempt = 0; attempt < attempts_max; ++attempt) {
            if (takes_tls() && answers_udp()) return;
            ::poll(nullptr, 0, pause_ms);
        }
        ADD_FAILURE() << "turnserver does not start (Debian: apt-get install coturn)";
    }

    std::filesystem::path folder_;
    std::uint16_t port_;
    std::uint16_t tls_port_;
    std::optional<Process> process_;
};

/// The processes that tests start trust no other authority meanwhile, nor does this one.
class Trust {
public:
    explicit Trust(const std::string& certificate) { ::setenv("SSL_CERT_FILE", certificate.c_str(), 1); }
    ~Trust() { ::unsetenv("SSL_CERT_FILE"); }
    Trust(const Trust&) = delete;
    Trust& operator=(const Trust&) = delete;
};

}  // namespace parley::relay
