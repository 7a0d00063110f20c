#include "core/quality/governor.hpp"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

#include "core/quality/steps.hpp"

namespace parley::core::quality {

namespace {

using Fill = Line::Sign::Fill;

constexpr TimeMs speaker_grace_ms = 5'000;
/// A muted microphone sends silence for so long before it sends nothing: without that receivers make up how its last
/// sound might go on, for a third of a second.
constexpr TimeMs silence_ms = 1'000;
constexpr TimeMs smaller_after_ms = 1'000;
constexpr TimeMs hidden_after_ms = 2'000;
constexpr TimeMs change_gap_ms = 1'000;
constexpr TimeMs round_ms = 500;        ///< measurements that are asked for together come within this
constexpr TimeMs round_max_ms = 1'500;  ///< and this is waited for who doesn't answer
/// For so long one viewer alone is short before that is laid to the way to them, while the way out is short.
constexpr TimeMs own_line_after_ms = 5'000;
constexpr TimeMs give_up_after_ms = 3'000;   ///< a dip costs nobody their picture
constexpr TimeMs tried_line_after_ms = 900;  ///< the same, while more is let out on that way: in the next second
/// Of what is let out: the estimates of ways that share one line may each believe in all of it.
constexpr double believed_max = 1.5;

std::uint32_t times(double factor, std::uint32_t bps) {
    return static_cast<std::uint32_t>(factor * static_cast<double>(bps));
}

}  // namespace

void Governor::Size::ask(TimeMs at, std::uint16_t height) {
    if (now == height || height > now.value_or(0)) {
        now = height;
        later.reset();
    } else if (later != height) {
        later = height;
        later_at = at + (height == 0 ? hidden_after_ms : smaller_after_ms);
    }
}

void Governor::Size::tick(TimeMs at) {
    if (later && at >= later_at) now = std::exchange(later, std::nullopt);
}

std::optional<TimeMs> Governor::Size::deadline() const { return later ? std::optional(later_at) : std::nullopt; }

void Governor::set_circumstances(TimeMs now, const Circumstances& circumstances) {
    if (circumstances == circumstances_) return;
    const bool stopped = circumstances_.voice == Scene::Voice::Speaking && circumstances.voice == Scene::Voice::Silent;
    if (stopped) spoke_until_ = now + speaker_grace_ms;
    using Microphone = Scene::Microphone;
    const bool mutes = circumstances_.microphone == Microphone::Live && circumstances.microphone == Microphone::Muted;
    if (mutes) silent_from_ = now + silence_ms;
    circumstances_ = circumstances;
    settle(now, Pace::AtOnce);
}

void Governor::add(TimeMs now, const PeerId& viewer) {
    viewers_[viewer] = Seen{};
    settle(now, Pace::AtOnce);
}

void Governor::remove(TimeMs now, const PeerId& viewer) {
    viewers_.erase(viewer);
    if (viewers_.empty()) uplink_.forget();
    settle(now, Pace::AtOnce);
}

void Governor::set_shown(TimeMs now, const PeerId& viewer, std::uint16_t camera_height, std::uint16_t screen_height) {
    Seen& asking = seen(viewer);
    asking.camera.ask(now, camera_height);
    asking.screen.ask(now, screen_height);
    settle(now, Pace::AtOnce);
}

void Governor::begin_connection(TimeMs now, const PeerId& viewer) {
    Seen& connecting = seen(viewer);
    connecting.way = Way();
    connecting.line.forget();
    if (connecting.camera.now.value_or(0) > 0) connecting.camera = {};
    settle(now, Pace::Measured);
}

void Governor::measure(TimeMs now, const PeerId& viewer, const Measurement& measurement) {
    Seen& measured = seen(viewer);
    measured.way.see(now, measurement, measured.choice);
    const int steps_down = load_.steps_down();
    if (const auto since = measured.way.processor_short_since()) load_.short_since(now, *since);
    measured.measured = true;
    if (follow_lines(now) || load_.steps_down() != steps_down) settle(now, Pace::Measured);
}

void Governor::tick(TimeMs now) {
    const auto due = deadline();
    if (!due || now < *due) return;
    load_.tick(now);
    if (spoke_until_ && now >= *spoke_until_) spoke_until_.reset();
    if (silent_from_ && now >= *silent_from_) silent_from_.reset();
    for (auto& [id, viewer] : viewers_) {
        viewer.camera.tick(now);
        viewer.screen.tick(now);
    }
    settle(now, Pace::Measured);
}

std::optional<TimeMs> Governor::deadline() const {
    std::optional<TimeMs> first = earlier(earlier(spoke_until_, silent_from_), load_.deadline());
    for (const auto& [id, viewer] : viewers_) {
        first = earlier(first, earlier(viewer.camera.deadline(), viewer.screen.deadline()));
        first = earlier(first, viewer.change_at);
    }
    return first;
}

Governor::Seen& Governor::seen(const PeerId& viewer) {
    const auto found = viewers_.find(viewer);
    assert(found != viewers_.end());
    return found->second;
}

const Choice& Governor::choice(const PeerId& viewer) const {
    const auto found = viewers_.find(viewer);
    assert(found != viewers_.end());
    return found->second.choice;
}

bool Governor::line_is_short() const {
    return std::ranges::any_of(viewers_, [](const auto& entry) {
        const Choice& choice = entry.second.choice;
        return choice.reason == Reason::Line || choice.screen_reason == Reason::Line;
    });
}

bool Governor::processor_is_short() const { return load_.steps_down() > 0; }

// What nothing is known of yet and still climbs is congestion control on its way up.
bool Governor::is_short(const Seen& seen) const {
    return seen.way.short_since() && (uplink_.bps() || seen.line.bps() || !seen.way.climbs());
}

// Several that are short at once share a line, and so does one while more is tried on it, unless somebody is sent more
// than any of them and has enough: then their own lines are short.
bool Governor::shares_shortness(TimeMs now) const {
    int count = 0;
    std::uint32_t short_most_bps = 0;
    std::uint32_t enough_most_bps = 0;
    for (const auto& [id, viewer] : viewers_) {
        if (!viewer.way.is_known(now)) continue;
        if (is_short(viewer)) {
            ++count;
            short_most_bps = std::max(short_most_bps, viewer.way.estimate_bps());
        } else {
            enough_most_bps = std::max(enough_most_bps, viewer.way.sent_bps());
        }
    }
    const int together = uplink_.is_tried() ? 1 : 2;
    return count >= together && enough_most_bps <= short_most_bps;
}

Line::Sign Governor::sign_of(const Seen& seen) const {
    Choice wanted = seen.choice;
    if (seen.camera.now != 0) wanted.camera.activity = Encoding::Activity::Sent;
    const bool screen = circumstances_.screen_height > 0 && seen.screen.now != 0;
    if (screen) wanted.screen.activity = Encoding::Activity::Sent;
    return {.estimate_bps = seen.way.estimate_bps(),
            .believed_bps = seen.way.estimate_bps(),
            .allowed_bps = allowed_bps(seen.choice),
            .wanted_bps = seen.wanted_bps,
            .useful_bps = useful_bps(wanted),
            .loss = seen.way.loss()};
}

Line::Sign Governor::sign_of_all(TimeMs now, Fill fill) const {
    Line::Sign all{.fill = fill, .loss = 1};
    for (const auto& [id, viewer] : viewers_) {
        const Line::Sign sign = sign_of(viewer);
        // Who is not short would believe in more than there is.
        const std::uint32_t most = fill == Fill::Short ? viewer.way.sent_bps() : times(believed_max, sign.allowed_bps);
        const bool counts_whole = is_short(viewer) && viewer.way.is_known(now);
        all.estimate_bps += counts_whole ? sign.estimate_bps : std::min(sign.estimate_bps, most);
        if (viewer.way.is_known(now)) {
            all.believed_bps += std::min(sign.believed_bps, times(believed_max, sign.allowed_bps));
        }
        all.allowed_bps += sign.allowed_bps;
        all.wanted_bps += sign.wanted_bps;
        all.useful_bps += sign.useful_bps;
        all.loss = std::min(all.loss, sign.loss);
    }
    return all;
}

// Who is short together can be said when all have been measured.
bool Governor::follow_lines(TimeMs now) {
    const auto is_awaited = [&](const auto& entry) {
        const Seen& viewer = entry.second;
        const bool came = viewer.measured && now - viewer.way.measured_at() < round_ms;
        return viewer.way.is_known(now) && !came;
    };
    const bool overdue = !round_at_ || now - *round_at_ >= round_max_ms;
    if (!overdue && std::ranges::any_of(viewers_, is_awaited)) return false;
    round_at_ = now;
    const bool shared = shares_shortness(now);
    Line::Sign all = sign_of_all(now, shared ? Fill::Short : Fill::Enough);
    all.may_try = std::ranges::none_of(viewers_, [](const auto& entry) { return entry.second.line.is_tried(); });
    for (auto& [id, viewer] : viewers_) {
        if (!std::exchange(viewer.measured, false) || !viewer.way.is_known(now)) continue;
        const TimeMs doubt_ms = viewer.line.is_tried() ? tried_line_after_ms : own_line_after_ms;
        const auto since = viewer.way.short_since();
        const bool own = !uplink_.bps() || (since && now - *since >= doubt_ms);
        Line::Sign sign = sign_of(viewer);
        if (is_short(viewer) && own && !shared) sign.fill = Fill::Short;
        const bool lasts = since && now - *since >= give_up_after_ms && !viewer.way.rises();
        const bool dips = sign.fill == Fill::Short && !lasts && !viewer.line.is_tried();
        if (dips) sign.estimate_bps = std::max(sign.estimate_bps, sign.useful_bps);
        if (viewer.way.estimate_bps() > 0) viewer.line.see(now, sign);
    }
    uplink_.see(now, all);
    return true;
}

Scene Governor::scene() const {
    const bool speaking = circumstances_.voice == Scene::Voice::Speaking || spoke_until_;
    return {.people = circumstances_.people,
            .voice = speaking ? Scene::Voice::Speaking : Scene::Voice::Silent,
            .saver = circumstances_.saver,
            .capture_height = circumstances_.capture_height,
            .screen_height = circumstances_.screen_height,
            .screen = circumstances_.screen,
            .screen_sound = circumstances_.screen_sound,
            .sound = circumstances_.sound,
            .microphone = silent_from_ ? Scene::Microphone::Live : circumstances_.microphone,
            .steps_down = load_.steps_down(),
            .uplink_bps = {},
            .equipment = circumstances_.equipment};
}

void Governor::settle(TimeMs now, Pace pace) {
    std::vector<Viewer> viewers;
    viewers.reserve(viewers_.size());
    for (const auto& [id, viewer] : viewers_) {
        viewers.push_back({.camera_height = viewer.camera.now, .screen_height = viewer.screen.now, .line_bps = {}});
    }
    Scene scene = this->scene();
    const std::vector<Choice> wanted = choose(scene, viewers);
    scene.uplink_bps = uplink_.bps();
    std::size_t index = 0;
    for (auto& [id, viewer] : viewers_) {
        viewer.wanted_bps = quality::wanted_bps(wanted[index]);
        viewers[index++].line_bps = viewer.line.bps();
    }
    const std::vector<Choice> choices = choose(scene, viewers);
    index = 0;
    for (auto& [id, viewer] : viewers_) change(now, viewer, choices[index++], pace);
}

void Governor::change(TimeMs now, Seen& seen, const Choice& choice, Pace pace) {
    seen.change_at.reset();
    if (seen.choice == choice) return;
    const bool turned =
        seen.choice.camera.activity != choice.camera.activity || seen.choice.screen.activity != choice.screen.activity;
    if (pace == Pace::Measured && !turned && now < seen.changed_at + change_gap_ms) {
        seen.change_at = seen.changed_at + change_gap_ms;
        return;
    }
    seen.choice = choice;
    seen.changed_at = now;
}

}  // namespace parley::core::quality
