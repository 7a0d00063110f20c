#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/quality/governor.hpp"
#include "core/quality/steps.hpp"

/// A model of lines and of the congestion control that sends along them: rough, but wrong in no one's favour.
namespace parley::core::quality {

inline constexpr TimeMs world_step_ms = 250;
inline constexpr double world_step_s = 0.25;
/// Speech as browsers send it, with its headers; it is not said all the time.
inline constexpr double speech_bps = 40'000;
inline constexpr double speech_headers_bps = 8'000;
/// Browsers believe in no less.
inline constexpr double estimate_min_bps = 30'000;
inline constexpr TimeMs overload_apart_ms = 1'500;

/// One connection: congestion control as in GCC (draft-ietf-rmcat-gcc-02). Its estimate falls to 0.85 of what gets
/// through when a queue grows, rises by 8 % a second, and no further than 1.5 times what is sent.
class Connection {
public:
    double capacity_bps = 1e9;  ///< of the way to this viewer alone
    double content = 1;         ///< how much of what it may an encoder takes
    double estimate_bps = 300'000;
    Measurement counters;

    /// What the encoder would send, and what congestion control lets it.
    void encode(const Choice& choice, bool processor_short) {
        const Encoding& camera = choice.camera;
        const bool muted = choice.sound.activity == Encoding::Activity::Paused;
        sound_bps_ = choice.sound.bitrate_max_bps > 0 ? choice.sound.bitrate_max_bps + speech_headers_bps : speech_bps;
        if (muted) sound_bps_ = 0;
        wanted_bps_ = camera.activity == Encoding::Activity::Sent ? content * camera.bitrate_max_bps : 0;
        video_bps_ = std::min(wanted_bps_, std::max(0.0, estimate_bps - sound_bps_));
        limited_ = wanted_bps_ > video_bps_;
        SentMedia& sent = counters.sent[1];
        sent.limitation = Limitation::None;
        if (limited_) sent.limitation = Limitation::Bandwidth;
        if (processor_short && video_bps_ > 0 && !limited_) sent.limitation = Limitation::Processor;
    }
    [[nodiscard]] double offered_bps() const { return sound_bps_ + video_bps_; }
    [[nodiscard]] double sound_bps() const { return sound_bps_; }
    [[nodiscard]] double video_bps() const { return video_bps_; }
    [[nodiscard]] bool limited() const { return limited_; }

    /// `share`: how much of the picture gets through; sound goes first.
    void deliver(double share) {
        const double sound_bps = std::min(sound_bps_, capacity_bps);
        const double through_bps = sound_bps + share * video_bps_;
        if (share < 1) {
            estimate_bps = std::max({0.85 * through_bps, sound_bps, estimate_min_bps});
        } else {
            const double most = std::max(estimate_bps, 1.5 * offered_bps());
            estimate_bps = std::min(estimate_bps * std::pow(1.08, world_step_s), most);
        }
        const double bytes = video_bps_ * world_step_s / 8;
        const auto packets = static_cast<std::uint32_t>(std::ceil(bytes / 1'000));
        SentMedia& sent = counters.sent[1];
        sent.packets += packets;
        sent.bytes += static_cast<std::uint64_t>(std::ceil(bytes));
        sent.frames += video_bps_ > 0 ? 4 : 0;
        lost_ += (1 - share) * packets;
        sent.packets_lost = static_cast<std::uint32_t>(lost_);
        counters.sent_bytes += static_cast<std::uint64_t>(offered_bps() * world_step_s / 8);
        counters.available_bps = static_cast<std::uint32_t>(estimate_bps);
    }

private:
    double sound_bps_ = speech_bps;
    double wanted_bps_ = 0;
    double video_bps_ = 0;
    double lost_ = 0;
    bool limited_ = false;
};

/// One person who sends to others along one line, as the governor says.
class Sender {
public:
    struct Viewing {
        Connection connection;
        std::uint16_t height = 720;
        TimeMs since = 0;
    };
    Governor governor;
    Governor::Circumstances circumstances;
    std::map<PeerId, Viewing> viewers;
    double uplink_bps = 1e9;
    double processor = 1e9;  ///< pixels a second that it can encode
    int overloads = 0;       ///< how often a line began to be overfilled
    TimeMs overload_since = -overload_apart_ms;
    TimeMs overload_at = -overload_apart_ms - 1;  ///< for the last time

    void join(TimeMs now, const PeerId& viewer) {
        viewers[viewer] = {.connection = {}, .since = now};
        governor.add(now, viewer);
        governor.begin_connection(now, viewer);
        governor.set_shown(now, viewer, viewers[viewer].height, 0);
    }
    void leave(TimeMs now, const PeerId& viewer) {
        viewers.erase(viewer);
        governor.remove(now, viewer);
    }
    void show(TimeMs now, const PeerId& viewer, std::uint16_t height) {
        viewers[viewer].height = height;
        governor.set_shown(now, viewer, height, 0);
    }

    void step(TimeMs now) {
        governor.set_circumstances(now, circumstances);
        while (governor.deadline() && *governor.deadline() <= now) governor.tick(now);
        const bool processor_short = pixels_per_s() > processor;
        double sound_bps = 0;
        double video_bps = 0;
        for (auto& [id, viewing] : viewers) {
            viewing.connection.encode(governor.choice(id), processor_short);
            const double sound = viewing.connection.sound_bps();
            sound_bps += sound;
            video_bps +=
                std::min(viewing.connection.video_bps(), std::max(0.0, viewing.connection.capacity_bps - sound));
        }
        const double room_bps = std::max(0.0, uplink_bps - sound_bps);
        const double share = video_bps > room_bps ? room_bps / video_bps : 1;
        bool overload = share < 1;
        for (auto& [id, viewing] : viewers) {
            Connection& connection = viewing.connection;
            const double own_room = std::max(0.0, connection.capacity_bps - connection.sound_bps());
            const double own = connection.video_bps() > own_room ? own_room / connection.video_bps() : 1;
            overload = overload || own < 1;
            connection.deliver(std::min(share, own));
        }
        if (overload && now - overload_at > overload_apart_ms) {
            ++overloads;
            overload_since = now;
        }
        if (overload) overload_at = now;
        if (now % 1'000 != 0) return;
        for (auto& [id, viewing] : viewers) governor.measure(now, id, viewing.connection.counters);
    }

    [[nodiscard]] double pixels_per_s() const {
        double sum = 0;
        for (const auto& [id, viewing] : viewers) {
            const Encoding& camera = governor.choice(id).camera;
            if (camera.activity == Encoding::Activity::Paused) continue;
            const double height = 720 / static_cast<double>(camera.scale_down);
            sum += height * height * 16 / 9 * camera.frames_per_s_max;
        }
        return sum;
    }
    /// What the governor lets out, sound's reserve included.
    [[nodiscard]] double allowed_bps() const {
        double sum = 0;
        for (const auto& [id, viewing] : viewers) sum += quality::wanted_bps(governor.choice(id));
        return sum;
    }
};

}  // namespace parley::core::quality
