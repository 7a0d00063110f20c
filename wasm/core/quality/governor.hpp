#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/quality/line.hpp"
#include "core/quality/load.hpp"
#include "core/quality/measurement.hpp"
#include "core/quality/policy.hpp"
#include "core/quality/way.hpp"
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
        std::uint16_t screen_height = 0;  ///< px, of what is shared; 0: nothing is
        Scene::Screen screen = Scene::Screen::Detail;
        Scene::ScreenSound screen_sound = Scene::ScreenSound::None;
        Sound sound = Sound::Speech;
        Scene::Microphone microphone = Scene::Microphone::Live;
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
    /// Of a picture as a viewer shows it, device pixels: larger at once, smaller when it stays so.
    struct Size {
        std::optional<std::uint16_t> now;
        std::optional<std::uint16_t> later;
        TimeMs later_at = 0;

        void ask(TimeMs at, std::uint16_t height);
        void tick(TimeMs at);
        [[nodiscard]] std::optional<TimeMs> deadline() const;
    };
    struct Seen {
        Way way;
        bool measured = false;  ///< in this round
        Line line;
        Size camera;
        Size screen;
        Choice choice;
        std::uint32_t wanted_bps = 0;  ///< with sound, if it were known of no line
        TimeMs changed_at = 0;
        std::optional<TimeMs> change_at;  ///< what was chosen meanwhile counts then
    };
    /// What follows from measurements comes once a second, what people do is followed at once.
    enum class Pace : std::uint8_t { AtOnce, Measured };

    [[nodiscard]] Seen& seen(const PeerId& viewer);
    [[nodiscard]] bool is_short(const Seen& seen) const;
    [[nodiscard]] bool shares_shortness(TimeMs now) const;
    [[nodiscard]] Line::Sign sign_of(const Seen& seen) const;
    [[nodiscard]] Line::Sign sign_of_all(TimeMs now, Line::Sign::Fill fill) const;
    /// Whether it was time to judge them: all have been measured, or some were waited for in vain.
    bool follow_lines(TimeMs now);
    [[nodiscard]] Scene scene() const;
    void settle(TimeMs now, Pace pace);
    static void change(TimeMs now, Seen& seen, const Choice& choice, Pace pace);

    std::map<PeerId, Seen> viewers_;
    Circumstances circumstances_;
    std::optional<TimeMs> silent_from_;  ///< when nothing is sent any more of a microphone that was muted
    std::optional<TimeMs> spoke_until_;  ///< who stopped speaking may only draw breath
    Line uplink_;
    std::optional<TimeMs> round_at_;  ///< when lines were judged last
    Load load_;
};

}  // namespace parley::core::quality
