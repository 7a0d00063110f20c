#include "tests/lab/network.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace parley::lab {
namespace {

constexpr std::size_t ann = 0;
constexpr std::size_t ben = 1;
constexpr std::size_t cleo = 2;
constexpr HardwareAddress everybody = 0xffffffffffff;
constexpr std::uint8_t tcp = 6;
constexpr std::uint8_t udp = 17;
constexpr std::uint8_t ping = 1;

void append(Frame& frame, std::uint64_t value, std::size_t size_bytes) {
    for (std::size_t left = size_bytes; left > 0; --left)
        frame.push_back(static_cast<std::uint8_t>(value >> 8 * (left - 1)));
}

struct Packet {
    std::uint8_t protocol = udp;
    InternetAddress source = 0x0a5a0001;
    InternetAddress destination = 0x0a5a0002;
    std::uint16_t source_port = 40000;
    std::uint16_t destination_port = 3478;
};

Frame frame_to(HardwareAddress destination, const Packet& packet = {}) {
    Frame frame;
    append(frame, destination, 6);
    append(frame, hardware_address(ann), 6);
    append(frame, 0x0800, 2);
    append(frame, 0x45, 1);
    append(frame, 0, 8);
    append(frame, packet.protocol, 1);
    append(frame, 0, 2);
    append(frame, packet.source, 4);
    append(frame, packet.destination, 4);
    append(frame, packet.source_port, 2);
    append(frame, packet.destination_port, 2);
    return frame;
}

class LabNetworkTest : public testing::Test {
protected:
    std::string obey(std::string_view order, TimeUs now = 0) { return network.obey(now, order); }

    /// The ports that what is sent from `from` at the moment 0 has reached at `now`.
    std::vector<std::size_t> reached(std::size_t from, Frame frame, TimeUs now = 0) {
        network.arrive(0, from, std::move(frame));
        return delivered(now);
    }

    std::vector<std::size_t> delivered(TimeUs now) {
        std::vector<std::size_t> ports;
        while (const auto delivery = network.poll(now)) ports.push_back(delivery->port);
        return ports;
    }

    using Ports = std::vector<std::size_t>;
    Network network{{"ann", "ben", "cleo"}, 1};
};

TEST_F(LabNetworkTest, AFrameGoesToItsAddressAlone) {
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben))), Ports{ben});
    EXPECT_EQ(reached(ben, frame_to(hardware_address(cleo))), Ports{cleo});
}

TEST_F(LabNetworkTest, ABroadcastAndAFrameForNobodyHereGoToEverybodyElse) {
    EXPECT_EQ(reached(ben, frame_to(everybody)), (Ports{ann, cleo}));
    EXPECT_EQ(reached(ben, frame_to(0x0123456789ab)), (Ports{ann, cleo}));
}

TEST_F(LabNetworkTest, AFrameIsNotSentBackAndAScrapOfOneGoesNowhere) {
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ann))), Ports{});
    EXPECT_EQ(reached(ann, Frame(13, 0xff)), Ports{});
}

TEST_F(LabNetworkTest, BothLinesOnItsWayDelayAFrame) {
    EXPECT_EQ(obey("ann out delay_ms=20"), "ok");
    EXPECT_EQ(obey("ben in delay_ms=0.5"), "ok");
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben)), 20'499), Ports{});
    EXPECT_EQ(network.deadline(), 20'500);
    EXPECT_EQ(delivered(20'500), Ports{ben});
    EXPECT_EQ(network.deadline(), std::nullopt);
    EXPECT_EQ(reached(ben, frame_to(hardware_address(ann))), Ports{ann}) << "the other direction is apart";
}

TEST_F(LabNetworkTest, ALateLookDelaysNothingTwice) {
    obey("ann out delay_ms=20");
    obey("ben in delay_ms=20");
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben)), 30'000), Ports{});
    EXPECT_EQ(network.deadline(), 40'000);
}

TEST_F(LabNetworkTest, ACutLosesWhatIsUnderWayAndWhatComes) {
    obey("ann out delay_ms=20");
    network.arrive(0, ann, frame_to(hardware_address(ben)));
    EXPECT_EQ(obey("ann cut=1", 10'000), "ok");
    network.arrive(15'000, ann, frame_to(hardware_address(ben)));
    EXPECT_EQ(reached(cleo, frame_to(hardware_address(ann)), 50'000), Ports{});
    EXPECT_EQ(reached(cleo, frame_to(hardware_address(ben)), 50'000), Ports{ben}) << "the others are not cut";
    obey("ann cut=0", 60'000);
    EXPECT_EQ(reached(cleo, frame_to(hardware_address(ann)), 60'000), Ports{ann});
}

TEST_F(LabNetworkTest, BlockedUdpLeavesTcpAndPings) {
    obey("ann pass=no-udp");
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben))), Ports{});
    EXPECT_EQ(reached(ben, frame_to(hardware_address(ann))), Ports{});
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben), {.protocol = tcp})), Ports{ben});
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben), {.protocol = ping})), Ports{ben});
    obey("ann pass=all");
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben))), Ports{ben});
}

TEST_F(LabNetworkTest, OnlyListedServicesAndTheirAnswersPass) {
    obey("ann only=tcp/443,udp/3478");
    const auto out = [&](std::uint8_t protocol, std::uint16_t port) {
        return reached(ann, frame_to(hardware_address(ben), {.protocol = protocol, .destination_port = port}));
    };
    EXPECT_EQ(out(tcp, 443), Ports{ben});
    EXPECT_EQ(out(udp, 3478), Ports{ben});
    EXPECT_EQ(out(udp, 443), Ports{});
    EXPECT_EQ(out(tcp, 3478), Ports{});
    EXPECT_EQ(out(ping, 1), Ports{ben});
    const Packet answer{.protocol = tcp, .source_port = 443, .destination_port = 50000};
    const Packet question{.protocol = tcp, .source_port = 50000, .destination_port = 443};
    EXPECT_EQ(reached(ben, frame_to(hardware_address(ann), answer)), Ports{ann});
    EXPECT_EQ(reached(ben, frame_to(hardware_address(ann), question)), Ports{}) << "nobody outside may ask in";
}

TEST_F(LabNetworkTest, ASilentAddressIsNeitherReachedNorHeard) {
    obey("ann silent=10.90.0.2");
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben), {.protocol = ping})), Ports{});
    EXPECT_EQ(reached(ben, frame_to(hardware_address(ann), {.source = 0x0a5a0002, .destination = 0x0a5a0001})),
              Ports{});
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben), {.destination = 0x0a5a0003})), Ports{ben});
    EXPECT_EQ(reached(cleo, frame_to(hardware_address(ben))), Ports{ben}) << "for others it is not silent";
    obey("ann silent=");
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben))), Ports{ben});
}

TEST_F(LabNetworkTest, AnOrderThatIsNotUnderstoodChangesNothing) {
    EXPECT_EQ(obey("dan cut=1"), "error: there is no port 'dan'");
    EXPECT_EQ(obey("ann cut=1 dely_ms=5"), "error: 'dely_ms=5' is not understood");
    EXPECT_EQ(reached(ann, frame_to(hardware_address(ben))), Ports{ben});
}

}  // namespace
}  // namespace parley::lab
