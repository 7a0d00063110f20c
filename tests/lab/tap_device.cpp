#include "tests/lab/tap_device.hpp"

#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <span>

namespace parley::lab {

namespace {

// An Ethernet frame with a VLAN tag; the kernel is not asked for anything larger.
constexpr std::size_t largest_frame_bytes = 1518;
constexpr std::size_t address_bytes = 6;

ifreq request_about(const std::string& name) {
    ifreq request{};
    name.copy(std::data(request.ifr_name), IFNAMSIZ - 1);
    return request;
}

bool take_up(const std::string& name, HardwareAddress address) {
    const FileDescriptor any_socket(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ifreq request = request_about(name);
    request.ifr_hwaddr.sa_family = ARPHRD_ETHER;
    for (std::size_t index = 0; index < address_bytes; ++index) {
        request.ifr_hwaddr.sa_data[index] = static_cast<char>(address >> 8 * (address_bytes - 1 - index));
    }
    if (ioctl(any_socket.number(), SIOCSIFHWADDR, &request) != 0) return false;
    request = request_about(name);
    request.ifr_flags = IFF_UP;
    return ioctl(any_socket.number(), SIOCSIFFLAGS, &request) == 0;
}

}  // namespace

std::optional<TapDevice> TapDevice::open(const std::string& name, HardwareAddress address) {
    FileDescriptor file(::open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC));
    ifreq request = request_about(name);
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    if (!file.is_open() || ioctl(file.number(), TUNSETIFF, &request) != 0) return std::nullopt;
    if (!take_up(name, address)) return std::nullopt;
    return TapDevice(std::move(file));
}

std::optional<Frame> TapDevice::receive() {
    std::array<std::uint8_t, largest_frame_bytes> buffer{};
    const auto size = read(file_.number(), buffer.data(), buffer.size());
    if (size <= 0) return std::nullopt;
    return Frame(buffer.begin(), buffer.begin() + size);
}

void TapDevice::send(const Frame& frame) {
    [[maybe_unused]] const auto taken = write(file_.number(), frame.data(), frame.size());
}

bool enter_namespace(const std::string& path) {
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    return file.is_open() && setns(file.number(), CLONE_NEWNET) == 0;
}

}  // namespace parley::lab
