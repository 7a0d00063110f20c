#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/replay/replay.hpp"
#include "tests/world/world.hpp"

namespace parley::replay {

/// What the person at the page gets who presses `Save call log`. The page must record.
inline std::string saved_log(world::Page& page) {
    page.forget();
    page.remembers = true;
    page.put(core::UserAction(core::action::SaveCallLog{}));
    const auto files = page.asked<core::output::SaveFile>();
    return files.size() == 1 ? files.front().text : std::string();
}

inline std::string in_words(const Difference& difference) {
    return "line " + std::to_string(difference.line) + ", " + difference.input + ": expected " + difference.expected +
           ", found " + difference.found;
}

/// Whether a log is replayed to the same outputs, and what is in the way otherwise.
inline testing::AssertionResult is_replayed(const std::string& text) {
    const auto log = read_log(text);
    if (!log) return testing::AssertionFailure() << log.error().message;
    const Verdict verdict = replay(log.value());
    if (verdict.difference) return testing::AssertionFailure() << in_words(*verdict.difference);
    return testing::AssertionSuccess();
}

}  // namespace parley::replay
