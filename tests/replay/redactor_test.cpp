#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/call_log/call_log.hpp"
#include "core/call_log/redactor.hpp"
#include "core/link.hpp"
#include "core/sdp.hpp"
#include "protocol/base64url.hpp"
#include "protocol/codec.hpp"
#include "protocol/sealed.hpp"

// That the core does the same with what was redacted as with what was not.

namespace parley::core::call_log {
namespace {

RunId run_of(char letter) {
    return RunId(encode_base64url(std::vector<std::uint8_t>(16, static_cast<std::uint8_t>(letter))));
}

std::string sealed_by(const RunId& run, std::uint64_t counter, std::size_t size) {
    return protocol::encode_sealed({run, counter, std::vector<std::uint8_t>(size, 0x5A)});
}

template <class Kind>
Kind redacted(Redactor& redactor, Kind kind) {
    Input input = std::move(kind);
    redactor.redact(input);
    return std::get<Kind>(input);
}

template <class Kind>
Kind redacted_action(Redactor& redactor, Kind kind) {
    return std::get<Kind>(redacted(redactor, UserAction(std::move(kind))));
}

input::IdentityReady ready(const std::string& peer) {
    return {PeerId(peer), "secret", {"sign", "hash", "sha-256 AB:CD", "signature"}};
}

std::string peer_in(Redactor& redactor, const std::string& peer) {
    return redacted(redactor, input::VideoPlaying{peer}).element;
}

TEST(Redactor, KeepsWhoseIdIsTheSmallerOne) {
    Redactor redactor;
    const std::string own = redacted(redactor, ready("middle")).peer.value;
    const std::string before = peer_in(redactor, "anyone");
    const std::string past = peer_in(redactor, "nobody");
    EXPECT_LT(before, own);
    EXPECT_LT(own, past);
    EXPECT_EQ(peer_in(redactor, "anyone"), before);
    EXPECT_NE(peer_in(redactor, "another"), before);
    EXPECT_EQ(peer_in(redactor, "middle"), own);
    EXPECT_EQ(peer_in(redactor, "preview"), "preview");
    EXPECT_EQ(peer_in(redactor, "anyone/screen"), before + "/screen");
    EXPECT_EQ(peer_in(redactor, "middle/screen"), own + "/screen");
}

TEST(Redactor, KeepsRunAndCounterOfWhatIsSealedAndTheSizeOfTheOwn) {
    Redactor redactor;
    input::Boot boot;
    boot.run = run_of('r');
    const RunId run = redacted(redactor, boot).run;
    EXPECT_NE(run, boot.run);
    const std::string own = sealed_by(boot.run, 77, 4'000);
    const auto kept = redacted(redactor, input::Sealed{SealId{3}, own}).sealed;
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->size(), own.size());
    const auto parts = protocol::decode_sealed(*kept);
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->run, run);
    EXPECT_EQ(parts->counter, 77U);
    EXPECT_EQ(redacted(redactor, input::ChannelReceived{{}, own}).text, *kept) << "it comes back from the server";
    const std::string other = redacted(redactor, input::ChannelReceived{{}, sealed_by(run_of('s'), 77, 4'000)}).text;
    EXPECT_LT(other.size(), 100U);
    EXPECT_NE(protocol::decode_sealed(other)->run, run);
}

TEST(Redactor, TellsTwoSealedThingsApart) {
    Redactor redactor;
    const auto first = redacted(redactor, input::ChannelReceived{{}, sealed_by(run_of('r'), 1, 20)}).text;
    const auto second = redacted(redactor, input::ChannelReceived{{}, sealed_by(run_of('r'), 1, 21)}).text;
    EXPECT_NE(first, second);
    EXPECT_EQ(redacted(redactor, input::ChannelReceived{{}, sealed_by(run_of('r'), 1, 20)}).text, first);
}

TEST(Redactor, NamesConnectionsByTheRunThatStandsInForTheirs) {
    Redactor redactor;
    input::Boot boot;
    boot.run = run_of('r');
    const RunId run = redacted(redactor, boot).run;
    const std::string offer = encode(protocol::Addressed{
        run_of('o'),
        protocol::Description{protocol::DescriptionType::Offer,
                              protocol::ConnectionName(boot.run.value.substr(0, 8) + ".12"), 1, 2, "v=0"}});
    const auto opened = redacted(redactor, input::Opened{SealId{1}, offer});
    const auto addressed = protocol::decode_peer(*opened.plaintext);
    ASSERT_TRUE(addressed);
    const auto& description = std::get<protocol::Description>(addressed.value().message);
    EXPECT_EQ(description.connection.value, run.value.substr(0, 8) + ".12");
    EXPECT_EQ(description.id, 2U);
}

TEST(Redactor, KeepsWhetherADescriptionNamesTheCertificate) {
    Redactor redactor;
    const std::string fingerprint = redacted(redactor, ready("own")).identity.certificate_fingerprint;
    const auto described = [&](const std::string& named) {
        const std::string sdp = "v=0\r\nm=audio 9 RTP 111\r\na=fingerprint:" + named + "\r\nm=video 9 RTP 96\r\n";
        return redacted(redactor, input::LocalDescriptionSet{{}, {}, sdp}).sdp;
    };
    EXPECT_TRUE(names_only_fingerprint(described("SHA-256 ab:cd"), fingerprint));
    EXPECT_FALSE(names_only_fingerprint(described("sha-256 AB:CE"), fingerprint));
    EXPECT_FALSE(
        names_only_fingerprint(redacted(redactor, input::LocalDescriptionSet{{}, {}, "v=0\r\n"}).sdp, fingerprint));
}

TEST(Redactor, KeepsOfADescriptionWhatAnswersToItAndNothingElse) {
    Redactor redactor;
    const std::string sdp =
        "v=0\r\no=- 4611731400430051336 2 IN IP4 192.0.2.7\r\ns=-\r\nm=audio 50123 UDP/TLS/RTP/SAVPF 111\r\n"
        "c=IN IP4 192.0.2.7\r\na=ice-ufrag:sXP5\r\na=ice-pwd:ZaW9\r\na=setup:actpass\r\na=sendrecv\r\n"
        "m=secret 9 X\r\na=sendrecv 192.0.2.7\r\na=msid:stream track\r\n";
    EXPECT_EQ(redacted(redactor, input::LocalDescriptionSet{{}, {}, sdp}).sdp,
              "v=0\r\ns=sdp-1\r\nm=audio\r\na=setup:actpass\r\na=sendrecv\r\n");
}

TEST(Redactor, NamesADescriptionByEverythingButItsParameters) {
    Redactor redactor;
    const auto redacted_sdp = [&](const std::string& sdp) {
        return redacted(redactor, input::LocalDescriptionSet{{}, {}, sdp}).sdp;
    };
    const std::string sdp = "m=audio 9 RTP 111\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 useinbandfec=1\r\n";
    EXPECT_EQ(redacted_sdp(sdp), redacted_sdp(with_opus_parameters(sdp, {.microphone = "usedtx=1", .screen = {}})));
    EXPECT_NE(redacted_sdp(sdp), redacted_sdp(sdp + "a=mid:0\r\n"));
}

TEST(Redactor, KeepsWhereACandidateCameFromButNotWhereItLeads) {
    Redactor redactor;
    const auto candidate = [&](const std::string& text) {
        return redacted(redactor, input::LocalCandidate{{}, {text, "0", 0}}).candidate.candidate;
    };
    const std::string reflexive =
        "candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 10.0.0.17 rport 46154 ufrag sXP5";
    EXPECT_EQ(candidate(reflexive), "candidate:1 1 udp 0 address-1 9 typ srflx");
    EXPECT_EQ(candidate("candidate:1 2 tcp 9 203.0.113.7 9 typ host"), "candidate:2 2 tcp 0 address-1 9 typ host");
    EXPECT_EQ(candidate("192.0.2.1 something else"), "candidate:3");
    EXPECT_EQ(candidate("candidate:1 1 udp 1 192.0.2.1 1 typ 192.0.2.1"), "candidate:4");
    EXPECT_EQ(candidate(""), "");
}

TEST(Redactor, KeepsWhichWayServersAreReached) {
    Redactor redactor;
    const std::string text = encode(protocol::ServerMessage(protocol::IceChanged{
        1,
        {{{"stun:stun.example:3478", "turn:turn.example:3478?transport=tcp", "turns:turn.example:443?transport=udp",
           "turn:turn.example:3478?transport=tcp&more", "http://stun.example/"},
          "1700000000:user",
          "word"}},
        60'000}));
    const auto frame = redacted(redactor, input::SocketReceived{{}, text}).text;
    const auto message = protocol::decode_server(frame);
    ASSERT_TRUE(message);
    const auto& changed = std::get<protocol::IceChanged>(message.value());
    EXPECT_EQ(changed.ice_ttl_ms, 60'000);
    EXPECT_EQ(changed.ice_servers.at(0).urls,
              (std::vector<std::string>{"stun:host-1", "turn:host-2?transport=tcp", "turns:host-3?transport=udp",
                                        "turn:host-2", "?"}));
    EXPECT_EQ(changed.ice_servers.at(0).username, "username-1");
    EXPECT_EQ(changed.ice_servers.at(0).credential, "credential-1");
}

TEST(Redactor, KeepsWhetherALinkIsOneAndWhichRoomAndKeyItNames) {
    Redactor redactor;
    const std::string key(22, 'A');
    const auto typed = [&](const std::string& text) {
        return read_typed(redacted_action(redactor, action::OpenMeeting{text}).text);
    };
    const auto whole = typed("https://meet.example/r/abcd-efgh-jkmn#" + key);
    ASSERT_TRUE(whole);
    EXPECT_EQ(typed(key)->key, whole->key);
    EXPECT_FALSE(typed(key)->room);
    EXPECT_EQ(typed("ABCD-efgh-jkmn#" + key)->room, whole->room);
    EXPECT_NE(typed("abcd-efgh-jkmm#" + key)->room, whole->room);
    EXPECT_FALSE(typed("my diary"));
}

TEST(Redactor, TakesNamesForOneThatTheCoreTakesForOne) {
    Redactor redactor;
    const auto name = [&](const std::string& text) { return redacted_action(redactor, action::ChangeName{text}).name; };
    EXPECT_EQ(name("Ann"), name("  Ann "));
    EXPECT_NE(name("Ann"), name("Ben"));
    EXPECT_EQ(name("  "), "");
}

TEST(Redactor, LeavesWhatWasRedactedAsItIs) {
    Redactor first;
    input::Boot boot;
    boot.path = "/r/abcd";
    boot.fragment = std::string(22, 'A');
    boot.stored_name = "Ann";
    boot.grant = "room word";
    boot.run = run_of('r');
    const std::vector<Input> inputs = {
        boot,
        ready("middle"),
        input::RoomDerived{RequestId{1}, std::string(22, 'A'), RoomId("abcd"), "access"},
        input::Sealed{SealId{1}, sealed_by(run_of('r'), 5, 900)},
        input::ChannelReceived{ConnectionId{1}, sealed_by(run_of('s'), 5, 900)},
        input::VideoPlaying{"peer"},
        input::LocalCandidate{ConnectionId{1}, {"candidate:8 1 udp 1 192.0.2.1 1 typ host", "0", 0}},
        input::LocalDescriptionSet{ConnectionId{1}, {}, "v=0\r\nm=audio 9 X\r\na=fingerprint:sha-256 AB\r\n"},
        input::SocketReceived{SocketId{1}, "no message"},
        UserAction(action::SendChat{"hello"}),
    };
    CallLog once("test");
    CallLog twice("test");
    for (const Input& input : inputs) {
        Input kept = input;
        first.redact(kept);
        once.note(1, input);
        twice.note(1, kept);
    }
    EXPECT_EQ(once.text(), twice.text());
}

}  // namespace
}  // namespace parley::core::call_log
