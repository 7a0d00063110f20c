#include "core/call_log/pseudonyms.hpp"

namespace parley::core::call_log {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Pseudonyms::Group::Count)> words = {
    "access", "address", "candidate", "chat", "connection", "credential", "device",    "digest",
    "grant",  "host",    "key",       "name", "peer",       "print",      "room",      "run",
    "begin",  "sdp",     "secret",    "hash", "session",    "sign",       "signature", "username"};
static_assert(!words.back().empty());

}  // namespace

std::uint64_t hash_of(std::string_view text, std::uint64_t begin) {
    std::uint64_t hash = begin;
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return hash;
}

std::uint64_t Pseudonyms::number(Group group, std::string_view text) {
    const auto place = static_cast<std::size_t>(group);
    const auto [entry, added] = numbers_.try_emplace(hash_of(text, hash_of(words[place])), 0);
    if (added) entry->second = ++last_[place];
    return entry->second;
}

std::string Pseudonyms::word(Group group, std::string_view text) {
    if (text.empty()) return {};
    return std::string(words[static_cast<std::size_t>(group)]) + '-' + std::to_string(number(group, text));
}

}  // namespace parley::core::call_log
