#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "core/bounds.hpp"
#include "core/time.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {

/// Local candidates on their way to the peer (RFC 8838): the first at once, then in batches, then the end. Nothing
/// goes before `open`: a candidate means nothing before its description. What went is kept, in case it got lost.
class CandidateBatch {
public:
    void reset() { *this = CandidateBatch(); }
    void open() { open_ = true; }

    /// Those over `candidates_held_max` are dropped: that many paths lead somewhere or none does.
    void add(protocol::Candidate candidate) {
        if (candidates_.size() < bounds::candidates_held_max) candidates_.push_back(std::move(candidate));
    }
    void end() { ended_ = true; }
    /// Everything is to be said again.
    void rewind() {
        said_ = 0;
        end_said_ = false;
    }

    struct Ready {
        std::vector<protocol::Candidate> list;
        bool end = false;
    };

    /// What is to be sent now, if anything; call again until there is nothing.
    std::optional<Ready> take(TimeMs now) {
        if (!open_ || (said_ == candidates_.size() && (!ended_ || end_said_))) return std::nullopt;
        const bool due = said_ == 0 || ended_ || (flush_at_ && *flush_at_ <= now);
        if (!due) {
            if (!flush_at_) flush_at_ = now + bounds::candidate_batch_ms;
            return std::nullopt;
        }
        const auto count = std::min(candidates_.size() - said_, bounds::candidates_per_message_max);
        const auto first = candidates_.begin() + static_cast<std::ptrdiff_t>(said_);
        said_ += count;
        end_said_ = ended_ && said_ == candidates_.size();
        flush_at_.reset();
        return Ready{{first, first + static_cast<std::ptrdiff_t>(count)}, end_said_};
    }

    [[nodiscard]] std::optional<TimeMs> deadline() const { return flush_at_; }

private:
    std::vector<protocol::Candidate> candidates_;
    std::size_t said_ = 0;  ///< how many of them
    std::optional<TimeMs> flush_at_;
    bool open_ = false;
    bool ended_ = false;
    bool end_said_ = false;
};

}  // namespace parley::core
