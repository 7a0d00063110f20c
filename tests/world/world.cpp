#include "tests/world/world.hpp"

#include <algorithm>

namespace parley::world {

Page& World::page(const std::string& name, const std::string& run) {
    return pages.emplace_back(nature, network, server, name, run.empty() ? "run-of-" + name : run);
}

void World::join(Page& page) {
    const std::string key = key_of('k');
    page.boot("/r/" + room_of(key).value, key, core::input::Boot::Entry::JoinAtOnce);
}

std::optional<TimeMs> World::next() const {
    std::optional<TimeMs> first = core::earlier(nature.timeline.next(), server.deadline());
    for (const Page& page : pages) first = core::earlier(first, page.deadline());
    return first;
}

void World::tick_due() {
    const TimeMs now = nature.timeline.now();
    if (server.deadline() && *server.deadline() <= now) server.tick();
    for (Page& page : pages) {
        if (!page.deadline() || *page.deadline() > now) continue;
        page.tick();
        // A deadline that its own tick leaves behind would spin a browser.
        if (page.lags()) nature.journal.fault("a deadline of " + page.name + " stays in the past");
    }
}

void World::pass(TimeMs duration_ms) {
    const TimeMs end = nature.timeline.now() + duration_ms;
    while (const auto at = next()) {
        if (*at > end || !nature.journal.faults().empty()) break;
        if (nature.timeline.next() && *nature.timeline.next() <= *at) {
            nature.timeline.run_next();
        } else {
            nature.timeline.move_to(std::max(*at, nature.timeline.now()));
            tick_due();
        }
    }
    nature.timeline.move_to(end);
}

}  // namespace parley::world
