#pragma once

#include <list>
#include <optional>
#include <string>

#include "tests/core/network.hpp"
#include "tests/core/page.hpp"
#include "tests/core/server.hpp"
#include "tests/core/timeline.hpp"

namespace parley::core {

/// One server, the network and some pages, with a time that only a test moves. Nothing in it depends on anything
/// else, so a test that fails does so every time.
class World {
public:
    explicit World(const hub::Settings& settings = {}) : network(timeline), server(timeline, settings) {}

    /// Not booted yet. A peer's id is its name; of two peers the one whose name is smaller is polite.
    Page& page(const std::string& name, const std::string& run = {});
    /// A page that joined the meeting of `key_of('k')`, or is about to: no time passes.
    Page& joining(const std::string& name, const std::string& run = {});
    /// The same, once everything has come to rest.
    Page& joined(const std::string& name, const std::string& run = {});

    /// Lets time pass as a browser would: every event and every deadline on the way happens at its time.
    void pass(TimeMs duration_ms);

    Timeline timeline;
    Network network;
    Server server;
    std::list<Page> pages;

private:
    [[nodiscard]] std::optional<TimeMs> next() const;
    void tick_due();
};

/// Long enough for a join, an offer, an answer and a path, and too short for any timer of the recovery.
inline constexpr TimeMs settle_ms = 1'000;

}  // namespace parley::core
