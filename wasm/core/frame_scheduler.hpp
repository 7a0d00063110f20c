#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/time.hpp"

namespace parley::core {

/// Why a frame is drawn.
enum class FrameReason : std::uint8_t { View, Pointer, Semantics, Surface, Animation, ContextRestored, Settle, Count };

/// Decides when the canvas is drawn: for a reason, then a few frames more so that the interface settles, then not
/// at all. An idle page draws nothing.
class FrameScheduler {
public:
    /// Patient: frames that nobody's hand asked for wait for `bounds::drawing_patience_ms`, so that drawing takes no
    /// time from what is more urgent.
    enum class Pace : std::uint8_t { Prompt, Patient };
    void set_pace(Pace pace) { pace_ = pace; }

    /// Something changed that a frame would show.
    void request(TimeMs now, FrameReason reason);
    /// The interface itself wants a frame at `at` (an animation, the end of a message), or none.
    void want_at(std::optional<TimeMs> at) { animation_at_ = at; }

    /// Whether to draw now, and why. What is given back counts as drawn.
    std::optional<FrameReason> take(TimeMs now);
    /// Whether the browser's next animation frame is needed.
    [[nodiscard]] bool wants_animation_frame(TimeMs now) const;
    /// When to look again if nothing happens before.
    [[nodiscard]] std::optional<TimeMs> deadline() const;

    [[nodiscard]] std::uint64_t drawn(FrameReason reason) const { return drawn_[static_cast<std::size_t>(reason)]; }

private:
    static constexpr int settle_frames = 3;

    [[nodiscard]] bool waits(TimeMs now) const;

    Pace pace_ = Pace::Prompt;
    std::optional<FrameReason> due_;
    TimeMs due_since_ = 0;
    std::optional<TimeMs> animation_at_;
    int settle_left_ = 0;
    std::array<std::uint64_t, static_cast<std::size_t>(FrameReason::Count)> drawn_{};
};

std::string_view name_of(FrameReason reason);

}  // namespace parley::core
