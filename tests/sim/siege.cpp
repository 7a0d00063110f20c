#include <algorithm>

#include "tests/sim/storm.hpp"

// While the server is away the people whose data channels carry see each other's changes and read what is written.

namespace parley::sim {
namespace {

using world::FakeConnection;
using world::Page;

// Longer than it takes to notice that a socket has died: a heartbeat, then the time for its answer.
constexpr TimeMs noticed_within_ms = 40'000;
// Longer than the slowest sealing and the slowest path, and than a change of the own state waits for the one before.
constexpr TimeMs arrives_within_ms = 12'000;

}  // namespace

std::vector<Storm::Pair> Storm::whole_pairs() const {
    std::vector<Pair> pairs;
    for (const Person& one : people_) {
        for (const Person& other : people_) {
            if (&one == &other || !one.in_call() || !other.in_call()) continue;
            const FakeConnection* connection = one.page->connection_to(other.name);
            if (connection == nullptr || !connection->carries() || !connection->believed()) continue;
            const FakeConnection* far_end = world_.network.other_end(*connection);
            if (far_end != other.page->connection_to(one.name) || !far_end->believed()) continue;
            pairs.push_back({one.page, other.page, connection, connection->received()});
        }
    }
    return pairs;
}

// The server is gone for as long as it takes to see what people can do without it.
void Storm::besiege() {
    note("besieges", "the server");
    world_.server.die({0, 3'000}, 0.5);
    for (Person& person : people_) {
        if (person.page != nullptr) person.page->timers_late_ms = 0;
    }
    const auto before = whole_pairs();
    world_.pass(noticed_within_ms);
    for (Person& person : people_) {
        if (person.in_call()) do_something(person);
    }
    world_.pass(arrives_within_ms);
    const auto after = whole_pairs();
    for (const Pair& pair : before) {
        const auto now = std::ranges::find_if(after, [&](const Pair& one) {
            return one.connection == pair.connection &&
                   one.received == pair.received + noticed_within_ms + arrives_within_ms;
        });
        if (now != after.end()) check_pair_under_siege(*pair.one, *pair.other);
    }
}

void Storm::do_something(Person& person) {
    Page& page = *person.page;
    if (dice_.happens(0.5)) page.put(core::action::ToggleMicrophone{});
    if (dice_.happens(0.3)) page.put(core::action::ToggleCamera{});
    if (dice_.happens(0.3)) page.put(core::action::ChangeName{person.name + std::to_string(dice_.below(9))});
    if (dice_.happens(0.2)) page.put(core::input::NetworkChanged{});
    if (dice_.happens(0.2)) allow_other_paths(person);
    for (std::size_t count = dice_.below(3); count > 0; --count) chat_.write(page);
}

void Storm::check_pair_under_siege(const Page& one, const Page& other) {
    if (one.screen() != core::Screen::Call || other.screen() != core::Screen::Call) return;
    std::vector<std::string> faults;
    check_seen(one, other, faults);
    chat_.check_arrived(one, other, faults);
    for (const std::string& fault : faults) world_.nature.journal.fault("without the server " + fault);
}

}  // namespace parley::sim
