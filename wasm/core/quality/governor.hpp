#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/quality/measurement.hpp"
#include "core/quality/policy.hpp"
#include "core/time.hpp"
#include "protocol/ids.hpp"

namespace parley::core::quality {

/// Follows a call and says how each viewer is sent the own pictures: `choose` with what takes time around it. What gets
/// worse counts at once, what gets better when it has lasted; nothing flaps.
class Governor {
public:
    /// What the call itself says; of Scene the rest is found out here.
    struct Circumstances {
        int people = 1;
        Scene::Voice voice = Scene::Voice::Silent;
        Saver saver = Saver::Off;
        std::uint16_t capture_height = 720;
        Equipment equipment;
        friend bool operator==(const Circumstances&, const Circumstances&) = default;
    };

    /// Cheap when nothing changed.
    void set_circumstances(TimeMs now, const Circumstances& circumstances);
    void add(TimeMs now, const PeerId& viewer);
    void remove(TimeMs now, const PeerId& viewer);
    /// What the viewer shows, in device pixels; 0: not at all.
    void set_shown(TimeMs now, const PeerId& viewer, std::uint16_t camera_height, std::uint16_t screen_height);
    /// The viewer's connection is a new one: its counters begin anew, and nothing is known of its line.
    void begin_connection(TimeMs now, const PeerId& viewer);
    void measure(TimeMs now, const PeerId& viewer, const Measurement& measurement);
    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const;

    /// How `viewer` is sent the own pictures now. The viewer must be known.
    [[nodiscard]] const Choice& choice(const PeerId& viewer) const;
    /// Whether the own line, or this machine, holds pictures back at the moment.
    [[nodiscard]] bool line_is_short() const;
    [[nodiscard]] bool processor_is_short() const;

private:
    struct Seen {
        Viewer viewer;
        Choice choice;
    };
    std::map<PeerId, Seen> viewers_;
    Circumstances circumstances_;
};

}  // namespace parley::core::quality
