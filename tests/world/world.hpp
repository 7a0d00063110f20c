#pragma once

#include <list>
#include <optional>
#include <string>

#include "tests/world/nature.hpp"
#include "tests/world/network.hpp"
#include "tests/world/page.hpp"
#include "tests/world/server.hpp"

namespace parley::world {

/// One server, the network and some pages, with a time that only its owner moves. Nothing in it depends on anything
/// but its seed and what is done to it, so what fails does so every time.
class World {
public:
    explicit World(std::uint64_t seed, const hub::Settings& settings = {})
        : nature(seed), network(nature), server(nature, settings) {}

    /// Not booted yet. A peer's id is its name; of two peers the one whose name is smaller is polite.
    Page& page(const std::string& name, const std::string& run = {});
    /// Goes into the meeting of `key_of('k')`, or is about to: no time passes.
    static void join(Page& page);

    /// Lets time pass as a browser would: every event and every deadline on the way happens at its time.
    void pass(TimeMs duration_ms);

    Nature nature;
    Network network;
    Server server;
    std::list<Page> pages;

private:
    [[nodiscard]] std::optional<TimeMs> next() const;
    void tick_due();
};

}  // namespace parley::world
