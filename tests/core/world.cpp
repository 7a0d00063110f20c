#include "tests/core/world.hpp"

#include <gtest/gtest.h>

namespace parley::core {

Page& World::page(const std::string& name, const std::string& run) {
    return pages.emplace_back(timeline, network, server, name, run.empty() ? "run-of-" + name : run);
}

Page& World::joining(const std::string& name, const std::string& run) {
    Page& added = page(name, run);
    const std::string key = key_of('k');
    added.boot("/r/" + room_of(key).value, key, input::Boot::Entry::JoinAtOnce);
    return added;
}

Page& World::joined(const std::string& name, const std::string& run) {
    Page& added = joining(name, run);
    pass(settle_ms);
    return added;
}

std::optional<TimeMs> World::next() const {
    std::optional<TimeMs> first = earlier(timeline.next(), server.deadline());
    for (const Page& page : pages) first = earlier(first, page.deadline());
    return first;
}

void World::tick_due() {
    const TimeMs now = timeline.now();
    if (server.deadline() && *server.deadline() <= now) server.tick();
    for (Page& page : pages) {
        if (!page.deadline() || *page.deadline() > now) continue;
        page.tick();
        // A deadline that its own tick leaves behind would spin a browser.
        EXPECT_TRUE(!page.deadline() || *page.deadline() > now) << "a deadline stays in the past";
    }
}

void World::pass(TimeMs duration_ms) {
    const TimeMs end = timeline.now() + duration_ms;
    while (const auto at = next()) {
        if (*at > end) break;
        if (timeline.next() && *timeline.next() <= *at) {
            timeline.run_next();
        } else {
            timeline.move_to(std::max(*at, timeline.now()));
            tick_due();
        }
    }
    timeline.move_to(end);
}

}  // namespace parley::core
