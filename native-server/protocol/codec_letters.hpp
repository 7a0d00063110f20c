#pragma once

#include "protocol/json_members.hpp"
#include "protocol/letters.hpp"

/// The part of the codec that reads and writes letters. Private to this folder.
namespace parley::protocol {

Letter read_letter(MemberReader& member);
Json write_letter(const Letter& letter);

}  // namespace parley::protocol
