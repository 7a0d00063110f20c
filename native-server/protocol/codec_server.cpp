#include <algorithm>
#include <array>
#include <cassert>

#include "protocol/frames.hpp"
#include "protocol/json_members.hpp"

namespace parley::protocol {
namespace {

template <class Enum>
struct Spelling {
    Enum value;
    std::string_view text;
};
constexpr std::array roles{Spelling<Role>{Role::Host, "host"}, Spelling<Role>{Role::Participant, "participant"}};
constexpr std::array leave_reasons{Spelling<LeaveReason>{LeaveReason::Left, "left"},
                                   Spelling<LeaveReason>{LeaveReason::Lost, "lost"},
                                   Spelling<LeaveReason>{LeaveReason::Removed, "removed"}};

template <class Spellings>
auto read_word(MemberReader& member, const char* name, const Spellings& spellings) {
    const std::string text = member.text(name);
    const auto found = std::ranges::find(spellings, text, [](const auto& spelling) { return spelling.text; });
    if (found != spellings.end()) return found->value;
    member.fail(name, "has an unknown value");
    return spellings.front().value;
}

template <class Spellings, class Enum>
std::string_view word_for(const Spellings& spellings, Enum value) {
    return std::ranges::find(spellings, value, [](const auto& spelling) { return spelling.value; })->text;
}

IceServer read_ice_server(MemberReader& member) {
    return {.urls = member.texts("urls"),
            .username = member.optional_text("username"),
            .credential = member.optional_text("credential")};
}

PeerEntry read_peer_entry(MemberReader& member) {
    return {.peer = member.peer("peer"),
            .presence = member.text("presence"),
            .role = read_word(member, "role", roles),
            .away = member.flag("away")};
}

template <class Element>
std::vector<Element> read_list(MemberReader& member, const char* name, Element (*read)(MemberReader&)) {
    std::vector<Element> elements;
    const Json* const list = member.array(name);
    if (list == nullptr) return elements;
    for (const Json& entry : *list) {
        if (!entry.is_object()) {
            member.fail(name, "holds something else than objects");
            break;
        }
        MemberReader nested(entry);  // NOLINT(misc-const-correctness): reading notes the first fault
        elements.push_back(read(nested));
        member.adopt(nested);
    }
    return elements;
}

void read_ice(MemberReader& member, Joined& joined) {
    const Json* const ice = member.object("ice");
    if (ice == nullptr) return;
    MemberReader nested(*ice);
    joined.ice_servers = read_list(nested, "servers", read_ice_server);
    joined.ice_ttl_ms = nested.duration_ms("ttl");
    member.adopt(nested);
}

ServerMessage read_joined(MemberReader& member) {
    Joined joined{.peer = member.peer("peer"),
                  .session = SessionId(member.text("session", limits::id_max_characters)),
                  .resumed = member.flag("resumed"),
                  .got = member.sequence("got", 0),
                  .role = read_word(member, "role", roles),
                  .grant = member.text("grant", limits::grant_max_characters),
                  .peers_total = static_cast<std::uint32_t>(member.sequence("peers_total", 0)),
                  .kept_total = static_cast<std::uint32_t>(member.sequence("kept_total", 0)),
                  .ice_servers = {},
                  .ice_ttl_ms = 0,
                  .heartbeat_ms = member.duration_ms("heartbeat")};
    read_ice(member, joined);
    return joined;
}

ServerMessage read_peers(MemberReader& member) {
    return Peers{.peers = read_list(member, "peers", read_peer_entry), .more = member.flag("more")};
}

KeptEntry read_kept_entry(MemberReader& member) {
    return {.from = member.peer("from"), .body = member.text("body"), .at_ms = member.duration_ms("at")};
}

ServerMessage read_kept(MemberReader& member) {
    return Kept{.kept = read_list(member, "kept", read_kept_entry), .more = member.flag("more")};
}

ServerMessage read_message(MemberReader& member) {
    return Message{
        .s = member.sequence("s"), .from = member.peer("from"), .body = member.text("body"), .all = member.flag("all")};
}

ServerMessage read_peer_joined(MemberReader& member) {
    return PeerJoined{.s = member.sequence("s"),
                      .peer = member.peer("peer"),
                      .presence = member.text("presence"),
                      .role = read_word(member, "role", roles)};
}

ServerMessage read_peer_left(MemberReader& member) {
    return PeerLeft{
        .s = member.sequence("s"), .peer = member.peer("peer"), .reason = read_word(member, "reason", leave_reasons)};
}

ServerMessage read_peer_away(MemberReader& member) {
    return PeerAway{.s = member.sequence("s"), .peer = member.peer("peer")};
}

ServerMessage read_peer_back(MemberReader& member) {
    return PeerBack{.s = member.sequence("s"), .peer = member.peer("peer")};
}

ServerMessage read_presence(MemberReader& member) {
    return PresenceChanged{.s = member.sequence("s"), .peer = member.peer("peer"), .presence = member.text("presence")};
}

ServerMessage read_role(MemberReader& member) {
    return RoleChanged{
        .s = member.sequence("s"), .peer = member.peer("peer"), .role = read_word(member, "role", roles)};
}

ServerMessage read_ice_changed(MemberReader& member) {
    return IceChanged{.s = member.sequence("s"),
                      .ice_servers = read_list(member, "servers", read_ice_server),
                      .ice_ttl_ms = member.duration_ms("ttl")};
}

ServerMessage read_undelivered(MemberReader& member) {
    return Undelivered{.s = member.sequence("s"), .n = member.sequence("n"), .to = member.peer("to")};
}

ServerMessage read_ack(MemberReader& member) { return Ack{.got = member.sequence("got", 0)}; }
ServerMessage read_pong(MemberReader& /*member*/) { return Pong{}; }

ServerMessage read_drain(MemberReader& member) {
    return Drain{.after_ms = member.duration_ms("after_ms"), .spread_ms = member.duration_ms("spread_ms")};
}

ServerMessage read_error(MemberReader& member) {
    // A newer server may know more codes than this page; the sentence for people is kept and the code generalised.
    return Error{.code = error_code_from(member.text("code")).value_or(ErrorCode::Internal),
                 .message = member.text("message"),
                 .n = member.optional_sequence("n"),
                 .retry_after_ms = member.optional_duration_ms("retry_after_ms")};
}

constexpr std::array server_decoders{
    Decoder<ServerMessage>{"joined", read_joined},
    Decoder<ServerMessage>{"peers", read_peers},
    Decoder<ServerMessage>{"kept", read_kept},
    Decoder<ServerMessage>{"message", read_message},
    Decoder<ServerMessage>{"peer-joined", read_peer_joined},
    Decoder<ServerMessage>{"peer-left", read_peer_left},
    Decoder<ServerMessage>{"peer-away", read_peer_away},
    Decoder<ServerMessage>{"peer-back", read_peer_back},
    Decoder<ServerMessage>{"presence", read_presence},
    Decoder<ServerMessage>{"role", read_role},
    Decoder<ServerMessage>{"ice", read_ice_changed},
    Decoder<ServerMessage>{"undelivered", read_undelivered},
    Decoder<ServerMessage>{"ack", read_ack},
    Decoder<ServerMessage>{"pong", read_pong},
    Decoder<ServerMessage>{"drain", read_drain},
    Decoder<ServerMessage>{"error", read_error},
};

Json write(const IceServer& server) {
    Json object{{"urls", server.urls}};
    if (server.username) object["username"] = *server.username;
    if (server.credential) object["credential"] = *server.credential;
    return object;
}

Json write(const PeerEntry& entry) {
    Json object{{"peer", entry.peer.value}, {"presence", entry.presence}, {"role", word_for(roles, entry.role)}};
    if (entry.away) object["away"] = true;
    return object;
}

Json write(const KeptEntry& entry) { return {{"from", entry.from.value}, {"body", entry.body}, {"at", entry.at_ms}}; }

template <class Element>
Json write_list(const std::vector<Element>& elements) {
    Json list = Json::array();
    for (const Element& element : elements) list.push_back(write(element));
    return list;
}

Json write(const Joined& joined) {
    return {{"type", "joined"},
            {"peer", joined.peer.value},
            {"session", joined.session.value},
            {"resumed", joined.resumed},
            {"got", joined.got},
            {"role", word_for(roles, joined.role)},
            {"grant", joined.grant},
            {"peers_total", joined.peers_total},
            {"kept_total", joined.kept_total},
            {"ice", {{"servers", write_list(joined.ice_servers)}, {"ttl", joined.ice_ttl_ms}}},
            {"heartbeat", joined.heartbeat_ms}};
}

Json write(const Peers& peers) { return {{"type", "peers"}, {"peers", write_list(peers.peers)}, {"more", peers.more}}; }

Json write(const Kept& kept) { return {{"type", "kept"}, {"kept", write_list(kept.kept)}, {"more", kept.more}}; }

Json write(const Message& message) {
    Json object{{"type", "message"}, {"s", message.s}, {"from", message.from.value}, {"body", message.body}};
    if (message.all) object["all"] = true;
    return object;
}

Json write(const PeerJoined& joined) {
    return {{"type", "peer-joined"},
            {"s", joined.s},
            {"peer", joined.peer.value},
            {"presence", joined.presence},
            {"role", word_for(roles, joined.role)}};
}

Json write(const PeerLeft& left) {
    return {{"type", "peer-left"},
            {"s", left.s},
            {"peer", left.peer.value},
            {"reason", word_for(leave_reasons, left.reason)}};
}

Json write(const PeerAway& away) { return {{"type", "peer-away"}, {"s", away.s}, {"peer", away.peer.value}}; }
Json write(const PeerBack& back) { return {{"type", "peer-back"}, {"s", back.s}, {"peer", back.peer.value}}; }

Json write(const PresenceChanged& change) {
    return {{"type", "presence"}, {"s", change.s}, {"peer", change.peer.value}, {"presence", change.presence}};
}

Json write(const RoleChanged& change) {
    return {{"type", "role"}, {"s", change.s}, {"peer", change.peer.value}, {"role", word_for(roles, change.role)}};
}

Json write(const IceChanged& change) {
    return {{"type", "ice"}, {"s", change.s}, {"servers", write_list(change.ice_servers)}, {"ttl", change.ice_ttl_ms}};
}

Json write(const Undelivered& undelivered) {
    return {{"type", "undelivered"}, {"s", undelivered.s}, {"n", undelivered.n}, {"to", undelivered.to.value}};
}

Json write(const Ack& ack) { return {{"type", "ack"}, {"got", ack.got}}; }
Json write(const Pong& /*pong*/) { return {{"type", "pong"}}; }

Json write(const Drain& drain) {
    return {{"type", "drain"}, {"after_ms", drain.after_ms}, {"spread_ms", drain.spread_ms}};
}

Json write(const Error& error) {
    Json object{{"type", "error"}, {"code", to_text(error.code)}, {"message", error.message}};
    if (error.n) object["n"] = *error.n;
    if (error.retry_after_ms) object["retry_after_ms"] = *error.retry_after_ms;
    return object;
}

}  // namespace

Result<ServerMessage, DecodeError> decode_server(std::string_view text) {
    return decode_with<ServerMessage>(server_decoders, text);
}

std::string encode(const ServerMessage& message) {
    return to_json_text(std::visit([](const auto& alternative) { return write(alternative); }, message));
}

std::string encode(const PeerEntry& entry) { return to_json_text(write(entry)); }

std::string encode_up_to_number(const ServerMessage& numbered) {
    Json object = std::visit([](const auto& alternative) { return write(alternative); }, numbered);
    const auto erased = object.erase("s");
    assert(erased == 1);
    static_cast<void>(erased);
    std::string text = to_json_text(object);
    text.back() = ',';
    return text.append(number_key);
}

}  // namespace parley::protocol
