#include <utility>

#include "core/client.hpp"

// The fourth part of the client: the screen that the person presents, and those of others.

namespace parley::core {

void Client::act(TimeMs /*now*/, const action::ToggleScreen& /*action*/) {
    if (call_ && screen_ == Screen::Call) screen_share_.toggle();
}

void Client::act(TimeMs /*now*/, const action::DismissScreenTrouble& /*action*/) { screen_share_.dismiss_trouble(); }

void Client::on(TimeMs /*now*/, const input::ScreenOpened& opened) { screen_share_.on_input(opened); }
void Client::on(TimeMs /*now*/, const input::ScreenFailed& failed) { screen_share_.on_input(failed); }

void Client::on_call(const Call::PersonPresents& presents) { notify(NoticeKind::ScreenShown, presents.name); }

void Client::settle_own_screen() {
    std::optional<Shown> wanted;
    if (const auto track = screen_share_.picture(); track && screen_ == Screen::Call && identity_) {
        wanted = Shown{*track, screen_element(identity_->peer)};
    }
    if (wanted == shown_screen_) return;
    if (shown_screen_) outbox_.push(output::Detach{shown_screen_->element});
    if (wanted) outbox_.push(output::AttachLocal{wanted->track, wanted->element});
    shown_screen_ = std::move(wanted);
}

}  // namespace parley::core
