#pragma once

#include <cstdint>
#include <optional>

#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/view/screens.hpp"

namespace parley::core {

/// The screen, window or tab that the person presents, from the browser's question on.
class ScreenShare {
public:
    ScreenShare(Outbox& outbox, Numbers& numbers) : outbox_(outbox), numbers_(numbers) {}

    /// What this page can be given. Once, before anything else.
    void set_equipment(input::ScreenCapture capture, const quality::Equipment& equipment);

    /// Asks for one, or lets go of the one that there is. While the browser asks the person, that is waited for.
    void toggle();
    /// Lets it go, also one that is still being chosen.
    void stop();
    void dismiss_trouble() { trouble_.reset(); }

    void on_input(const input::ScreenOpened& opened);
    void on_input(const input::ScreenFailed& failed);
    /// Whether that was the screen's picture: it was stopped in the browser's own bar, or its window was closed.
    bool on_input(const input::TrackEnded& ended);

    [[nodiscard]] ScreenShareView view() const;
    [[nodiscard]] bool on() const { return state_ == ScreenShareState::On; }
    /// The captured tracks; nothing while there is none.
    [[nodiscard]] std::optional<TrackId> picture() const { return on() ? std::optional(picture_) : std::nullopt; }
    [[nodiscard]] std::optional<TrackId> sound() const {
        return on() && has_sound_ ? std::optional(sound_) : std::nullopt;
    }
    /// px, the height of its pictures; 0 while there is none.
    [[nodiscard]] std::uint16_t lines() const { return on() ? lines_ : std::uint16_t{0}; }

private:
    void ask();

    Outbox& outbox_;
    Numbers& numbers_;
    input::ScreenCapture capture_ = input::ScreenCapture::Missing;
    ScreenShareState state_ = ScreenShareState::Off;
    RequestId request_;  ///< the one that is awaited
    TrackId picture_;
    TrackId sound_;
    bool has_sound_ = false;
    std::uint16_t lines_ = 0;
    std::optional<ScreenTrouble> trouble_;
};

}  // namespace parley::core
