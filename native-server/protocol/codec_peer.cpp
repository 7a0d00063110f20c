#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "protocol/codec_letters.hpp"
#include "protocol/json_members.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::protocol {
namespace {

constexpr std::size_t candidates_max = 64;

/// A number of 32 bits; anything larger is a fault.
std::uint32_t small_number(MemberReader& member, const char* name) {
    const Sequence number = member.sequence(name, 0);
    if (number > std::numeric_limits<std::uint32_t>::max()) member.fail(name, "is too large");
    return static_cast<std::uint32_t>(number);
}

Description read_description(MemberReader& member, DescriptionType type) {
    return Description{.type = type,
                       .connection = ConnectionName(member.text("connection", limits::id_max_characters)),
                       .epoch = small_number(member, "epoch"),
                       .id = small_number(member, "id"),
                       .sdp = member.text("sdp")};
}

PeerMessage read_offer(MemberReader& member) { return read_description(member, DescriptionType::Offer); }
PeerMessage read_answer(MemberReader& member) { return read_description(member, DescriptionType::Answer); }

PeerMessage read_candidates(MemberReader& member) {
    Candidates candidates{.connection = ConnectionName(member.text("connection", limits::id_max_characters)),
                          .epoch = small_number(member, "epoch"),
                          .list = {},
                          .end = member.flag("end")};
    const Json* list = member.array("list");
    if (list == nullptr) return candidates;
    if (list->size() > candidates_max) member.fail("list", "is too long");
    for (const Json& entry : *list) {
        MemberReader candidate(entry);
        const std::uint32_t line = small_number(candidate, "line");
        if (line > std::numeric_limits<std::uint16_t>::max()) candidate.fail("line", "is too large");
        candidates.list.push_back(
            {candidate.text("candidate"), candidate.text("mid"), static_cast<std::uint16_t>(line)});
        member.adopt(candidate);
        if (member.fault()) break;
    }
    return candidates;
}

PeerMessage read_chat(MemberReader& member) {
    return Chat{.name = member.text("name", limits::presence_max),
                .text = member.text("text", limits::chat_text_max),
                .at_ms = member.duration_ms("at")};
}

PeerMessage read_have(MemberReader& member) { return Have{.counter = member.sequence("counter", 0)}; }

PeerMessage read_again(MemberReader& member) {
    Again again{.sealed = member.texts("sealed")};
    if (again.sealed.size() > limits::resent_per_message_max) member.fail("sealed", "is too long");
    return again;
}

PeerMessage read_gone(MemberReader& member) { return Gone{.counter = member.sequence("counter")}; }
PeerMessage read_presence_copy(MemberReader& member) {
    return PresenceCopy{.sealed = member.text("sealed", limits::presence_max)};
}
std::uint16_t read_height(MemberReader& member, const char* name) {
    const std::uint32_t height = small_number(member, name);
    if (height > std::numeric_limits<std::uint16_t>::max()) member.fail(name, "is too large");
    return static_cast<std::uint16_t>(height);
}
PeerMessage read_pictures_wanted(MemberReader& member) {
    return PicturesWanted{.camera_height = read_height(member, "camera"),
                          .screen_height = read_height(member, "screen")};
}
// A word that is not known yet is as good as none.
PeerMessage read_picture_sent(MemberReader& member) {
    using enum PictureSent::Limit;
    const std::string limit = member.text("limit", limits::id_max_characters);
    return PictureSent{
        .camera = member.flag("paused") ? PictureSent::Camera::Paused : PictureSent::Camera::Sent,
        .limit = limit == "line"        ? Line
                 : limit == "processor" ? Processor
                                        : None,
        .screen = member.flag("screen_paused") ? PictureSent::Screen::Paused : PictureSent::Screen::Sent};
}
// In the order of ReactionKind.
constexpr std::array<std::string_view, static_cast<std::size_t>(ReactionKind::Count)> reaction_words{
    "thumbs-up", "heart", "clapping", "laughing", "party", "surprised", "sad", "thinking"};

PeerMessage read_reaction(MemberReader& member) {
    const std::string word = member.text("kind", limits::id_max_characters);
    const auto* const found = std::ranges::find(reaction_words, word);
    if (found == reaction_words.end()) member.fail("kind", "is not known");
    const std::uint32_t count = small_number(member, "count");
    if (count < 1 || count > limits::reaction_count_max) member.fail("count", "is out of range");
    return Reaction{.kind = static_cast<ReactionKind>(found - reaction_words.begin()), .count = count};
}
PeerMessage read_mute_request(MemberReader& /*member*/) { return MuteRequest{}; }
// Nobody's number is so high that the next hand could have none.
std::uint32_t read_hand(MemberReader& member) {
    if (!member.holds("hand")) return 0;
    const Sequence hand = member.sequence("hand", 0);
    return static_cast<std::uint32_t>(std::min<Sequence>(hand, limits::hand_max));
}
PeerMessage read_any_letter(MemberReader& member) { return read_letter(member); }
PeerMessage read_receipt(MemberReader& member) { return Receipt{.number = member.sequence("number")}; }
PeerMessage read_bye(MemberReader& member) { return Bye{.presence = member.sequence("presence")}; }

/// What is for one peer names the run that is meant; a message to everyone has no such member.
template <PeerMessage (*Read)(MemberReader&)>
Addressed to_one(MemberReader& member) {
    return {.to_run = RunId(member.text("to_run", limits::id_max_characters)), .message = Read(member)};
}

Addressed to_everyone(MemberReader& member) { return {.to_run = {}, .message = read_chat(member)}; }

constexpr std::array peer_decoders{
    Decoder<Addressed>{"offer", to_one<read_offer>},
    Decoder<Addressed>{"answer", to_one<read_answer>},
    Decoder<Addressed>{"candidates", to_one<read_candidates>},
    Decoder<Addressed>{"chat", to_everyone},
    Decoder<Addressed>{"have", to_one<read_have>},
    Decoder<Addressed>{"again", to_one<read_again>},
    Decoder<Addressed>{"gone", to_one<read_gone>},
    Decoder<Addressed>{"presence", to_one<read_presence_copy>},
    Decoder<Addressed>{"view", to_one<read_pictures_wanted>},
    Decoder<Addressed>{"sending", to_one<read_picture_sent>},
    Decoder<Addressed>{"bye", to_one<read_bye>},
    Decoder<Addressed>{"reaction", to_one<read_reaction>},
    Decoder<Addressed>{"mute-request", to_one<read_mute_request>},
    Decoder<Addressed>{"letter", to_one<read_any_letter>},
    Decoder<Addressed>{"received", to_one<read_receipt>},
};

Json write(const Description& description) {
    return {{"type", description.type == DescriptionType::Offer ? "offer" : "answer"},
            {"connection", description.connection.value},
            {"epoch", description.epoch},
            {"id", description.id},
            {"sdp", description.sdp}};
}

Json write(const Candidates& candidates) {
    Json list = Json::array();
    for (const Candidate& candidate : candidates.list) {
        list.push_back({{"candidate", candidate.candidate}, {"mid", candidate.mid}, {"line", candidate.line}});
    }
    return {{"type", "candidates"},
            {"connection", candidates.connection.value},
            {"epoch", candidates.epoch},
            {"list", std::move(list)},
            {"end", candidates.end}};
}

Json write(const Chat& chat) {
    return {{"type", "chat"}, {"name", chat.name}, {"text", chat.text}, {"at", chat.at_ms}};
}
Json write(const Have& have) { return {{"type", "have"}, {"counter", have.counter}}; }
Json write(const Again& again) { return {{"type", "again"}, {"sealed", again.sealed}}; }
Json write(const Gone& gone) { return {{"type", "gone"}, {"counter", gone.counter}}; }
Json write(const PresenceCopy& copy) { return {{"type", "presence"}, {"sealed", copy.sealed}}; }
Json write(const PicturesWanted& wanted) {
    return {{"type", "view"}, {"camera", wanted.camera_height}, {"screen", wanted.screen_height}};
}
Json write(const PictureSent& sent) {
    constexpr std::array limits{"none", "line", "processor"};
    return {{"type", "sending"},
            {"paused", sent.camera == PictureSent::Camera::Paused},
            {"limit", limits[static_cast<std::size_t>(sent.limit)]},
            {"screen_paused", sent.screen == PictureSent::Screen::Paused}};
}
Json write(const Bye& bye) { return {{"type", "bye"}, {"presence", bye.presence}}; }

Json write(const Reaction& reaction) {
    return {{"type", "reaction"},
            {"kind", reaction_words[static_cast<std::size_t>(reaction.kind)]},
            {"count", reaction.count}};
}
Json write(const MuteRequest& /*request*/) { return {{"type", "mute-request"}}; }
Json write(const Letter& letter) { return write_letter(letter); }
Json write(const Receipt& receipt) { return {{"type", "received"}, {"number", receipt.number}}; }

Json write(const Identity& identity) {
    return {{"sign", identity.sign},
            {"secret_hash", identity.secret_hash},
            {"certificate_fingerprint", identity.certificate_fingerprint},
            {"signature", identity.signature}};
}

Identity read_identity(MemberReader& member) {
    const Json* const object = member.object("identity");
    if (object == nullptr) return {};
    MemberReader nested(*object);
    Identity identity{.sign = nested.text("sign"),
                      .secret_hash = nested.text("secret_hash"),
                      .certificate_fingerprint = nested.text("certificate_fingerprint"),
                      .signature = nested.text("signature")};
    member.adopt(nested);
    return identity;
}

}  // namespace

