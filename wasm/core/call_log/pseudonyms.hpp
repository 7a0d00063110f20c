#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace parley::core::call_log {

/// FNV-1a (Fowler, Noll, Vo; 64 bits): the same everywhere. Begin with what another text gave to hash both as one.
inline constexpr std::uint64_t hash_begin = 0xcbf29ce484222325;
std::uint64_t hash_of(std::string_view text, std::uint64_t begin = hash_begin);

/// Stand-ins for what is private: a word and a number that counts up in the order in which things are first seen.
/// Since what is seen in the same order gets the same numbers, stand-ins that are put through once more stay as they
/// are. Only hashes are remembered.
class Pseudonyms {
public:
    enum class Group : std::uint8_t {
        Access,
        Address,
        Candidate,
        Chat,
        Connection,
        Credential,
        Device,
        Digest,
        Grant,
        Host,
        Key,
        Name,
        Peer,
        Print,
        Room,
        Run,
        RunBegin,
        Sdp,
        Secret,
        SecretHash,
        Session,
        Sign,
        Signature,
        Username,
        Count
    };

    /// 1 for the first text of the group.
    std::uint64_t number(Group group, std::string_view text);
    /// As in `name-3`; nothing stays nothing.
    std::string word(Group group, std::string_view text);

private:
    std::unordered_map<std::uint64_t, std::uint64_t> numbers_;
    std::array<std::uint64_t, static_cast<std::size_t>(Group::Count)> last_{};
};

}  // namespace parley::core::call_log
