#pragma once

#include <gtest/gtest.h>

#include <map>
#include <optional>

#include "core/quality/governor.hpp"

namespace parley::core::quality {

inline const PeerId anna("anna");
inline const PeerId bert("bert");

/// A governor whose viewers are measured once a second, as the call does it.
class GovernorTest : public testing::Test {
protected:
    struct Line {
        std::optional<std::uint32_t> available_bps = 5'000'000;
        Limitation limitation = Limitation::None;
        int loss_percent = 0;
    };

    void SetUp() override {
        circumstances.people = 2;
        circumstances.equipment.encoders = {VideoCodec::Vp8};
        governor.set_circumstances(0, circumstances);
        join(anna);
    }
    void join(const PeerId& viewer) {
        governor.add(now, viewer);
        governor.begin_connection(now, viewer);
        governor.set_shown(now, viewer, 720, 0);
        lines[viewer] = {};
        counters[viewer] = {};
    }
    /// Lets so many seconds pass, with a measurement in each.
    void pass(int seconds) {
        for (int second = 0; second < seconds; ++second) {
            const TimeMs next = now + 1'000;
            while (governor.deadline() && *governor.deadline() <= next) {
                now = *governor.deadline();
                governor.tick(now);
            }
            now = next;
            for (const auto& [viewer, line] : lines) measure(viewer, line);
        }
    }
    void measure(const PeerId& viewer, const Line& line) {
        Measurement& measurement = counters[viewer];
        const Encoding& camera = governor.choice(viewer).camera;
        const bool sent = camera.activity == Encoding::Activity::Sent;
        SentMedia& media = measurement.sent[static_cast<std::size_t>(Slot::Camera)];
        media.limitation = line.limitation;
        media.bytes += sent ? camera.bitrate_max_bps / 8 : 0;
        media.packets += sent ? 100 : 0;
        media.packets_lost += sent ? static_cast<std::uint32_t>(line.loss_percent) : 0;
        measurement.sent_bytes += 5'000 + (sent ? camera.bitrate_max_bps / 8 : 0);
        measurement.available_bps = line.available_bps;
        governor.measure(now, viewer, measurement);
    }
    void shorten(const PeerId& viewer, std::uint32_t available_bps) {
        lines[viewer] = {.available_bps = available_bps, .limitation = Limitation::Bandwidth};
    }
    void change_people(int people) {
        circumstances.people = people;
        governor.set_circumstances(now, circumstances);
    }
    void change_voice(Scene::Voice voice) {
        circumstances.voice = voice;
        governor.set_circumstances(now, circumstances);
    }
    [[nodiscard]] int step(const PeerId& viewer = anna) const { return governor.choice(viewer).step; }
    [[nodiscard]] std::uint32_t camera_bps(const PeerId& viewer = anna) const {
        return governor.choice(viewer).camera.bitrate_max_bps;
    }

    Governor governor;
    Governor::Circumstances circumstances;
    std::map<PeerId, Line> lines;
    std::map<PeerId, Measurement> counters;
    TimeMs now = 0;
};

}  // namespace parley::core::quality
