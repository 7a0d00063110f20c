#include "ui/screen_words.hpp"

namespace parley::ui {

std::string_view share_label(const core::ScreenShareView& share) {
    return share.state == core::ScreenShareState::On ? "Stop sharing" : "Share screen";
}

std::string_view presenting_text(const core::ScreenShareView& share) {
    return share.sound ? "You are presenting, with sound" : "You are presenting";
}

Message screen_trouble_message(core::ScreenTrouble trouble) {
    switch (trouble) {
        case core::ScreenTrouble::DeniedBySystem:
            return {"Your system does not let the browser record the screen",
                    "On a Mac open System Settings, Privacy & Security, Screen Recording, allow your browser there and "
                    "start it again. Elsewhere look for the same in your system's privacy settings."};
        case core::ScreenTrouble::Missing:
            return {"Your browser found nothing to share",
                    "On a Mac your system may keep the screen from it: open System Settings, Privacy & Security, "
                    "Screen Recording, allow your browser there and start it again."};
        case core::ScreenTrouble::Busy:
            return {"What you chose could not be shared",
                    "Choose another window or the whole screen. On a Mac look under System Settings, Privacy & "
                    "Security, Screen Recording, whether your browser is allowed."};
        case core::ScreenTrouble::Failed:
            break;
    }
    return {"Sharing did not start", "Try again. If that does not help, reload the page and join once more."};
}

std::string screen_waiting_text(const core::ParticipantView& presenter) {
    const std::string name(display_name(presenter.name));
    if (presenter.screen_paused) return "Paused: the connection of " + name + " carries sound only for now";
    if (presenter.pair == core::PairState::Connected) return "The screen of " + name + " is on its way";
    return "Waiting for the connection to " + name;
}

}  // namespace parley::ui
