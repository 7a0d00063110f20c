#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/replay/replay.hpp"
#include "tests/sim/storm.hpp"

namespace parley::replay {
namespace {

std::string saved_log(world::Page& page) {
    page.forget();
    page.remembers = true;
    page.put(core::UserAction(core::action::SaveCallLog{}));
    const auto files = page.asked<core::output::SaveFile>();
    return files.size() == 1 ? files.front().text : std::string();
}

std::string in_words(const Difference& difference) {
    return "line " + std::to_string(difference.line) + ", " + difference.input + ": expected " + difference.expected +
           ", found " + difference.found;
}

TEST(Storm, IsReplayedToTheSameOutputsFromTheLogOfEachPage) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        std::vector<world::Page*> pages;
        sim::Storm storm(seed);
        storm.on_load = [&](world::Page& page) {
            page.client.record("test");
            pages.push_back(&page);
        };
        storm.play();
        for (world::Page* page : pages) {
            // Nobody presses anything in a tab that is gone.
            if (page->gone()) continue;
            const std::string text = saved_log(*page);
            const auto log = read_log(text);
            ASSERT_TRUE(log) << "seed " << seed << ": " << log.error().message;
            const Verdict verdict = replay(log.value());
            ASSERT_FALSE(verdict.difference)
                << "seed " << seed << ", " << page->name << ": " << in_words(*verdict.difference);
            ASSERT_GT(verdict.inputs, 20U);
        }
    }
}

}  // namespace
}  // namespace parley::replay
