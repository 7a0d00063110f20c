#include "relay/url.hpp"

#include <gtest/gtest.h>

#include <string>

namespace parley::relay {
namespace {

using Service = Url::Service;
using Transport = Url::Transport;

struct Example {
    const char* text;
    Service service;
    Transport transport;
    const char* host;
    std::uint16_t port;
};

// With the examples of RFC 7064 appendix A and RFC 7065 appendix A that browsers understand.
TEST(Url, SaysWhereTheServerIsAndHowItIsTalkedTo) {
    for (const Example& example : {
             Example{"stun:example.org", Service::Stun, Transport::Udp, "example.org", 3478},
             Example{"stuns:example.org", Service::Stun, Transport::Tls, "example.org", 5349},
             Example{"stun:example.org:8000", Service::Stun, Transport::Udp, "example.org", 8000},
             Example{"turn:example.org", Service::Turn, Transport::Udp, "example.org", 3478},
             Example{"turns:example.org", Service::Turn, Transport::Tls, "example.org", 5349},
             Example{"turn:example.org:8000", Service::Turn, Transport::Udp, "example.org", 8000},
             Example{"turn:example.org?transport=udp", Service::Turn, Transport::Udp, "example.org", 3478},
             Example{"turn:example.org?transport=tcp", Service::Turn, Transport::Tcp, "example.org", 3478},
             Example{"turns:example.org:443?transport=tcp", Service::Turn, Transport::Tls, "example.org", 443},
             Example{"turn:192.0.2.7:65535", Service::Turn, Transport::Udp, "192.0.2.7", 65535},
             Example{"turn:[2001:db8::7]:3479", Service::Turn, Transport::Udp, "2001:db8::7", 3479},
             Example{"turn:[::1]?transport=tcp", Service::Turn, Transport::Tcp, "::1", 3478},
         }) {
        const auto url = parse_url(example.text);
        ASSERT_TRUE(url) << example.text;
        EXPECT_EQ(url->service, example.service) << example.text;
        EXPECT_EQ(url->transport, example.transport) << example.text;
        EXPECT_EQ(url->host, example.host) << example.text;
        EXPECT_EQ(url->port, example.port) << example.text;
    }
}

TEST(Url, RefusesWhatIsNone) {
    for (const char* text : {"",
                             "turn",
                             "turn:",
                             "turn://example.org",
                             "TURN:example.org",
                             "http:example.org",
                             "turn:example.org:",
                             "turn:example.org:0",
                             "turn:example.org:65536",
                             "turn:example.org:80x",
                             "turn:user@example.org",
                             "turn:exa mple.org",
                             "turn:.example.org",
                             "turn:example..org",
                             "turn:example.org.",
                             "turn:[::1",
                             "turn:[]",
                             "turn:[127.0.0.1]",
                             "turn:[::1]x",
                             "turn:[fe80::1%eth0]",
                             "turn:::1",
                             "turn:example.org/",
                             "turn:example.org#",
                             "turn:example.org?",
                             "turn:example.org?transport=",
                             "turn:example.org?transport=sctp",
                             "turn:example.org?transport=TCP",
                             "turn:example.org?transport=tcp&x=1",
                             "stun:example.org?transport=udp",
                             "turn:,turn:example.org"}) {
        EXPECT_FALSE(parse_url(text)) << text;
    }
    EXPECT_FALSE(parse_url("turn:" + std::string(254, 'a')));
}

// RFC 7065 knows TURN over DTLS; no browser does.
TEST(Url, RefusesTlsOverUdp) { EXPECT_FALSE(parse_url("turns:example.org?transport=udp")); }

}  // namespace
}  // namespace parley::relay
