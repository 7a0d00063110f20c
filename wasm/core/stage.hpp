#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/input.hpp"
#include "core/layout.hpp"
#include "core/speaker.hpp"
#include "core/time.hpp"
#include "core/view.hpp"

namespace parley::core {

/// What of a call is in front for the person at this page: who speaks, what they pinned, the whole screen, and the
/// picture that floats over other windows. Lasts as long as the call.
class Stage {
public:
    void set_abilities(const input::Boot::Abilities& abilities) { abilities_ = abilities; }

    /// Who is there and speaks, after everything that happened; nobody outside a call.
    void settle(TimeMs now, const std::vector<ParticipantView>& people);
    [[nodiscard]] std::optional<TimeMs> deadline() const { return speaker_.deadline(); }

    /// The first of more than `bounds::pins_max` gives way to the last.
    void pin(const Tile& tile);
    void unpin(const Tile& tile);

    void note(const input::FullScreenChanged& changed) { full_screen_ = changed.state; }
    void note(const input::PictureFloats& floats) { floating_ = floats.element; }
    [[nodiscard]] const input::Boot::Abilities& abilities() const { return abilities_; }
    [[nodiscard]] Switched full_screen() const { return full_screen_; }
    /// The element whose picture floats; empty for none.
    [[nodiscard]] const std::string& floating() const { return floating_; }
    /// What the page says that it shows, and what floats beside it.
    [[nodiscard]] input::PicturesShown with_floating(input::PicturesShown shown) const;

    [[nodiscard]] StageView view() const;

private:
    input::Boot::Abilities abilities_;
    Speaker speaker_;
    std::vector<Tile> pinned_;
    Switched full_screen_ = Switched::Off;
    std::string floating_;
};

}  // namespace parley::core
