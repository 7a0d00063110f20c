#pragma once

#include <cstdint>
#include <deque>
#include <list>
#include <optional>
#include <utility>

#include "core/bounds.hpp"
#include "core/seen_counters.hpp"
#include "protocol/ids.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {

/// What is remembered of everyone who was met in a room, so that nothing old is taken for new: the run that a peer is
/// in, those that it left behind, how far its counters are, and which identity was proved. It outlives calls.
class Acquaintances {
public:
    [[nodiscard]] bool is_proved(const PeerId& peer, const RunId& run, const protocol::Identity& identity) const;
    void prove(const PeerId& peer, const RunId& run, const protocol::Identity& identity);

    /// Whether a presence of a proved identity is news: of the current run at least as late as the last one, or of a
    /// run that was not seen before, which then is the current one.
    bool accept_presence(const PeerId& peer, const RunId& run, std::uint64_t counter);
    /// Whether a goodbye is of the stay that is known: no presence of a later one has come. From then on only a later
    /// one is news.
    bool accept_goodbye(const PeerId& peer, const RunId& run, std::uint64_t presence_counter);
    /// Whether a message to us is of the peer's current run and comes for the first time.
    bool accept_message(const PeerId& peer, const RunId& run, std::uint64_t counter);
    /// Whether it is the run that the peer is in.
    [[nodiscard]] bool is_current(const PeerId& peer, const RunId& run) const;

private:
    struct Acquaintance {
        PeerId peer;
        std::optional<std::pair<RunId, protocol::Identity>> proved;
        RunId run;  ///< empty: none was accepted yet
        std::uint64_t presence_counter = 0;
        std::uint64_t gone_at = 0;  ///< up to this presence they have said goodbye
        SeenCounters messages{bounds::counters_ahead_max};
        std::deque<RunId> left_behind;
    };

    [[nodiscard]] const Acquaintance* find(const PeerId& peer) const;
    Acquaintance& meet(const PeerId& peer);

    std::list<Acquaintance> met_;
};

}  // namespace parley::core
