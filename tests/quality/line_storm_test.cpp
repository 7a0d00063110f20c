#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <sstream>

#include "core/random.hpp"
#include "tests/quality/line_world.hpp"

// Lines that fall and rise, people who come and go, speakers that change, tiles that are shown and hidden, processors
// that run short: everything from one seed. PARLEY_STORM_SEED plays one and tells all; PARLEY_STORM_SEEDS how many.

namespace parley::core::quality {
namespace {

constexpr int seeds_default = 1'500;
constexpr TimeMs settled_after_ms = 5'000;
/// The longest pause between two attempts, and the attempt.
constexpr TimeMs patience_ms = 70'000;
/// A way that was blamed for what all share has been tried again by then.
constexpr TimeMs one_trial_ms = 30'000;
constexpr TimeMs last_change_ms = 100'000;
constexpr TimeMs end_ms = last_change_ms + 100'000;
constexpr double room_to_spare = 1.3;

/// What happened to one sender since the last change.
struct Span {
    TimeMs began_at = 0;
    bool had_room = true;  ///< before the change, for everybody's smallest picture
    int overloads = 0;     ///< how often a line was overfilled
    std::map<PeerId, int> drops;
    std::map<PeerId, TimeMs> paused_since;
    std::map<PeerId, Choice> before;
};

class Storm {
public:
    explicit Storm(std::uint64_t seed) : random_(seed) {}

    /// Empty when nothing was wrong.
    std::string play() {
        begin();
        for (now_ = 0; now_ < end_ms && fault_.empty(); now_ += world_step_ms) {
            if (now_ >= next_change_at_ && now_ < last_change_ms) change();
            for (std::size_t index = 0; index < senders_.size() && fault_.empty(); ++index) {
                senders_[index].step(now_);
                check(senders_[index], spans_[index]);
            }
        }
        return fault_;
    }
    [[nodiscard]] std::string story() const { return story_.str(); }

private:
    double below(double end) { return random_.between(0, end); }
    bool chance(double probability) { return below(1) < probability; }
    PeerId peer(int number) const { return PeerId("person-" + std::to_string(number)); }
    std::ostream& tell() { return story_ << "  " << static_cast<double>(now_) / 1'000 << " s: "; }
    /// From 60 kbit/s to 8 Mbit/s, as often small as large.
    double line_bps() { return 60'000 * std::pow(133.0, below(1)); }

    void begin() {
        senders_ = std::vector<Sender>(chance(0.5) ? 1 : 2);
        spans_.resize(senders_.size());
        people_ = 2 + static_cast<int>(below(7));
        for (int number = 1; number < people_; ++number) {
            for (Sender& sender : senders_) sender.join(0, peer(number));
        }
        for (Sender& sender : senders_) {
            sender.circumstances.equipment.encoders = {VideoCodec::Vp8};
            sender.circumstances.people = people_;
        }
        tell() << people_ << " people\n";
        next_change_at_ = 10'000;
    }

    void change() {
        next_change_at_ = now_ + 2'000 + static_cast<TimeMs>(below(30'000));
        const auto index = static_cast<std::size_t>(below(static_cast<double>(senders_.size())));
        Sender& sender = senders_[index];
        std::vector<bool> had_room;
        for (const Sender& other : senders_) had_room.push_back(has_room(other, room_to_spare));
        const double kind = below(10);
        if (kind < 5) {
            sender.uplink_bps = chance(0.15) ? 1e9 : line_bps();
            tell() << index << "'s line carries " << sender.uplink_bps / 1'000 << " kbit/s\n";
        } else if (kind < 6) {
            const PeerId viewer = anybody(sender);
            Connection& connection = sender.viewers[viewer].connection;
            connection.capacity_bps = chance(0.3) ? 1e9 : line_bps();
            tell() << "the way from " << index << " to " << viewer.value << " carries "
                   << connection.capacity_bps / 1'000 << " kbit/s\n";
        } else if (kind < 7) {
            come_or_go();
        } else if (kind < 8) {
            const bool speaks = chance(0.5);
            sender.circumstances.voice = speaks ? Scene::Voice::Speaking : Scene::Voice::Silent;
            tell() << index << (speaks ? " speaks\n" : " is silent\n");
        } else if (kind < 8.3) {
            const bool mutes = chance(0.5);
            sender.circumstances.microphone = mutes ? Scene::Microphone::Muted : Scene::Microphone::Live;
            tell() << index << (mutes ? " mutes\n" : " unmutes\n");
        } else if (kind < 9.5) {
            const PeerId viewer = anybody(sender);
            const double height = chance(0.3) ? 0 : 90 + below(900);
            sender.show(now_, viewer, static_cast<std::uint16_t>(height));
            tell() << viewer.value << " shows " << index << " at " << std::floor(height) << " px\n";
        } else {
            sender.processor = chance(0.5) ? 1e9 : 1e6 + below(6e7);
            tell() << index << "'s processor makes " << sender.processor / 1e6 << " Mpx/s\n";
        }
        for (std::size_t other = 0; other < senders_.size(); ++other) {
            Span span;
            span.began_at = now_;
            // What was paused for good reason comes back when that is tried again.
            const bool settled = now_ - spans_[other].began_at >= patience_ms;
            span.had_room = had_room[other] && (spans_[other].had_room || settled);
            spans_[other] = span;
        }
    }

