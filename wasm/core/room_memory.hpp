#pragma once

#include "core/acquaintances.hpp"
#include "core/chat.hpp"
#include "core/letters.hpp"
#include "core/sealing.hpp"
#include "core/signalling.hpp"

namespace parley::core {

/// What outlives a call in its room for as long as the page lives: who leaves and comes back goes on counting, knows
/// whom it met and has read what was said.
struct RoomMemory {
    SealCounters counters;
    Acquaintances acquaintances;
    Chat chat;
    Signalling::StrayJoin stray_join{};
    Letters letters{};
};

}  // namespace parley::core
