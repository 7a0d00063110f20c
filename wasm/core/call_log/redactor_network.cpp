#include <algorithm>
#include <array>

#include "core/call_log/redactor.hpp"
#include "core/call_log/tokens.hpp"
#include "core/link.hpp"

// What leads somewhere: links, addresses, candidates, descriptions. Each is taken apart; what is known by its form is
// kept, what has a number gets one, and the rest is gone.

namespace parley::core::call_log {
namespace {

constexpr std::string_view room_prefix = "/r/";
constexpr std::string_view some_key = "AAAAAAAAAAAAAAAAAAAAAA";
constexpr std::string_view fingerprint_attribute = "a=fingerprint:";
constexpr std::string_view media_line = "m=";

constexpr std::array<std::string_view, 4> url_schemes = {"stun", "stuns", "turn", "turns"};
constexpr std::array<std::string_view, 2> url_transports = {"?transport=udp", "?transport=tcp"};
constexpr std::array<std::string_view, 4> candidate_types = {"host", "srflx", "prflx", "relay"};
constexpr std::array<std::string_view, 2> candidate_transports = {"udp", "tcp"};
constexpr std::array<std::string_view, 3> media_kinds = {"audio", "video", "application"};
constexpr std::string_view parameters_attribute = "a=fmtp:";
constexpr std::array<std::string_view, 8> kept_attributes = {"a=sendrecv",      "a=sendonly",      "a=recvonly",
                                                             "a=inactive",      "a=setup:active",  "a=setup:actpass",
                                                             "a=setup:passive", "a=setup:holdconn"};

}  // namespace

std::string Redactor::path(std::string_view text) {
    if (text == "/") return std::string(text);
    const auto reference = read_address(text, some_key);
    return reference ? std::string(room_prefix) + word(Group::Room, reference->room->value) : "?";
}

std::string Redactor::fragment(std::string_view text) { return read_address("/r/any", text) ? key(text) : "?"; }

std::string Redactor::address(std::string_view text) {
    const auto [place, rest] = split(text, '#');
    return rest.empty() ? path(place) : path(place) + '#' + fragment(rest);
}

std::string Redactor::typed(std::string_view text) {
    const auto reference = read_typed(text);
    if (!reference) return "?";
    if (!reference->room) return key(reference->key);
    const std::string room = word(Group::Room, reference->room->value);
    return room + '#' + key(reference->key);
}

std::string Redactor::tab_grant(std::string_view text) {
    const auto [room, grant] = split(text, ' ');
    if (grant.empty()) return "?";
    const std::string place = word(Group::Room, room);
    return place + ' ' + word(Group::Grant, grant);
}

// The hash's name and the digits are compared in either case.
std::string Redactor::fingerprint(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return word(Group::Print, lower);
}

std::string Redactor::server_url(std::string_view text) {
    const auto [scheme, rest] = split(text, ':');
    if (!is_one_of(scheme, url_schemes)) return "?";
    const std::string_view host = rest.substr(0, rest.find('?'));
    const std::string_view query = rest.substr(host.size());
    const std::string transport(is_one_of(query, url_transports) ? query : std::string_view());
    return std::string(scheme) + ':' + word(Group::Host, host) + transport;
}

std::string Redactor::candidate(std::string_view text) {
    // candidate:<foundation> <component> <transport> <priority> <address> <port> typ <type> ...
    const auto words = words_of(text);
    const bool known =
        words.size() >= 8 && is_small_number(words[1]) && words[6] == "typ" && is_one_of(words[7], candidate_types);
    std::string number = "candidate:" + std::to_string(pseudonyms_.number(Group::Candidate, text));
    if (!known) return number;
    const std::string_view transport = is_one_of(words[2], candidate_transports) ? words[2] : "?";
    return number + ' ' + std::string(words[1]) + ' ' + std::string(transport) + " 0 " +
           word(Group::Address, words[4]) + " 9 typ " + std::string(words[7]);
}

std::string Redactor::sdp(std::string_view text) {
    std::string named_by;
    std::string kept;
    while (!text.empty()) {
        auto [line, rest] = split(text, '\n');
        text = rest;
        if (line.ends_with('\r')) line.remove_suffix(1);
        // The core adds to parameters, which the log leaves out: it stays the same description.
        if (!line.starts_with(parameters_attribute)) named_by.append(line).append("\n");
        if (const std::string stays = sdp_line(line); !stays.empty()) kept += stays + "\r\n";
    }
    return "v=0\r\ns=" + word(Group::Sdp, named_by) + "\r\n" + kept;
}

std::string Redactor::sdp_line(std::string_view line) {
    if (is_one_of(line, kept_attributes)) return std::string(line);
    if (line.starts_with(fingerprint_attribute)) {
        return std::string(fingerprint_attribute) + fingerprint(line.substr(fingerprint_attribute.size()));
    }
    if (!line.starts_with(media_line)) return {};
    const std::string_view kind = split(line.substr(media_line.size()), ' ').first;
    return is_one_of(kind, media_kinds) ? std::string(media_line) + std::string(kind) : std::string();
}

}  // namespace parley::core::call_log
