#include "tests/sim/storm.hpp"

#include <utility>

#include "protocol/limits.hpp"
#include "tests/sim/devices.hpp"

namespace parley::sim {
namespace {

using world::Delay;
using world::Page;

// Long enough for the longest pause of a reconnect and everything that is given up only after a while.
constexpr TimeMs calm_max_ms = 420'000;
constexpr TimeMs calm_step_ms = 12'000;
/// When everything is quick.
constexpr TimeMs reload_max_ms = 2'500;
/// Beyond every pause after which somebody could be let go by mistake.
constexpr TimeMs long_afterwards_ms = 150'000;

}  // namespace

Storm::Storm(std::uint64_t seed, std::function<void(const std::string&)> on_line)
    : world_(seed), dice_(world_.nature.dice) {
    world_.nature.journal.on_line = std::move(on_line);
    first_name_ = dice_.below(8);
    choose_climate();
    choose_strikes();
}

// How fast and how reliable everything is.
void Storm::choose_climate() {
    const TimeMs slowness = std::array<TimeMs, 4>{5, 40, 200, 700}[dice_.below(4)];
    world::Network& network = world_.network;
    network.operation = {0, static_cast<TimeMs>(std::array<int, 3>{4, 40, 300}[dice_.below(3)])};
    network.path = {1, slowness};
    network.gathering = {0, static_cast<TimeMs>(std::array<int, 3>{10, 100, 600}[dice_.below(3)])};
    network.event = {0, dice_.happens(0.5) ? 0 : 60};
    network.noticed = dice_.happens(0.2) ? Delay{} : Delay{0, 8'000};
    network.failed_after_ms = 10'000;
    network.checks_give_up_after_ms = 20'000;
    network.operation_fails = dice_.happens(0.2) ? 0.02 : 0;
    network.candidates = 1 + static_cast<int>(dice_.below(3));
    world_.server.latency = {1, dice_.happens(0.8) ? slowness : 1'500};
    world_.server.silence_timeout_ms = limits::silence_timeout_ms;
    world_.server.remembers = false;
    if (dice_.happens(0.6)) world_.server.offer_relay(dice_.draw({20'000, 600'000}));
    promise_ = {0, static_cast<TimeMs>(std::array<int, 3>{2, 50, 400}[dice_.below(3)])};
    sealing_ = {0, static_cast<TimeMs>(std::array<int, 4>{0, 5, 60, 400}[dice_.below(4)])};
    sealing_fails_ = dice_.happens(0.3) ? 0.03 : 0;
}

// A schedule in which not everything can happen goes deeper into what can.
void Storm::choose_strikes() {
    for (const Strike& strike : strikes()) {
        if (strike.act != &Storm::write && dice_.happens(0.35)) continue;
        chosen_.push_back(strike);
        chosen_weight_ += strike.weight;
    }
}

void Storm::note(std::string_view what, const std::string& detail) {
    world_.nature.journal.note(world_.nature.timeline.now(), "*", what, [&] { return detail; });
}

void Storm::play() {
    arrive_all();
    rage();
    calm_down();
    settle();
}

void Storm::arrive_all() {
    const std::size_t count = std::array<std::size_t, 10>{2, 2, 2, 2, 3, 3, 3, 3, 4, 5}[dice_.below(10)];
    for (std::size_t index = 0; index < count; ++index) {
        arrive();
        world_.pass(dice_.draw({0, dice_.happens(0.5) ? 5 : 3'000}));
    }
}

void Storm::rage() {
    const std::size_t moments = 5 + dice_.below(20);
    for (std::size_t moment = 0; moment < moments && sound(); ++moment) {
        strike();
        world_.pass(dice_.draw({0, std::array<TimeMs, 5>{3, 60, 800, 5'000, 20'000}[dice_.below(5)]}));
    }
}

void Storm::strike() {
    auto ticket = static_cast<int>(dice_.below(static_cast<std::size_t>(chosen_weight_)));
    for (const Strike& one : chosen_) {
        ticket -= one.weight;
        if (ticket < 0) return (this->*one.act)();
    }
}

void Storm::calm_down() {
    note("calms down", "");
    sealing_fails_ = 0;
    world_.network.operation_fails = 0;
    world_.server.start();
    world_.server.answer = world::Server::Answer::Accepts;
    const bool one_stays_cut = dice_.happens(0.1);
    for (Person& person : people_) {
        if (person.page == nullptr) continue;
        for (const Person& other : people_) {
            if (person.name >= other.name) continue;
            world_.network.mend(person.name, other.name);
            if (!world_.server.offers_relay() || dice_.happens(0.5)) world_.network.unwall(person.name, other.name);
        }
        if (!world_.server.offers_relay()) person.page->put(core::action::AllowPaths{});
        person.page->timers_late_ms = 0;
        person.page->turn_to(dice_.happens(0.8) ? world::Page::Eyes::OnCall : world::Page::Eyes::Elsewhere);
        world_.network.widen(person.name);
        if (person.asleep) {
            person.asleep = false;
            world_.network.rejoin(person.name);
            person.page->wake();
        }
        if (person.left && dice_.happens(0.5)) {
            person.left = false;
            person.page->put(core::action::Rejoin{});
        }
    }
    mend_devices();
    if (!one_stays_cut) return;
    const Person* left = someone_in_call();
    const Person* right = someone_in_call();
    if (left == nullptr || right == nullptr || left == right) return;
    stays_cut_ = std::minmax(left->name, right->name);
    world_.network.cut(left->name, right->name);
}

void Storm::settle() {
    wait_until_well();
    if (!sound()) return;
    // What is said now must arrive too, even where a socket is dead and nobody has noticed yet.
    for (Person& person : people_) {
        if (person.present()) chat_.write(*person.page);
    }
    write_privately();
    send_file();
    wait_until_well();
    if (!sound()) return;
    // Who goes through a relay needs none where there is another path by now.
    if (world_.server.offers_relay()) {
        networks_changed_ = true;
        for (Person& person : people_) {
            if (person.present()) person.page->put(core::input::NetworkChanged{});
        }
        wait_until_well();
    }
    if (dice_.happens(0.2)) reload_in_peace();
    if (!sound() || !dice_.happens(0.15)) return;
    world_.pass(long_afterwards_ms);
    for (const std::string& fault : verdict()) world_.nature.journal.fault("later: " + fault);
}

// Nobody has to wait for anything to be given up when a page is loaded anew.
void Storm::reload_in_peace() {
    Person* one = someone_in_call();
    const bool quick = world_.server.latency.high_ms <= 40 && sealing_.high_ms <= 60 && promise_.high_ms <= 50 &&
                       world_.network.operation.high_ms <= 40 && world_.network.gathering.high_ms <= 100;
    if (!sound() || one == nullptr || !quick || stays_cut_) return;
    note("reloads in peace", one->name);
    end_page(*one);
    load(*one);
    world_.pass(reload_max_ms);
    for (const std::string& fault : verdict()) world_.nature.journal.fault("after a reload: " + fault);
}

void Storm::wait_until_well() {
    for (TimeMs passed_ms = calm_step_ms;; passed_ms += calm_step_ms) {
        world_.pass(calm_step_ms);
        accept_files();
        auto wrong = verdict();
        if (wrong.empty()) wrong = verdict_on_pictures();
        if (wrong.empty() || !sound()) return;
        if (passed_ms < calm_max_ms) continue;
        for (const std::string& fault : wrong) world_.nature.journal.fault(fault);
    }
}

Person* Storm::someone() {
    std::vector<Person*> running;
    for (Person& person : people_) {
        if (person.page != nullptr && !person.asleep) running.push_back(&person);
    }
    return running.empty() ? nullptr : running[dice_.below(running.size())];
}

Person* Storm::someone_in_call() {
    Person* person = someone();
    return person != nullptr && person->in_call() ? person : nullptr;
}

Page& Storm::load(Person& person) {
    Page& page = world_.page(person.name, "run " + std::to_string(++person.loads) + " of " + person.name);
    page.recorder.formats = {core::recording::Format::WebmVp8};
    if (person.page != nullptr) {
        page.grant = person.page->grant;
        page.preferences = person.page->preferences;
        page.devices = person.page->devices;
        page.busy = person.page->busy;
    } else {
        page.devices = all_devices();
    }
    page.remembers = false;
    page.promise = promise_;
    page.device_ms = dice_.draw(promise_);
    page.seed = dice_.below(1'000'000);
    page.camera = dice_.happens(0.2) ? Page::Device::Denied : Page::Device::Works;
    page.screen_source = dice_.happens(0.2) ? Page::Device::Denied : Page::Device::Works;
    page.screen_has_sound = dice_.happens(0.5);
    page.seal_ms = [this](core::SealId) { return dice_.draw(sealing_); };
    page.seal_fails = [this](core::SealId) { return dice_.happens(sealing_fails_); };
    page.before_close = [this](const world::FakeConnection& connection) { check_close(connection); };
    if (on_load) on_load(page);
    person.page = &page;
    chat_.meet(page);
    person.left = person.asleep = false;
    world::World::join(page);
    return page;
}

// Only a person's leaving ends what carries something, or their wish to hide their address, or a collision of restarts
// that would cost its pictures.
void Storm::check_close(const world::FakeConnection& connection) {
    if (!connection.carries()) return;
    const world::FakeConnection* other = world_.network.other_end(connection);
    const auto hides = [this](const world::FakeConnection& end) {
        using Paths = core::output::CreateConnection::Paths;
        const auto person = std::ranges::find(people_, end.page(), &Person::name);
        return end.shows_address() && person->page != nullptr && person->page->preferences.paths == Paths::RelayOnly;
    };
    const auto excused = [&](const world::FakeConnection& end) {
        return hides(end) || end.farewell || end.operations_failed > 0 || !end.believed() || end.restarts_as_answerer();
    };
    if (excused(connection) || excused(*other)) return;
    world_.nature.journal.fault(connection.page() + " closes a live connection to " + other->page());
}

void Storm::say_farewell(Page& page) {
    for (const core::ConnectionId id : page.open_connection_ids()) page.made(id).farewell = true;
}

}  // namespace parley::sim
