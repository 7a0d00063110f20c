#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/replay/recording.hpp"
#include "tests/sim/storm.hpp"

namespace parley::replay {
namespace {

TEST(StormLog, OfEveryPageIsReplayedToTheSameOutputs) {
    std::size_t logs = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        std::vector<world::Page*> pages;
        sim::Storm storm(seed);
        storm.on_load = [&](world::Page& page) {
            page.client.record("test");
            pages.push_back(&page);
        };
        storm.play();
        // Nobody presses anything in a tab that is gone.
        std::erase_if(pages, [](const world::Page* page) { return page->gone(); });
        for (world::Page* page : pages) {
            ASSERT_TRUE(is_replayed(saved_log(*page))) << "seed " << seed << ", " << page->name;
        }
        logs += pages.size();
    }
    EXPECT_GT(logs, 200U);
}

}  // namespace
}  // namespace parley::replay