    PeerId anybody(const Sender& sender) {
        auto found = sender.viewers.begin();
        std::advance(found, static_cast<int>(below(static_cast<double>(sender.viewers.size()))));
        return found->first;
    }

    void come_or_go() {
        const bool comes = people_ < 3 || (people_ < 9 && chance(0.5));
        if (comes) ++people_;
        for (Sender& sender : senders_) {
            if (comes) sender.join(now_, peer(people_ - 1));
            if (!comes) sender.leave(now_, peer(people_ - 1));
        }
        if (!comes) --people_;
        for (Sender& sender : senders_) sender.circumstances.people = people_;
        tell() << (comes ? "somebody comes: " : "somebody goes: ") << people_ << " people\n";
    }

    /// Whether all lines have `spare` times what everybody's smallest picture needs.
    static bool has_room(const Sender& sender, double spare) {
        double needed = 0;
        for (const auto& [id, viewing] : sender.viewers) {
            const double own = 50'000 + (viewing.height > 0 ? 50'000 : 0);
            if (viewing.connection.capacity_bps < spare * own) return false;
            needed += own;
        }
        return sender.uplink_bps >= spare * needed;
    }

    void check(Sender& sender, Span& span) {
        if (verbose && now_ % 1'000 == 0) show(sender);
        if (sender.governor.deadline() && *sender.governor.deadline() <= now_) fault("a deadline is not met");
        for (const auto& [id, viewing] : sender.viewers) check_choice(sender.governor.choice(id));
        const TimeMs quiet_ms = now_ - span.began_at - settled_after_ms;
        if (quiet_ms < 0) {
            sender.overloads = 0;
            for (const auto& [id, viewing] : sender.viewers) span.before[id] = sender.governor.choice(id);
            return;
        }
        span.overloads += std::exchange(sender.overloads, 0);
        // What was tried in vain is known at the next measurement.
        const bool carries_sound =
            sender.uplink_bps >= short_line_speech_bps * static_cast<double>(sender.viewers.size());
        if (carries_sound && sender.overload_at == now_ &&
            now_ - std::max(sender.overload_since, span.began_at) > settled_after_ms) {
            fault("the line stays overfilled");
        }
        // Each way is tried by itself.
        const auto ways = static_cast<TimeMs>(sender.viewers.size());
        if (span.overloads > 6 + (1 + ways) * quiet_ms / 20'000) fault("the line is overfilled again and again");
        for (const auto& [id, viewing] : sender.viewers) check_viewer(sender, span, id, quiet_ms);
        if (now_ + world_step_ms >= end_ms) check_use(sender);
    }

    void check_choice(const Choice& choice) {
        const Encoding& camera = choice.camera;
        const bool sent = camera.activity == Encoding::Activity::Sent;
        if (sent != (choice.step < static_cast<int>(camera_steps.size()))) fault("step and activity differ");
        if (!sent) return;
        const Step& step = camera_steps[static_cast<std::size_t>(choice.step)];
        const Step& above = camera_steps[static_cast<std::size_t>(std::max(choice.step - 1, 0))];
        const bool legal = camera.scale_down >= 1 && camera.bitrate_max_bps <= above.bitrate_max_bps &&
                           camera.bitrate_max_bps >= step.bitrate_min_bps;
        if (!legal) fault("a picture is sent in a way that its step doesn't have");
    }

    void check_viewer(Sender& sender, Span& span, const PeerId& id, TimeMs quiet_ms) {
        const Choice& choice = sender.governor.choice(id);
        const Choice before = std::exchange(span.before[id], choice);
        const bool dropped = allowed_bps(choice) * 1.05 < allowed_bps(before);
        if (dropped && ++span.drops[id] > 8 + quiet_ms / 15'000) fault("the picture for " + id.value + " flaps");
        const bool shown = sender.viewers[id].height > 0;
        const bool paused = choice.camera.activity == Encoding::Activity::Paused;
        const TimeMs patience = span.had_room ? one_trial_ms : patience_ms;
        TimeMs& paused_since = span.paused_since.try_emplace(id, now_).first->second;
        if (!shown || !paused) paused_since = now_;
        if (now_ - paused_since >= patience && has_room(sender, room_to_spare)) {
            fault("the picture for " + id.value + " stays paused, though there is room");
        }
        if (!shown && !paused) fault("a picture is sent that nobody looks at");
    }

    // Long after the last change, what the line has is used.
    void check_use(const Sender& sender) {
        if (sender.processor < 1e9 || !has_room(sender, room_to_spare)) return;
        double wanted = 0;
        for (const auto& [id, viewing] : sender.viewers) {
            if (viewing.connection.capacity_bps < 1e9) return;
            const std::vector<Viewer> viewer{{.camera_height = viewing.height, .screen_height = 0, .line_bps = {}}};
            Scene scene;
            scene.people = people_;
            scene.voice = sender.circumstances.voice;
            wanted += quality::allowed_bps(choose(scene, viewer).front());
        }
        const double possible = std::min(wanted, sender.uplink_bps);
        if (sender.allowed_bps() < 0.55 * possible) fault("the line is hardly used");
    }

    void show(const Sender& sender) {
        std::ostream& line = tell() << sender.allowed_bps() / 1'000 << " of " << sender.uplink_bps / 1'000
                                    << " kbit/s:";
        for (const auto& [id, viewing] : sender.viewers) {
            const Choice& choice = sender.governor.choice(id);
            line << " " << choice.step << "/" << choice.camera.bitrate_max_bps / 1'000 << "k("
                 << std::floor(viewing.connection.estimate_bps / 1'000) << (viewing.connection.limited() ? "!)" : ")");
        }
        line << "\n";
    }

    void fault(const std::string& what) {
        if (fault_.empty()) fault_ = what;
        tell() << "FAULT: " << what << "\n";
    }

public:
    bool verbose = false;

private:
    Random random_;
    std::vector<Sender> senders_;
    std::vector<Span> spans_;
    int people_ = 2;
    TimeMs now_ = 0;
    TimeMs next_change_at_ = 0;
    std::string fault_;
    std::ostringstream story_;
};

int number_from(const char* variable, int otherwise) {
    const char* const text = std::getenv(variable);
    return text ? std::atoi(text) : otherwise;
}

TEST(LineStorm, SettlesAndStaysSettledWhateverHappens) {
    const int only = number_from("PARLEY_STORM_SEED", -1);
    const int first = only >= 0 ? only : 1;
    const int last = only >= 0 ? only : number_from("PARLEY_STORM_SEEDS", seeds_default);
    int faults = 0;
    for (int seed = first; seed <= last; ++seed) {
        Storm storm(static_cast<std::uint64_t>(seed));
        storm.verbose = only >= 0;
        const std::string fault = storm.play();
        if (only >= 0) std::cout << storm.story();
        if (fault.empty()) continue;
        if (++faults <= 3) ADD_FAILURE() << "seed " << seed << ": " << fault << "\n" << storm.story();
    }
    EXPECT_EQ(faults, 0) << "of " << last - first + 1 << " seeds";
}

}  // namespace
}  // namespace parley::core::quality
