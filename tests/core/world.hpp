#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/world/world.hpp"

namespace parley::core {

using world::FakeConnection;
using world::key_of;
using world::Page;
using world::room_of;
using world::Server;

/// Long enough for a join, an offer, an answer and a path, and too short for any timer of the recovery.
inline constexpr TimeMs settle_ms = 1'000;

/// A world in which everything takes the same time, and whose faults are failures of the test that it is in.
class World : public world::World {
public:
    explicit World(const hub::Settings& settings = {}) : world::World(1, settings) {
        nature.journal.on_fault = [](const std::string& fault) { ADD_FAILURE() << fault; };
    }

    /// A page that joined the meeting of `key_of('k')`, or is about to: no time passes.
    Page& joining(const std::string& name, const std::string& run = {}) {
        Page& added = page(name, run);
        join(added);
        return added;
    }
    /// The same, once everything has come to rest.
    Page& joined(const std::string& name, const std::string& run = {}) {
        Page& added = joining(name, run);
        pass(settle_ms);
        return added;
    }
    /// Nobody reaches the server any more, and everybody knows.
    void lose_server() {
        server.answer = Server::Answer::Refuses;
        server.restart();
        pass(settle_ms);
    }
};

}  // namespace parley::core
