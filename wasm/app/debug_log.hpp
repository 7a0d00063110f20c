#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame_scheduler.hpp"
#include "core/input.hpp"
#include "core/output.hpp"
#include "core/time.hpp"

namespace parley::app {

/// What `?debug` shows: the last inputs, outputs and frames. Kinds only; no name, key or address goes in.
class DebugLog {
public:
    void add(core::TimeMs now, const core::Input& input);
    void add(core::TimeMs now, const core::Output& output);
    /// `took_ms`: what drawing the frame cost on this thread.
    void add(core::TimeMs now, core::FrameReason reason, double took_ms);

    /// The whole text: `summary` (of the core), then frames by reason, then what happened last.
    [[nodiscard]] std::string text(const std::vector<std::string>& summary, const core::FrameScheduler& frames) const;

private:
    static constexpr std::size_t lines_max = 14;

    void keep(std::deque<std::string>& lines, core::TimeMs now, std::string_view mark, std::string_view what);

    std::deque<std::string> events_;
    std::deque<std::string> frames_;
};

}  // namespace parley::app
