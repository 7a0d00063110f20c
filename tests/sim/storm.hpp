#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/sim/chat_ledger.hpp"
#include "tests/sim/letter_ledger.hpp"
#include "tests/world/world.hpp"

namespace parley::sim {

using world::TimeMs;

/// One person, through all loads of their page.
struct Person {
    std::string name;
    world::Page* page = nullptr;  ///< the load that runs; null: the tab is closed
    int loads = 0;
    bool left = false;    ///< they pressed `Leave`
    bool asleep = false;  ///< their machine

    [[nodiscard]] bool present() const { return page != nullptr && !left; }
    /// Awake, and shown the others.
    [[nodiscard]] bool in_call() const { return present() && !asleep && page->screen() == core::Screen::Call; }
};

/// One schedule: people who call each other while everything goes wrong at moments that nobody would think of. What
/// goes wrong, when and how badly follows from the seed alone.
class Storm {
public:
    /// `on_line` gets the trace; leave it empty for speed.
    explicit Storm(std::uint64_t seed, std::function<void(const std::string&)> on_line = {});

    /// Plays it to the end: the storm, the calm, and everything that must be the case then. Once.
    void play();

    /// What is done to each page before anything happens in it; by default nothing.
    std::function<void(world::Page&)> on_load;

    [[nodiscard]] const std::vector<std::string>& faults() const { return world_.nature.journal.faults(); }
    /// Two histories that differ in anything have different ones.
    [[nodiscard]] std::uint64_t fingerprint() const { return world_.nature.journal.fingerprint(); }

private:
    struct Strike {
        std::string_view name;
        int weight = 1;
        void (Storm::*act)() = nullptr;
    };
    static const std::array<Strike, 39>& strikes();
    /// Two pages whose connection carries something, seen from the first.
    struct Pair {
        world::Page* one = nullptr;
        world::Page* other = nullptr;
        const world::FakeConnection* connection = nullptr;
        std::uint64_t received = 0;
    };

    void choose_climate();
    void choose_strikes();
    void arrive_all();
    void rage();
    void strike();
    void calm_down();
    void settle();
    void wait_until_well();
    void reload_in_peace();
    void note(std::string_view what, const std::string& detail);
    [[nodiscard]] bool sound() const { return faults().empty(); }

    // What can happen.
    void cut_path();
    void mend_path();
    void lose_socket();
    void server_dies();
    void server_starts();
    void server_answers_otherwise();
    void server_drains();
    void write();
    void toggle_microphone();
    void toggle_camera();
    void toggle_hand();
    void record();
    void move();
    void network_event();
    void fall_asleep();
    void wake_up();
    void reload();
    void close_tab();
    void leave();
    void rejoin();
    void arrive();
    void hide_tab();
    void line_changes();
    void raise_wall();
    void take_wall_down();
    void allow_other_paths();
    void clock_leaps();
    void besiege();
    void repeat_the_past();
    void toggle_screen();
    void end_screen();
    void device_goes();
    void device_comes();
    void device_is_taken();
    void device_is_held();
    void choose_device();
    void remember(const Person& person);
    void write_privately();
    void send_file();
    void decide_about_files();
    void accept_files();

    void allow_other_paths(const Person& person);
    const core::ListedDevice* some_device();
    void mend_devices();
    static void check_devices(const world::Page& page, std::vector<std::string>& faults);
    [[nodiscard]] std::vector<Pair> whole_pairs() const;
    void do_something(Person& person);
    void check_pair_under_siege(const world::Page& one, const world::Page& other);

    Person* someone();
    Person* someone_in_call();
    world::Page& load(Person& person);
    void end_page(Person& person);
    static void say_farewell(world::Page& page);
    void check_close(const world::FakeConnection& connection);

    /// What is not as it must be now that nothing goes wrong any more.
    [[nodiscard]] std::vector<std::string> verdict() const;
    [[nodiscard]] std::vector<std::string> verdict_on_pictures() const;
    void check_paths(const world::Page& one, const world::Page& other, std::vector<std::string>& faults) const;
    static void check_seen(const world::Page& one, const world::Page& other, std::vector<std::string>& faults);
    static void check_screen(const world::Page& one, const world::Page& other, std::vector<std::string>& faults);

    world::World world_;
    world::Dice& dice_;
    std::deque<Person> people_;  ///< grows only
    ChatLedger chat_;
    LetterLedger letters_;
    std::vector<Strike> chosen_;
    int chosen_weight_ = 0;
    std::size_t first_name_ = 0;
    world::Delay promise_;
    world::Delay sealing_;
    double sealing_fails_ = 0;
    std::optional<std::pair<std::string, std::string>> stays_cut_;
    /// For each page what it knew of others before they were loaded anew.
    std::map<const world::Page*, std::vector<protocol::PeerEntry>> past_;
    int cameras_toggled_ = 0;
    bool networks_changed_ = false;  ///< after everything was well
};

}  // namespace parley::sim
