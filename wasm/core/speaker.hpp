#pragma once

#include <optional>
#include <vector>

#include "core/time.hpp"
#include "core/view/people.hpp"
#include "protocol/ids.hpp"

namespace parley::core {

/// Whose picture is to be large: who speaks, without jumping at every word.
///
/// Somebody else takes over after having spoken for `bounds::speaker_after_ms`, once the one before is silent, and not
/// sooner than `bounds::speaker_gap_ms` after the last change. Who began later and goes on for
/// `bounds::speaker_overtakes_ms` takes over from somebody who never falls silent, as a noisy room doesn't.
class Speaker {
public:
    /// Tells who is there and speaks now, oneself among them, in the order of arrival. Also to be called when
    /// `deadline` has come.
    void hear(TimeMs now, const std::vector<ParticipantView>& people);
    void reset() { *this = {}; }

    /// One of the others; the first of them before anybody has spoken, nobody while alone.
    [[nodiscard]] const std::optional<PeerId>& chosen() const { return chosen_; }
    /// When somebody takes over if all stays as it is.
    [[nodiscard]] std::optional<TimeMs> deadline() const;

private:
    struct Known {
        PeerId peer;
        std::optional<TimeMs> since;  ///< when they began to speak
    };

    void note(TimeMs now, const std::vector<ParticipantView>& people);
    [[nodiscard]] const Known* current() const;
    [[nodiscard]] const Known* longest_speaking() const;
    [[nodiscard]] std::optional<TimeMs> takeover_at(const Known& candidate) const;
    void choose(TimeMs now, const PeerId& peer);

    std::vector<Known> known_;
    std::optional<PeerId> chosen_;
    std::optional<TimeMs> changed_at_;
};

}  // namespace parley::core
