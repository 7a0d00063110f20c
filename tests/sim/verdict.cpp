#include <algorithm>

#include "tests/sim/storm.hpp"

// What must be the case once nothing goes wrong any more.

namespace parley::sim {
namespace {

using core::PairState;
using world::FakeConnection;
using world::Page;

using Faults = std::vector<std::string>;

void check_alone(const Page& page, std::size_t present, Faults& faults) {
    const core::View& view = page.client.view();
    const auto expect = [&](bool holds, const std::string& what) {
        if (!holds) faults.push_back(page.name + ' ' + what);
    };
    expect(view.screen == core::Screen::Call, "is not in the call");
    expect(view.server == core::ServerLink::Online, "is not online");
    expect(view.participants.size() == present,
           "sees " + std::to_string(view.participants.size()) + " people instead of " + std::to_string(present));
    const auto deadline = page.client.deadline();
    expect(deadline.has_value(), "waits for nothing, not even the next sign of life");
}

void check_connected(const Page& one, const Page& other, const world::Network& network, Faults& faults) {
    const std::string pair = one.name + " and " + other.name + ' ';
    const core::ParticipantView* seen = one.sees(other.name);
    if (seen->pair != PairState::Connected) return faults.push_back(pair + "are not connected");
    const FakeConnection* connection = one.connection_to(other.name);
    if (connection == nullptr) return faults.push_back(pair + "show nothing");
    if (!connection->carries()) return faults.push_back(pair + "only believe that they are connected");
    if (network.other_end(*connection) != other.connection_to(one.name)) faults.push_back(pair + "show another page");
    if (connection->signalling() != FakeConnection::Signalling::Stable) faults.push_back(pair + "are negotiating");
}

// Whoever looks is sent a picture, and nobody else.
void check_pictures(const Page& one, const Page& other, Faults& faults) {
    const FakeConnection* connection = one.connection_to(other.name);
    if (connection == nullptr) return;
    using Activity = core::quality::Encoding::Activity;
    const auto encoding = connection->encodings.find(core::Slot::Camera);
    if (encoding == connection->encodings.end()) return faults.push_back(one.name + " was not told how to send");
    const bool sent = encoding->second.activity == Activity::Sent;
    const bool recorded = other.client.view().recording.state >= core::RecordingView::State::Starting;
    const bool looked_at = other.eyes() == Page::Eyes::OnCall || recorded;
    if (sent != looked_at)
        faults.push_back(one.name + (sent ? " sends in vain to " : " sends nothing to ") + other.name);
}

// A line for the server, then one for each pair; each says which step it is in.
void check_steps(const Page& page, Faults& faults) {
    const auto lines = page.client.summary();
    for (std::size_t index = 1; index < lines.size(); ++index) {
        if (!lines[index].ends_with("stable, connected")) faults.push_back(page.name + " is stuck: " + lines[index]);
    }
}

/// The order of all hands is the same everywhere; while the server is away, only among those who miss the same people.
bool is_right_about_the_hand(const Page& one, const Page& other, const core::ParticipantView& seen) {
    const auto& participants = other.client.view().participants;
    if (participants.empty()) return true;
    const auto hands = [](const Page& page) {
        return std::ranges::count_if(page.client.view().participants,
                                     [](const core::ParticipantView& person) { return person.hand_place > 0; });
    };
    const auto own_place = participants.front().hand_place;
    if (hands(one) == hands(other)) return seen.hand_place == own_place;
    return (seen.hand_place > 0) == (own_place > 0);
}

}  // namespace

void Storm::check_seen(const Page& one, const Page& other, Faults& faults) {
    const core::ParticipantView* seen = one.sees(other.name);
    if (seen == nullptr) return faults.push_back(one.name + " does not see " + other.name);
    const core::LocalView& local = other.client.view().local;
    if (seen->microphone_on != (local.microphone == core::DeviceState::On)) {
        faults.push_back(one.name + " is wrong about the microphone of " + other.name);
    }
    if (seen->camera_on != (local.camera == core::DeviceState::On)) {
        faults.push_back(one.name + " is wrong about the camera of " + other.name);
    }
    if (seen->screen_on != (other.client.view().screen_share.state == core::ScreenShareState::On)) {
        faults.push_back(one.name + " is wrong about the screen of " + other.name);
    }
    if (!is_right_about_the_hand(one, other, *seen)) {
        faults.push_back(one.name + " is wrong about the hand of " + other.name);
    }
    const bool records = other.client.view().recording.state >= core::RecordingView::State::Starting;
    if (seen->recording != records) faults.push_back(one.name + " is wrong about what " + other.name + " records");
    if (seen->name != local.name) faults.push_back(one.name + " is wrong about the name of " + other.name);
}

void Storm::check_paths(const Page& one, const Page& other, Faults& faults) const {
    using Paths = core::output::CreateConnection::Paths;
    const FakeConnection* connection = one.connection_to(other.name);
    if (connection == nullptr) return;
    const bool by_choice = one.preferences.paths == Paths::RelayOnly || other.preferences.paths == Paths::RelayOnly;
    const bool walled = world_.network.is_walled(one.name, other.name);
    const std::string pair = one.name + " and " + other.name;
    if (by_choice && !connection->relayed()) faults.push_back(pair + " go past the relay that was asked for");
    if (networks_changed_ && !by_choice && !walled && connection->relayed()) {
        faults.push_back(pair + " go through a relay that nobody needs");
    }
}

// What is not looked at any more is sent for a moment longer: this holds only some time after everything else.
std::vector<std::string> Storm::verdict_on_pictures() const {
    Faults faults;
    for (const Person& one : people_) {
        for (const Person& other : people_) {
            if (&one == &other || !one.present() || !other.present()) continue;
            const bool cut = stays_cut_ == std::pair<std::string, std::string>(std::minmax(one.name, other.name));
            if (cut) continue;
            check_pictures(*one.page, *other.page, faults);
            check_screen(*one.page, *other.page, faults);
        }
    }
    return faults;
}

std::vector<std::string> Storm::verdict() const {
    Faults faults;
    std::vector<const Page*> present;
    for (const Person& person : people_) {
        if (person.present()) present.push_back(person.page);
    }
    for (const Page* one : present) {
        check_alone(*one, present.size(), faults);
        check_devices(*one, faults);
        for (const Page* other : present) {
            if (one == other) continue;
            if (one->sees(other->name) == nullptr) {
                faults.push_back(one->name + " does not see " + other->name);
                continue;
            }
            check_seen(*one, *other, faults);
            if (stays_cut_ != std::pair<std::string, std::string>(std::minmax(one->name, other->name))) {
                check_connected(*one, *other, world_.network, faults);
                check_paths(*one, *other, faults);
            } else if (one->sees(other->name)->pair != PairState::Failed) {
                faults.push_back(one->name + " does not report that there is no path to " + other->name);
            }
        }
        if (!stays_cut_) {
            check_steps(*one, faults);
            if (one->open_connections() + 1 != present.size()) faults.push_back(one->name + " leaks a connection");
        }
        if (one->screen() != core::Screen::Call) continue;
        if (!stays_cut_) {
            for (auto& fault : letters_.check(*one, present)) faults.push_back(std::move(fault));
        }
        for (auto& fault : chat_.check(*one, present, world_.server.taken_to_keep())) {
            faults.push_back(std::move(fault));
        }
    }
    if (world_.server.people() != present.size()) faults.emplace_back("the server is wrong about who is there");
    return faults;
}

}  // namespace parley::sim
