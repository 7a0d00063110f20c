#include "core/call_log/redactor.hpp"

#include <cmath>
#include <utility>

#include "core/call_log/message_fields.hpp"
#include "core/call_log/output_fields.hpp"
#include "core/call_log/tokens.hpp"
#include "core/client.hpp"
#include "core/device_choice.hpp"
#include "core/display_name.hpp"
#include "protocol/base64url.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"
#include "protocol/peer_messages.hpp"
#include "protocol/sealed.hpp"

namespace parley::core::call_log {
namespace {

constexpr const char* not_understood = "?";
constexpr std::size_t run_begin_characters = 8;  ///< of base64url: what connections are named by
constexpr std::size_t run_begin_bytes = 6;
constexpr std::size_t run_bytes = 16;
constexpr std::size_t sealed_size_least = 16;  ///< of a tag alone

/// Big-endian, in so many bytes.
void append(std::vector<std::uint8_t>& bytes, std::uint64_t number, std::size_t size) {
    for (std::size_t left = size; left > 0; --left) {
        const std::size_t shift = (left - 1) * 8;
        bytes.push_back(shift < 64 ? static_cast<std::uint8_t>(number >> shift) : std::uint8_t{0});
    }
}

template <class Message>
std::string redact_message(Redactor& redactor, Result<Message, protocol::DecodeError> decoded) {
    if (!decoded) return not_understood;
    Message message = std::move(decoded).value();
    redactor("message", message);
    return encode(message);
}

}  // namespace

void Redactor::redact(Input& input) {
    // Whose peer id is the smaller one decides who gives way: from here on the others are before or past.
    if (const auto* ready = std::get_if<input::IdentityReady>(&input)) own_ = ready->peer;
    (*this)("input", input);
}

void Redactor::redact(Output& output) { (*this)("output", output); }

void Redactor::operator()(const char* /*name*/, std::string& text, TextKind kind) {
    if (!text.empty()) text = stand_in(text, kind);
}
void Redactor::operator()(const char* /*name*/, PeerId& id) { id = PeerId(peer(id.value)); }
void Redactor::operator()(const char* /*name*/, RoomId& id) { id = RoomId(word(Group::Room, id.value)); }
void Redactor::operator()(const char* /*name*/, RunId& id) { id = RunId(run(id.value)); }
void Redactor::operator()(const char* /*name*/, SessionId& id) { id = SessionId(word(Group::Session, id.value)); }
void Redactor::operator()(const char* /*name*/, protocol::ConnectionName& name) {
    name = protocol::ConnectionName(connection(name.value));
}
// As many digits as the log writes.
void Redactor::operator()(const char* /*name*/, float& level) { level = std::round(level * 1'000) / 1'000; }

std::string Redactor::stand_in(std::string_view text, TextKind kind) {
    switch (kind) {
        case TextKind::Dropped:
            return {};
        case TextKind::Access:
            return word(Group::Access, text);
        case TextKind::Credential:
            return word(Group::Credential, text);
        case TextKind::Digest:
            return word(Group::Digest, text);
        case TextKind::Grant:
            return word(Group::Grant, text);
        case TextKind::Secret:
            return word(Group::Secret, text);
        case TextKind::SecretHash:
            return word(Group::SecretHash, text);
        case TextKind::Sign:
            return word(Group::Sign, text);
        case TextKind::Signature:
            return word(Group::Signature, text);
        case TextKind::Username:
            return word(Group::Username, text);
        case TextKind::Name:
            return word(Group::Name, tidied_name(text));
        case TextKind::TypedName:
            return word(Group::Name, tidied_name(shortened_name(text)));
        case TextKind::Chat:
            return chat(text);
        case TextKind::Key:
            return key(text);
        case TextKind::Origin:
            return "https://meet.invalid";
        case TextKind::Path:
            return path(text);
        case TextKind::Fragment:
            return fragment(text);
        case TextKind::Address:
            return address(text);
        case TextKind::Typed:
            return typed(text);
        case TextKind::TabGrant:
            return tab_grant(text);
        case TextKind::Element:
            return element(text);
        case TextKind::Fingerprint:
            return fingerprint(text);
        case TextKind::ServerUrl:
            return server_url(text);
        case TextKind::Candidate:
            return candidate(text);
        case TextKind::Sdp:
            return sdp(text);
        case TextKind::Mid:
            return is_small_number(text) ? std::string(text) : not_understood;
        case TextKind::DeviceId:
            return is_system_device(text) ? std::string(text) : word(Group::Device, text);
        case TextKind::DeviceLabel:
            return word(Group::Device, shortened_label(text));
        case TextKind::Sealed:
            return sealed(text, Size::Least);
        case TextKind::OwnSealed:
            return sealed(text, Size::Kept);
        case TextKind::FromServer:
            return redact_message(*this, protocol::decode_server(text));
        case TextKind::ToServer:
            return redact_message(*this, protocol::decode_client(text));
        case TextKind::Plaintext:
            return plaintext(text);
    }
    return {};
}

// `before-1` < `own` < `past-2`, as it is with those that they stand for.
std::string Redactor::peer(std::string_view text) {
    if (text.empty()) return {};
    if (text == own_.value) return "own";
    const char* const side = text < own_.value ? "before-" : "past-";
    return side + std::to_string(pseudonyms_.number(Group::Peer, text));
}

std::string Redactor::element(std::string_view text) {
    if (text == preview_element) return std::string(text);
    const PeerId presenter(peer_of_screen(text));
    return presenter.empty() ? peer(text) : screen_element(PeerId(peer(presenter.value)));
}

std::string Redactor::run(std::string_view text) {
    if (text.empty()) return {};
    std::vector<std::uint8_t> bytes;
    append(bytes, pseudonyms_.number(Group::RunBegin, text.substr(0, run_begin_characters)), run_begin_bytes);
    append(bytes, pseudonyms_.number(Group::Run, text), run_bytes - run_begin_bytes);
    return encode_base64url(bytes);
}

// `<the run's first letters>.<number>`, as Negotiation makes them.
std::string Redactor::connection(std::string_view text) {
    const bool of_a_run = text.size() > run_begin_characters && text[run_begin_characters] == '.' &&
                          is_number(text.substr(run_begin_characters + 1));
    if (!of_a_run) return word(Group::Connection, text);
    std::vector<std::uint8_t> bytes;
    append(bytes, pseudonyms_.number(Group::RunBegin, text.substr(0, run_begin_characters)), run_begin_bytes);
    return encode_base64url(bytes) + std::string(text.substr(run_begin_characters));
}

std::string Redactor::chat(std::string_view text) {
    if (text.size() <= limits::chat_text_max) return word(Group::Chat, text);
    std::string too_long(limits::chat_text_max + 1, '.');
    return too_long;
}

std::string Redactor::key(std::string_view text) {
    std::vector<std::uint8_t> bytes;
    append(bytes, pseudonyms_.number(Group::Key, text), 16);
    return encode_base64url(bytes);
}

std::string Redactor::plaintext(std::string_view text) {
    if (auto addressed = protocol::decode_peer(text)) return redact_message(*this, std::move(addressed));
    return redact_message(*this, protocol::decode_presence(text));
}

std::string Redactor::sealed(std::string_view text, Size size) {
    auto parts = protocol::decode_sealed(text);
    if (!parts) return not_understood;
    const auto [entry, added] = sealed_.try_emplace(hash_of(text));
    if (added) {
        entry->second = {sealed_.size(), size == Size::Kept ? parts->ciphertext.size() : sealed_size_least};
    }
    parts->run = RunId(run(parts->run.value));
    parts->ciphertext.clear();
    append(parts->ciphertext, entry->second.number, sizeof entry->second.number);
    parts->ciphertext.resize(entry->second.size);
    return protocol::encode_sealed(*parts);
}

}  // namespace parley::core::call_log
