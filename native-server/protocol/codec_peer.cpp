#include <array>
#include <limits>

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
    return Description{.to_run = RunId(member.text("to_run", limits::id_max_characters)),
                       .type = type,
                       .connection = ConnectionName(member.text("connection", limits::id_max_characters)),
                       .epoch = small_number(member, "epoch"),
                       .id = small_number(member, "id"),
                       .sdp = member.text("sdp")};
}

PeerMessage read_offer(MemberReader& member) { return read_description(member, DescriptionType::Offer); }
PeerMessage read_answer(MemberReader& member) { return read_description(member, DescriptionType::Answer); }

PeerMessage read_candidates(MemberReader& member) {
    Candidates candidates{.to_run = RunId(member.text("to_run", limits::id_max_characters)),
                          .connection = ConnectionName(member.text("connection", limits::id_max_characters)),
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

PeerMessage read_bye(MemberReader& /*member*/) { return Bye{}; }

constexpr std::array peer_decoders{
    Decoder<PeerMessage>{"offer", read_offer},
    Decoder<PeerMessage>{"answer", read_answer},
    Decoder<PeerMessage>{"candidates", read_candidates},
    Decoder<PeerMessage>{"bye", read_bye},
};

Json write(const Description& description) {
    return {{"type", description.type == DescriptionType::Offer ? "offer" : "answer"},
            {"to_run", description.to_run.value},
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
    return {
        {"type", "candidates"},      {"to_run", candidates.to_run.value}, {"connection", candidates.connection.value},
        {"epoch", candidates.epoch}, {"list", std::move(list)},           {"end", candidates.end}};
}

Json write(const Bye& /*bye*/) { return {{"type", "bye"}}; }

}  // namespace

std::string encode(const Presence& presence) {
    return to_json_text({{"run", presence.run.value},
                         {"name", presence.name},
                         {"microphone", presence.microphone},
                         {"camera", presence.camera}});
}

Result<Presence, DecodeError> decode_presence(std::string_view text) {
    auto parsed = parse_object(text);
    if (!parsed) return parsed.error();
    MemberReader member(parsed.value());
    Presence presence{.run = RunId(member.text("run", limits::id_max_characters)),
                      .name = member.text("name", limits::presence_max),
                      .microphone = member.flag("microphone"),
                      .camera = member.flag("camera")};
    if (member.fault()) return *member.fault();
    return presence;
}

std::string encode(const PeerMessage& message) {
    return to_json_text(std::visit([](const auto& alternative) { return write(alternative); }, message));
}

Result<PeerMessage, DecodeError> decode_peer(std::string_view text) {
    return decode_with<PeerMessage>(peer_decoders, text);
}

}  // namespace parley::protocol