std::string identity_statement(const RunId& run, const Identity& identity) {
    return "parley.v1 identity|" + run.value + '|' + identity.sign + '|' + identity.secret_hash + '|' +
           identity.certificate_fingerprint;
}

std::string encode(const Presence& presence) {
    return to_json_text({{"run", presence.run.value},
                         {"identity", write(presence.identity)},
                         {"name", presence.name},
                         {"microphone", presence.microphone},
                         {"camera", presence.camera},
                         {"screen", presence.screen},
                         {"hand", presence.hand},
                         {"recording", presence.recording}});
}

Result<Presence, DecodeError> decode_presence(std::string_view text) {
    auto parsed = parse_object(text);
    if (!parsed) return parsed.error();
    MemberReader member(parsed.value());
    Presence presence{.run = RunId(member.text("run", limits::id_max_characters)),
                      .identity = read_identity(member),
                      .name = member.text("name", limits::presence_max),
                      .microphone = member.flag("microphone"),
                      .camera = member.flag("camera"),
                      .screen = member.flag("screen"),
                      .hand = read_hand(member),
                      .recording = member.flag("recording")};
    if (member.fault()) return *member.fault();
    return presence;
}

std::string encode(const Addressed& addressed) {
    Json object = std::visit([](const auto& alternative) { return write(alternative); }, addressed.message);
    if (!addressed.to_run.empty()) object["to_run"] = addressed.to_run.value;
    return to_json_text(object);
}

Result<Addressed, DecodeError> decode_peer(std::string_view text) {
    return decode_with<Addressed>(peer_decoders, text);
}

}  // namespace parley::protocol
