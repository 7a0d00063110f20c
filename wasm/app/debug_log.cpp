#include "app/debug_log.hpp"

#include <cmath>

namespace parley::app {

using core::FrameReason;
using core::TimeMs;

void DebugLog::add(TimeMs now, const core::Input& input) {
    // Levels come several times a second and would push everything else out.
    if (!std::holds_alternative<core::input::Levels>(input)) keep(events_, now, "> ", core::name_of(input));
}

void DebugLog::add(TimeMs now, const core::Output& output) { keep(events_, now, "< ", core::name_of(output)); }

void DebugLog::add(TimeMs now, FrameReason reason, double took_ms) {
    std::string what(core::name_of(reason));
    what += " " + std::to_string(static_cast<int>(std::lround(took_ms * 1'000))) + " us";
    keep(frames_, now, "", what);
}

void DebugLog::keep(std::deque<std::string>& lines, TimeMs now, std::string_view mark, std::string_view what) {
    std::string line = std::to_string(now) + " ms ";
    line += mark;
    line += what;
    lines.push_back(std::move(line));
    if (lines.size() > lines_max) lines.pop_front();
}

std::string DebugLog::text(const std::vector<std::string>& summary, const core::FrameScheduler& frames) const {
    std::string text;
    const auto add_line = [&](std::string_view line) {
        text += line;
        text += '\n';
    };
    for (const auto& line : summary) add_line(line);
    add_line("\nframes drawn");
    for (std::size_t reason = 0; reason < static_cast<std::size_t>(FrameReason::Count); ++reason) {
        const auto kind = static_cast<FrameReason>(reason);
        text += "  " + std::string(core::name_of(kind)) + " " + std::to_string(frames.drawn(kind));
    }
    add_line("\n");
    for (const auto& line : frames_) add_line(line);
    add_line("\ninputs > and outputs <");
    for (const auto& line : events_) add_line(line);
    return text;
}

}  // namespace parley::app
