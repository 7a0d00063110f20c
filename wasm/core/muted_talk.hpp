#pragma once

#include <optional>

#include "core/bounds.hpp"
#include "core/speaking.hpp"
#include "core/time.hpp"

namespace parley::core {

/// Whether a person talks without noticing that they are muted: they are told so for a while, and then left alone for
/// longer.
class MutedTalk {
public:
    /// `level` of the microphone as it would be heard; linear, 0 to 1.
    void hear(TimeMs now, float level) {
        speaking_.tick(now);
        const bool spoke = speaking_.active();
        speaking_.hear(now, level);
        if (!speaking_.active()) return;
        if (!spoke) since_ = now;
        if (now < since_ + bounds::muted_talk_ms || now < next_hint_at_) return;
        hint_until_ = now + bounds::muted_hint_ms;
        next_hint_at_ = now + bounds::muted_hint_gap_ms;
    }
    /// The microphone is live, or there is none: what was said before has been heard, or can't be.
    void stop() {
        speaking_.stop();
        hint_until_.reset();
    }
    void tick(TimeMs now) {
        speaking_.tick(now);
        if (hint_until_ && *hint_until_ <= now) hint_until_.reset();
    }

    [[nodiscard]] bool hint() const { return hint_until_.has_value(); }
    [[nodiscard]] std::optional<TimeMs> deadline() const { return hint_until_; }

private:
    Speaking speaking_;
    TimeMs since_ = 0;
    TimeMs next_hint_at_ = 0;
    std::optional<TimeMs> hint_until_;
};

}  // namespace parley::core
