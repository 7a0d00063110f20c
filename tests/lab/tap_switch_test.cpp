#include "tests/lab/tap_switch.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <string>
#include <vector>

// Real packets of this machine's kernel through the switch. Only bounds that hold on any machine are checked: that
// nothing comes sooner than it may, and what arrives at all.

namespace parley::lab {
namespace {

constexpr TimeUs patience_us = 10'000'000;
constexpr std::uint16_t port_number = 7;
constexpr InternetAddress network_address = 0x0a5a0000;

sockaddr_in socket_address(InternetAddress address) {
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(port_number);
    result.sin_addr.s_addr = htonl(address);
    return result;
}

const sockaddr* generic(const sockaddr_in& address) { return reinterpret_cast<const sockaddr*>(&address); }

/// Gives the interface `name` of this namespace an address in a network of 256.
bool set_address(const std::string& name, InternetAddress address) {
    const FileDescriptor any_socket(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ifreq request{};
    name.copy(std::data(request.ifr_name), IFNAMSIZ - 1);
    const sockaddr_in own = socket_address(address);
    std::memcpy(&request.ifr_addr, &own, sizeof own);
    if (ioctl(any_socket.number(), SIOCSIFADDR, &request) != 0) return false;
    const sockaddr_in mask = socket_address(0xffffff00);
    std::memcpy(&request.ifr_netmask, &mask, sizeof mask);
    return ioctl(any_socket.number(), SIOCSIFNETMASK, &request) == 0;
}

/// Two namespaces joined by the switch, with a datagram socket in each.
class TapSwitchTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(home.is_open()) << "this system has no network namespaces";
        std::vector<TapDevice> devices;
        for (const std::string name : {"ann", "ben"}) {
            ASSERT_EQ(unshare(CLONE_NEWNET), 0) << "network namespaces may not be made here";
            auto device = TapDevice::open(name, hardware_address(devices.size()));
            ASSERT_TRUE(device) << "tap devices may not be made here";
            devices.push_back(std::move(*device));
            const InternetAddress address = network_address + static_cast<InternetAddress>(devices.size());
            ASSERT_TRUE(set_address(name, address));
            sockets.emplace_back(socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
            const sockaddr_in own = socket_address(address);
            ASSERT_EQ(bind(sockets.back().number(), generic(own), sizeof own), 0);
        }
        lab.emplace(std::vector<std::string>{"ann", "ben"}, std::move(devices), 1);
        // Whoever has not been asked for an address yet is asked first; afterwards every datagram is one frame.
        send_to_ben("hello");
        ASSERT_EQ(next_at_ben(), "hello");
    }

    void TearDown() override {
        if (home.is_open()) {
            EXPECT_EQ(setns(home.number(), CLONE_NEWNET), 0);
        }
    }

    void send_to_ben(const std::string& text) {
        const sockaddr_in ben = socket_address(network_address + 2);
        EXPECT_EQ(sendto(sockets[0].number(), text.data(), text.size(), 0, generic(ben), sizeof ben), std::ssize(text));
    }

    /// The next datagram that reaches Ben; nothing when none comes for long.
    std::string next_at_ben() {
        std::array<char, 2048> buffer{};
        for (const TimeUs end = now() + patience_us; now() < end;) {
            const auto size = recv(sockets[1].number(), buffer.data(), buffer.size(), 0);
            if (size >= 0) return {buffer.data(), static_cast<std::size_t>(size)};
            lab->run_once(sockets[1].number(), patience_us);
        }
        return {};
    }

    /// What Ben gets before the datagram "end", which is sent last and over a line that loses nothing.
    std::vector<std::string> all_at_ben() {
        lab->obey("ann loss_percent=0 cut=0");
        send_to_ben("end");
        std::vector<std::string> texts;
        for (std::string text = next_at_ben(); !text.empty() && text != "end"; text = next_at_ben())
            texts.push_back(text);
        return texts;
    }

    static TimeUs now() {
        using std::chrono::microseconds;
        return std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }

    FileDescriptor home{open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)};
    std::vector<FileDescriptor> sockets;
    std::optional<TapSwitch> lab;
};

TEST_F(TapSwitchTest, NothingArrivesBeforeItsDelay) {
    EXPECT_EQ(lab->obey("ann out delay_ms=40"), "ok");
    EXPECT_EQ(lab->obey("ben in delay_ms=40"), "ok");
    const TimeUs start = now();
    send_to_ben("late");
    EXPECT_EQ(next_at_ben(), "late");
    EXPECT_GE(now() - start, 80'000);
}

TEST_F(TapSwitchTest, WhatIsSentOverACutLineNeverArrives) {
    lab->obey("ann cut=1");
    send_to_ben("lost");
    // Taken from the kernel while the line is still cut.
    lab->run_once(-1, patience_us);
    lab->obey("ann cut=0");
    send_to_ben("found");
    EXPECT_EQ(all_at_ben(), std::vector<std::string>{"found"});
}

TEST_F(TapSwitchTest, ARateTakesItsTime) {
    // Twenty datagrams of 1,000 bytes are 166,720 bits and more with their headers.
    EXPECT_EQ(lab->obey("ann out rate_kbit_per_s=800"), "ok");
    const TimeUs start = now();
    for (int index = 0; index < 20; ++index) send_to_ben(std::string(1000, 'x'));
    EXPECT_EQ(all_at_ben().size(), 20U);
    EXPECT_GE(now() - start, 166'720 * 1'000 / 800);
}

TEST_F(TapSwitchTest, LossTakesSomeAndLeavesTheOrder) {
    EXPECT_EQ(lab->obey("ann out loss_percent=50"), "ok");
    for (int index = 100; index < 200; ++index) {
        send_to_ben(std::to_string(index));
        lab->run_once(-1, 0);
    }
    const auto arrived = all_at_ben();
    EXPECT_GT(arrived.size(), 20U);
    EXPECT_LT(arrived.size(), 80U);
    EXPECT_TRUE(std::ranges::is_sorted(arrived));
}

}  // namespace
}  // namespace parley::lab
