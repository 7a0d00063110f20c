#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/call_log/call_log.hpp"
#include "core/call_log/fields.hpp"
#include "protocol/base64url.hpp"
#include "protocol/codec.hpp"
#include "tests/replay/recording.hpp"

// That nothing private gets into a log, in whatever spelling.

namespace parley::replay {
namespace {

using core::call_log::CallLog;
using core::call_log::TextKind;
using world::Page;
using world::World;
namespace action = core::action;
namespace input = core::input;

std::vector<std::uint8_t> bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

std::string hexadecimal(std::string_view text) {
    std::string digits;
    for (const char byte : text) {
        digits += "0123456789abcdef"[static_cast<unsigned char>(byte) >> 4U];
        digits += "0123456789abcdef"[static_cast<unsigned char>(byte) & 0xFU];
    }
    return digits;
}

/// The middle of the text in base64url for each place in a longer one that it may begin at; base64 differs in two
/// letters, which no marker here gives.
std::vector<std::string> spellings(const std::string& text) {
    std::vector<std::string> all = {text, hexadecimal(text)};
    for (std::size_t before = 0; before < 3; ++before) {
        const std::string encoded = encode_base64url(bytes_of(std::string(before, 'x') + text));
        all.push_back(encoded.substr(before == 0 ? 0 : before + 1, encoded.size() - before - 3));
    }
    return all;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return text;
}

testing::AssertionResult is_free_of(const std::string& log, const std::string& marker) {
    for (const std::string& spelling : spellings(marker)) {
        if (lower(log).find(lower(spelling)) != std::string::npos) {
            return testing::AssertionFailure() << "the log holds " << marker << " as " << spelling;
        }
    }
    return testing::AssertionSuccess();
}

TEST(Privacy, TheSearchFindsWhatIsHidden) {
    for (const std::string before : {"", "1", "12", "123"}) {
        EXPECT_FALSE(is_free_of(encode_base64url(bytes_of(before + "Zebediah the first")), "Zebediah")) << before;
    }
    EXPECT_FALSE(is_free_of("..." + hexadecimal("Zebediah"), "Zebediah"));
    EXPECT_FALSE(is_free_of("ZEBEDIAH", "Zebediah"));
}

// The page's name is its peer id, and in its secret, its keys, its fingerprint and its signature.
Page& recorded(World& world, const std::string& peer, const std::string& run, const std::string& name) {
    Page& page = world.page(peer, run);
    page.client.record("test");
    page.grant = "kkkk-kkkk-kkkk grantofthetab";
    page.boot("/r/kkkk-kkkk-kkkk", world::key_of('k'));
    world.pass(100);
    page.put(action::ChangeName{name});
    page.put(action::Join{});
    world.pass(1'000);
    return page;
}

/// A frame in which the server says something of its own.
void hear(Page& page, const protocol::ServerMessage& message) {
    page.put(input::SocketReceived{core::SocketId{static_cast<std::uint32_t>(page.sockets_opened())}, encode(message)});
}

const std::string candidate = "candidate:1 1 udp 1 10.77.31.9 50123 typ host raddr 10.77.31.8 ufrag quokka";
const std::string sdp =
    "v=0\r\no=- 1 2 IN IP4 10.77.31.9\r\nm=audio 50123 X\r\na=ice-pwd:quokkapassword\r\n"
    "a=fingerprint:sha-256 BA:DC:0F:FE\r\na=candidate:1 1 udp 1 10.77.31.9 50123 typ host\r\n";

TEST(Privacy, NothingOfAWholeConversationIsInItsLog) {
    World world(1);
    Page& ann = recorded(world, "peeroneaardvark", "run of platypus", "Zebediah");
    Page& bob = recorded(world, "peertwobadger", "run of wallabies", "Cornelius");
    ann.put(action::SendChat{"the treasure is under the oak"});
    bob.put(action::SendChat{"keep it to yourself"});
    ann.put(action::ChangeDraft{"half a wolverine"});
    ann.put(action::AddressChat{PeerId(bob.name)});
    ann.put(action::SendChat{"only for the otter"});
    ann.put(input::FilesChosen{{{core::SourceId{9}, "pangolin.pdf", "application/narwhal", 12'000'000}}});
    world.pass(1'000);
    world.server.restart();
    world.pass(10'000);
    ann.put(action::ChangeName{"Bartholomew"});
    ann.put(action::CopyReport{"the report of Zebediah"});
    ann.put(action::OpenMeeting{"https://meet.example/r/kkkk-kkkk-kkkk#" + world::key_of('k')});
    ASSERT_NE(ann.sees(bob.name), nullptr);
    ann.put(input::LocalCandidate{core::ConnectionId{2}, {candidate, "0", 0}});
    ann.put(input::LocalDescriptionSet{core::ConnectionId{2}, core::OperationId{1}, sdp});
    ann.put(input::OperationFailed{core::ConnectionId{99}, {}, "no route to 10.77.31.9"});
    hear(ann, protocol::IceChanged{999, {{{"turn:relay.koala.example:3478"}, "1700:username", "turnpassword"}}, 1});
    hear(ann, protocol::Error{ErrorCode::Internal, "sentence with 10.77.31.9", {}, {}});
    world.pass(20'000);
    ann.put(action::SendChat{"and the map is in the attic"});
    world.pass(1'000);
    for (Page* page : {&ann, &bob}) {
        const std::string log = saved_log(*page);
        ASSERT_GT(log.size(), 4'000U);
        for (const char* marker :
             {"aardvark",  "badger",    "peerone", "peertwo",      "Zebediah",  "Cornelius",    "Bartholomew",
              "treasure",  "yourself",  "attic",   "meet.example", "kkkk-kkkk", "kkkkkkkk",     "grantofthetab",
              "supytalp",  "seiballaw", "10.77.",  "quokka",       "wolverine", "otter",        "pangolin",
              "narwhal",   "BA:DC:0F",  "koala",   "username:",    ":username", "turnpassword", "sentence",
              "access of", "key of",    "hash of", "signed by",    "50123"}) {
            EXPECT_TRUE(is_free_of(log, marker));
        }
        EXPECT_TRUE(is_replayed(log));
    }
}

/// Puts the same text into every text there is.
class Filler {
public:
    explicit Filler(std::string text) : text_(std::move(text)) {}

    void operator()(const char*, std::string& text, TextKind) { text = text_; }
    void operator()(const char*, std::optional<std::string>& text, TextKind) { text = text_; }
    void operator()(const char*, std::vector<std::string>& texts, TextKind) { texts = {text_}; }
    template <class Tag>
    void operator()(const char*, Id<Tag>& id) {
        id.value = text_;
    }
    template <class Tag>
    void operator()(const char*, core::Number<Tag>& /*handle*/) {}
    template <class Enum>
    void operator()(const char*, Enum& /*value*/, Enum /*last*/) {}
    template <class Number>
        requires std::is_arithmetic_v<Number>
    void operator()(const char*, Number& /*number*/) {}
    template <class Part>
    void operator()(const char* name, std::optional<Part>& part) {
        (*this)(name, part.emplace(Part()));
    }
    template <class Part>
    void operator()(const char* name, std::vector<Part>& parts) {
        (*this)(name, parts.emplace_back());
    }
    template <class Part, std::size_t Size>
    void operator()(const char* name, std::array<Part, Size>& parts) {
        for (Part& part : parts) (*this)(name, part);
    }
    template <class Enum>
    void operator()(const char*, std::vector<Enum>& /*values*/, Enum /*last*/) {}
    template <class Part>
        requires std::is_class_v<Part>
    void operator()(const char*, Part& part) {
        using core::call_log::fields;
        fields(*this, part);
    }

private:
    std::string text_;
};

template <class Variant, std::size_t Index = 0>
void note_all_kinds(CallLog& log, const std::string& text) {
    if constexpr (Index < std::variant_size_v<Variant>) {
        using Kind = std::variant_alternative_t<Index, Variant>;
        if constexpr (!std::is_same_v<Kind, core::UserAction>) {
            Kind kind;
            Filler filler(text);
            core::call_log::fields(filler, kind);
            log.note(1, core::Input(Variant(std::move(kind))));
            log.note(core::output::ResumeSound{});  // so that none is left out
        }
        note_all_kinds<Variant, Index + 1>(log, text);
    }
}

std::size_t lines_of(const std::string& text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')); }

TEST(Privacy, NoTextOfAnyInputStaysAsItIsWhateverItLooksLike) {
    for (const std::string text :
         {"wombat", "/r/wombat", "wombat wombat", "wombat.12345", "wombatxx.12345", "turn:wombat",
          "turns:wombat?wombat", "candidate:wombat 1 wombat 1 wombat 1 typ wombat wombat",
          "candidate:1 1 udp 1 wombat 1 typ host", "a=fingerprint:wombat", "m=wombat wombat\r\na=setup:wombat",
          "{\"type\":\"wombat\"}", "{\"wombat\":1}",
          "{\"type\":\"error\",\"code\":\"wombat\",\"message\":\"wombat\",\"wombat\":\"wombat\"}",
          "{\"type\":\"chat\",\"name\":\"wombat\",\"text\":\"wombat\",\"at\":1,\"wombat\":1}",
          "wombat#AAAAAAAAAAAAAAAAAAAAAA", "wombat/r/wombat#AAAAAAAAAAAAAAAAAAAAAA",
          "wombatwombatwombatwombatwombat\"wombat\\"}) {
        CallLog log("test");
        note_all_kinds<core::Input>(log, text);
        note_all_kinds<core::UserAction>(log, text);
        EXPECT_TRUE(is_free_of(log.text(), "wombat")) << text;
        EXPECT_EQ(lines_of(log.text()),
                  std::variant_size_v<core::Input> - 1 + std::variant_size_v<core::UserAction> + 2);
        const auto read = read_log(log.text());
        EXPECT_TRUE(read) << text << ": " << read.error().message;
    }
}

}  // namespace
}  // namespace parley::replay
