#include <array>

#include "protocol/json_members.hpp"

namespace parley::protocol {
namespace {

std::optional<Resume> read_resume(MemberReader& member) {
    if (!member.holds("resume")) return std::nullopt;
    const Json* const object = member.object("resume");
    if (object == nullptr) return std::nullopt;
    MemberReader nested(*object);
    Resume resume{.session = SessionId(nested.text("session", limits::id_max_characters)),
                  .got = nested.sequence("got", 0)};
    member.adopt(nested);
    return resume;
}

ClientMessage read_join(MemberReader& member) {
    return Join{.room = RoomId(member.text("room", limits::id_max_characters)),
                .access = member.optional_text("access"),
                .secret = member.text("secret"),
                .sign = member.text("sign"),
                .presence = member.text("presence", limits::presence_max),
                .grant = member.optional_text("grant", limits::grant_max_characters),
                .resume = read_resume(member)};
}

ClientMessage read_send(MemberReader& member) {
    Send send{.n = member.sequence("n"),
              .to = member.optional_peer("to"),
              .body = member.text("body"),
              .keep = member.flag("keep")};
    if (send.keep && send.to) member.fail("keep", "goes only with what is for everyone");
    if (send.keep && send.body.size() > limits::kept_body_max) member.fail_too_large("body", limits::kept_body_max);
    return send;
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
    if (join.grant) object["grant"] = *join.grant;
    if (join.resume) object["resume"] = {{"session", join.resume->session.value}, {"got", join.resume->got}};
    return object;
}

Json write(const Send& send) {
    Json object{{"type", "send"}, {"n", send.n}, {"body", send.body}};
    if (send.to) object["to"] = send.to->value;
    if (send.keep) object["keep"] = true;
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
