#include <array>

#include "protocol/json_members.hpp"

namespace parley::protocol {
namespace {

ClientMessage read_join(MemberReader& member) {
    return Join{.room = RoomId(member.text("room", limits::id_max_characters)),
                .access = member.optional_text("access"),
                .secret = member.text("secret"),
                .sign = member.text("sign"),
                .presence = member.text("presence", limits::presence_max)};
}

ClientMessage read_send(MemberReader& member) {
    return Send{.n = member.sequence("n"), .to = member.optional_peer("to"), .body = member.text("body")};
}

ClientMessage read_presence(MemberReader& member) {
    return SetPresence{.n = member.sequence("n"), .presence = member.text("presence", limits::presence_max)};
}

ClientMessage read_ack(MemberReader& member) { return Ack{.got = member.sequence("got", 0)}; }
ClientMessage read_ping(MemberReader& /*member*/) { return Ping{}; }
ClientMessage read_leave(MemberReader& /*member*/) { return Leave{}; }

constexpr std::array client_decoders{
    Decoder<ClientMessage>{"join", read_join},         Decoder<ClientMessage>{"send", read_send},
    Decoder<ClientMessage>{"presence", read_presence}, Decoder<ClientMessage>{"ack", read_ack},
    Decoder<ClientMessage>{"ping", read_ping},         Decoder<ClientMessage>{"leave", read_leave},
};

Json write(const Join& join) {
    Json object{{"type", "join"},
                {"room", join.room.value},
                {"secret", join.secret},
                {"sign", join.sign},
                {"presence", join.presence}};
    if (join.access) object["access"] = *join.access;
    return object;
}

Json write(const Send& send) {
    Json object{{"type", "send"}, {"n", send.n}, {"body", send.body}};
    if (send.to) object["to"] = send.to->value;
    return object;
}

Json write(const SetPresence& change) { return {{"type", "presence"}, {"n", change.n}, {"presence", change.presence}}; }

Json write(const Ack& ack) { return {{"type", "ack"}, {"got", ack.got}}; }
Json write(const Ping& /*ping*/) { return {{"type", "ping"}}; }
Json write(const Leave& /*leave*/) { return {{"type", "leave"}}; }

}  // namespace

Result<ClientMessage, DecodeError> decode_client(std::string_view text) {
    auto decoded = decode_with<ClientMessage>(client_decoders, text);
    if (decoded && std::holds_alternative<Send>(decoded.value()) && text.size() > limits::send_frame_max) {
        return DecodeError{ErrorCode::TooLarge, "a `send` frame leaves no room for the sender's name"};
    }
    return decoded;
}

std::string encode(const ClientMessage& message) {
    return to_json_text(std::visit([](const auto& alternative) { return write(alternative); }, message));
}

}  // namespace parley::protocol
