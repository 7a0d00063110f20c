#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "core/time.hpp"
#include "protocol/ids.hpp"
#include "protocol/letters.hpp"

namespace parley::core {

/// What is said to one person alone and must arrive once and in its order, whatever becomes of sockets and connections:
/// letters are numbered for each receiver and said again until they are received.
class Letters {
public:
    using Content = protocol::LetterContent;

    [[nodiscard]] bool has_room_for(const PeerId& to) const;
    /// False: too many wait for that peer already. `line` is the chat's line that shows it, 0 for none.
    bool write(const PeerId& to, Content content, std::uint64_t line = 0);
    /// What is to be said to the peer now: what is new, or everything that waits once `again_at` has come.
    [[nodiscard]] std::vector<protocol::Letter> due(TimeMs now, const PeerId& to);
    /// What was on its way may have got lost: all of it is due.
    void say_again(const PeerId& to);
    /// When something is due if nothing happens before.
    [[nodiscard]] std::optional<TimeMs> again_at(const PeerId& to) const;
    /// The lines of what the peer has now for the first time.
    std::vector<std::uint64_t> received(const PeerId& by, const protocol::Receipt& receipt);
    /// Nobody is waiting for them any more; their lines. What stays is read once more if it was received already.
    std::vector<std::uint64_t> give_up(const PeerId& to, const std::function<bool(const Content&)>& which);
    [[nodiscard]] std::vector<PeerId> waiting_for() const;

    struct Heard {
        std::vector<Content> news;  ///< in their order
        protocol::Receipt receipt;
    };
    Heard hear(const PeerId& from, const RunId& run, const protocol::Letter& letter);

private:
    struct Waiting {
        std::uint64_t number = 0;
        std::uint64_t line = 0;
        Content content;
    };
    struct Outgoing {
        std::deque<Waiting> waiting;
        std::uint64_t last = 0;  ///< number of the newest
        std::uint64_t said = 0;  ///< up to this one they were said, and may have arrived
        TimeMs said_at = 0;
    };
    struct Incoming {
        RunId run;
        std::uint64_t heard = 0;  ///< all up to this number
        std::map<std::uint64_t, Content> early;
    };

    std::map<PeerId, Outgoing> outgoing_;
    std::map<PeerId, Incoming> incoming_;
};

}  // namespace parley::core
