#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/bounds.hpp"
#include "core/time.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {

/// Local candidates on their way to the peer: the first at once, then in batches, then the end. Nothing goes
/// before `open`: a candidate means nothing before its description.
class CandidateBatch {
public:
    void reset() { *this = CandidateBatch(); }
    void open() { open_ = true; }

    void add(protocol::Candidate candidate) {
        if (held_.size() < bounds::candidates_held_max) held_.push_back(std::move(candidate));
    }
    void end() { ended_ = true; }

    struct Ready {
        std::vector<protocol::Candidate> list;
        bool end = false;
    };

    /// What is to be sent now, if anything; call again until there is nothing.
    std::optional<Ready> take(TimeMs now) {
        if (!open_ || (held_.empty() && !(ended_ && !end_said_))) return std::nullopt;
        const bool due = !first_said_ || ended_ || (flush_at_ && *flush_at_ <= now);
        if (!due) {
            if (!flush_at_) flush_at_ = now + bounds::candidate_batch_ms;
            return std::nullopt;
        }
        const auto count = static_cast<std::ptrdiff_t>(std::min(held_.size(), bounds::candidates_per_message_max));
        Ready ready{{held_.begin(), held_.begin() + count}, false};
        held_.erase(held_.begin(), held_.begin() + count);
        ready.end = ended_ && held_.empty();
        end_said_ = ready.end;
        first_said_ = true;
        flush_at_.reset();
        return ready;
    }

    [[nodiscard]] std::optional<TimeMs> deadline() const { return flush_at_; }

private:
    std::vector<protocol::Candidate> held_;
    std::optional<TimeMs> flush_at_;
    bool open_ = false;
    bool first_said_ = false;
    bool ended_ = false;
    bool end_said_ = false;
};

}  // namespace parley::core
