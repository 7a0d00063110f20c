#include <algorithm>

#include "tests/sim/storm.hpp"

// Everything that can happen in a storm. Each does nothing when there is nobody to whom it could happen.

namespace parley::sim {
namespace {

using world::Delay;
using world::Server;

constexpr std::size_t people_max = 8;
constexpr std::size_t present_max = 5;

}  // namespace

const std::array<Storm::Strike, 39>& Storm::strikes() {
    static constexpr std::array<Strike, 39> all = {{
        {"cut path", 4, &Storm::cut_path},
        {"mend path", 4, &Storm::mend_path},
        {"lose socket", 6, &Storm::lose_socket},
        {"server dies", 3, &Storm::server_dies},
        {"server starts", 4, &Storm::server_starts},
        {"server answers otherwise", 2, &Storm::server_answers_otherwise},
        {"server drains", 1, &Storm::server_drains},
        {"write", 9, &Storm::write},
        {"toggle microphone", 2, &Storm::toggle_microphone},
        {"toggle camera", 2, &Storm::toggle_camera},
        {"move", 3, &Storm::move},
        {"network event", 2, &Storm::network_event},
        {"fall asleep", 2, &Storm::fall_asleep},
        {"wake up", 3, &Storm::wake_up},
        {"reload", 3, &Storm::reload},
        {"close tab", 1, &Storm::close_tab},
        {"leave", 2, &Storm::leave},
        {"rejoin", 3, &Storm::rejoin},
        {"arrive", 2, &Storm::arrive},
        {"hide tab", 1, &Storm::hide_tab},
        {"line changes", 2, &Storm::line_changes},
        {"raise wall", 2, &Storm::raise_wall},
        {"take wall down", 2, &Storm::take_wall_down},
        {"allow other paths", 2, &Storm::allow_other_paths},
        {"clock leaps", 1, &Storm::clock_leaps},
        {"besiege", 1, &Storm::besiege},
        {"repeat the past", 2, &Storm::repeat_the_past},
        {"toggle screen", 3, &Storm::toggle_screen},
        {"end screen", 1, &Storm::end_screen},
        {"toggle hand", 4, &Storm::toggle_hand},
        {"device goes", 2, &Storm::device_goes},
        {"device comes", 2, &Storm::device_comes},
        {"device is taken", 1, &Storm::device_is_taken},
        {"device is held", 1, &Storm::device_is_held},
        {"choose device", 2, &Storm::choose_device},
        {"record", 2, &Storm::record},
        {"write privately", 4, &Storm::write_privately},
        {"send file", 4, &Storm::send_file},
        {"decide about files", 2, &Storm::decide_about_files},
    }};
    return all;
}

void Storm::cut_path() {
    const Person* one = someone();
    const Person* other = someone();
    if (one == nullptr || one == other) return;
    note("cuts", one->name + " from " + other->name);
    world_.network.cut(one->name, other->name);
}

void Storm::mend_path() {
    for (const Person& one : people_) {
        for (const Person& other : people_) {
            if (one.name >= other.name || !world_.network.is_cut(one.name, other.name) || dice_.happens(0.4)) continue;
            note("mends", one.name + " with " + other.name);
            return world_.network.mend(one.name, other.name);
        }
    }
}

void Storm::lose_socket() {
    const Person* one = someone();
    if (one == nullptr || one->page->sockets_opened() == 0) return;
    Server::Wire& wire = one->page->wire();
    if (dice_.happens(0.4)) {
        note("cuts the socket of", one->name);
        return world_.server.cut(wire);
    }
    const auto notice = [this]() -> std::optional<TimeMs> {
        if (dice_.happens(0.4)) return std::nullopt;
        return dice_.draw({0, dice_.happens(0.5) ? 50 : 12'000});
    };
    note("loses the socket of", one->name);
    world_.server.lose(wire, {notice(), notice()});
}

void Storm::server_dies() {
    note("kills", "the server");
    world_.server.die({0, dice_.happens(0.5) ? 0 : 3'000}, std::array<double, 3>{1, 0.5, 0}[dice_.below(3)]);
    if (dice_.happens(0.3)) server_starts();
}

void Storm::server_starts() {
    note("starts", "the server");
    world_.server.start();
    world_.server.answer = Server::Answer::Accepts;
}

void Storm::server_answers_otherwise() {
    world_.server.answer = static_cast<Server::Answer>(dice_.below(3));
    note("lets the server",
         std::array{"accept", "refuse", "say nothing"}[static_cast<std::size_t>(world_.server.answer)]);
}

void Storm::server_drains() {
    if (!world_.server.alive()) return;
    note("drains", "the server");
    const protocol::Drain notice{dice_.draw({0, 6'000}), dice_.draw({0, 6'000})};
    world_.server.drain(notice, dice_.draw({0, 5'000}));
}

void Storm::write() {
    Person* one = someone_in_call();
    if (one == nullptr) return;
    note("lets write", one->name);
    for (std::size_t count = dice_.happens(0.1) ? 40 : 1 + dice_.below(2); count > 0; --count) chat_.write(*one->page);
}

void Storm::toggle_microphone() {
    if (const Person* one = someone()) one->page->put(core::action::ToggleMicrophone{});
}

void Storm::toggle_hand() {
    Person* person = someone_in_call();
    if (person == nullptr) return;
    note("moves the hand of", person->name);
    person->page->put(core::action::ToggleHand{});
}

void Storm::toggle_camera() {
    const Person* one = someone();
    if (one == nullptr) return;
    // Every third time what is behind them, too: without a draw, so that it changes no other fate.
    if (++cameras_toggled_ % 3 == 0) {
        const auto backdrop =
            static_cast<core::Backdrop>(cameras_toggled_ / 3 % static_cast<int>(core::Backdrop::Count));
        one->page->put(core::action::SetEffect{{backdrop, core::Light::AsItIs}});
        one->page->put(core::action::SetNoiseFilter{static_cast<core::NoiseFilter>(cameras_toggled_ % 2)});
    }
    one->page->put(core::action::ToggleCamera{});
}

// Begins, pauses, goes on or ends, as it happens to stand.
void Storm::record() {
    const Person* one = someone();
    if (one == nullptr) return;
    using State = core::RecordingView::State;
    const State state = one->page->client.view().recording.state;
    if (state == State::Idle) return one->page->put(core::action::StartRecording{});
    if (dice_.happens(0.5)) return one->page->put(core::action::StopRecording{});
    if (state == State::Paused) return one->page->put(core::action::ResumeRecording{});
    one->page->put(core::action::PauseRecording{});
}

void Storm::move() {
    const Person* one = someone();
    if (one == nullptr) return;
    note("moves", one->name + " to another network");
    world_.network.move(one->name);
    if (one->page->sockets_opened() > 0) world_.server.lose(one->page->wire(), {std::nullopt, std::nullopt});
    if (dice_.happens(0.7)) one->page->put(core::input::NetworkChanged{});
}

void Storm::network_event() {
    if (const Person* one = someone()) one->page->put(core::input::NetworkChanged{});
}

void Storm::fall_asleep() {
    Person* one = someone();
    if (one == nullptr) return;
    note("sends to sleep", one->name);
    one->asleep = true;
    world_.network.isolate(one->name);
    if (one->page->sockets_opened() > 0 && dice_.happens(0.7)) {
        world_.server.lose(one->page->wire(), {dice_.draw({0, 30'000}), std::nullopt});
    }
    one->page->sleep();
}

void Storm::wake_up() {
    const auto one = std::ranges::find(people_, true, &Person::asleep);
    if (one == people_.end()) return;
    note("wakes", one->name);
    one->asleep = false;
    world_.network.rejoin(one->name);
    // A clock may go on while its machine sleeps.
    if (dice_.happens(0.4)) one->page->leap(dice_.draw({0, 8'000'000}));
    one->page->wake();
    if (dice_.happens(0.7)) one->page->put(core::input::NetworkChanged{});
}

void Storm::end_page(Person& person) {
    say_farewell(*person.page);
    if (dice_.happens(0.75)) {
        person.page->vanish();
    } else {
        person.page->die();
    }
}

void Storm::reload() {
    Person* one = someone();
    if (one == nullptr) return;
    note("reloads", one->name);
    remember(*one);
    end_page(*one);
    world_.pass(dice_.draw({0, dice_.happens(0.7) ? 300 : 15'000}));
    load(*one);
}

void Storm::close_tab() {
    Person* one = someone();
    if (one == nullptr) return;
    note("closes the tab of", one->name);
    end_page(*one);
    one->page = nullptr;
}

void Storm::leave() {
    Person* one = someone();
    if (one == nullptr || one->left) return;
    note("lets leave", one->name);
    say_farewell(*one->page);
    one->page->put(core::action::Leave{});
    one->left = one->page->screen() == core::Screen::Left;
    if (!one->left || !dice_.happens(0.4)) return;
    // While the call that is left is still saying goodbye.
    world_.pass(dice_.draw({0, 800}));
    one->left = false;
    one->page->put(core::action::Rejoin{});
}

void Storm::rejoin() {
    const auto one =
        std::ranges::find_if(people_, [](const Person& person) { return person.page != nullptr && person.left; });
    if (one == people_.end() || one->asleep) return;
    note("lets rejoin", one->name);
    one->left = false;
    one->page->put(core::action::Rejoin{});
}

void Storm::arrive() {
    const auto present = std::ranges::count_if(people_, [](const Person& person) { return person.page != nullptr; });
    if (people_.size() >= people_max || static_cast<std::size_t>(present) >= present_max) return;
    // Which of two people is polite follows from their names, which therefore come in any order.
    static constexpr std::array<const char*, people_max> names = {"fay", "bob", "hal", "dan",
                                                                  "ann", "gus", "eva", "cem"};
    people_.push_back({.name = names[(people_.size() + first_name_) % names.size()]});
    note("lets arrive", people_.back().name);
    load(people_.back());
}

void Storm::raise_wall() {
    const Person* one = someone();
    const Person* other = someone();
    if (one == nullptr || one == other || !world_.server.offers_relay()) return;
    note("leaves only relays between", one->name + " and " + other->name);
    world_.network.wall(one->name, other->name);
}

void Storm::take_wall_down() {
    for (const Person& one : people_) {
        for (const Person& other : people_) {
            if (one.name >= other.name || !world_.network.is_walled(one.name, other.name)) continue;
            note("lets through again", one.name + " and " + other.name);
            return world_.network.unwall(one.name, other.name);
        }
    }
}

void Storm::allow_other_paths() {
    if (const Person* one = someone_in_call()) allow_other_paths(*one);
}

void Storm::allow_other_paths(const Person& person) {
    using Paths = core::output::CreateConnection::Paths;
    if (!world_.server.offers_relay()) return;
    person.page->put(
        core::action::AllowPaths{person.page->preferences.paths == Paths::All ? Paths::RelayOnly : Paths::All});
}

void Storm::clock_leaps() {
    const Person* one = someone();
    if (one == nullptr) return;
    note("lets the clock leap of", one->name);
    one->page->leap(dice_.draw({0, dice_.happens(0.5) ? 60'000 : 8'000'000}));
}

void Storm::repeat_the_past() {
    const Person* one = someone_in_call();
    if (one == nullptr) return;
    Server::Wire& wire = one->page->wire();
    if (!wire.served || !wire.admitted) return;
    note("shows the past to", one->name);
    std::vector<protocol::PeerEntry> past = past_[one->page];
    // That somebody is there who is not would be another lie, which nobody can see through.
    std::erase_if(past, [&](const protocol::PeerEntry& entry) {
        const auto person = std::ranges::find(people_, entry.peer.value, &Person::name);
        return !person->present() || person->page->sockets_opened() == 0 || !person->page->wire().served;
    });
    world_.server.tell(wire, protocol::Peers{.peers = std::move(past)});
}

// A page that is connected to the person knows the presence that they joined with.
void Storm::remember(const Person& person) {
    for (const Person& other : people_) {
        if (!other.in_call() || &other == &person) continue;
        const world::FakeConnection* connection = person.page->connection_to(other.name);
        if (connection == nullptr || !connection->carries()) continue;
        if (world_.network.other_end(*connection) != other.page->connection_to(person.name)) continue;
        past_[other.page].push_back({.peer = PeerId(person.name), .presence = world_.server.joined_with(person.name)});
    }
}

void Storm::hide_tab() {
    const Person* one = someone();
    if (one == nullptr) return;
    one->page->timers_late_ms = dice_.draw({0, dice_.happens(0.8) ? 1'000 : 60'000});
    one->page->turn_to(dice_.happens(0.6) ? world::Page::Eyes::Elsewhere : world::Page::Eyes::OnCall);
}

void Storm::line_changes() {
    const Person* one = someone();
    if (one == nullptr) return;
    if (dice_.happens(0.3)) return world_.network.widen(one->name);
    const auto capacity_bps = static_cast<std::uint32_t>(dice_.draw({50, 5'000}) * 1'000);
    note("narrows", "the line of " + one->name + " to " + std::to_string(capacity_bps) + " bit/s");
    world_.network.narrow(one->name, capacity_bps);
}

}  // namespace parley::sim
