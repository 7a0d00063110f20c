#include "core/client.hpp"

// The part of the client that is about how a person sees the call.

namespace parley::core {

void Client::act(TimeMs /*now*/, const action::SetLayout& set) {
    if (set.layout == preferences_.layout) return;
    preferences_.layout = set.layout;
    outbox_.push(preferences_);
}

void Client::act(TimeMs /*now*/, const action::ShowOwnPicture& show) {
    if (show.picture == preferences_.own_picture) return;
    preferences_.own_picture = show.picture;
    outbox_.push(preferences_);
}

void Client::act(TimeMs /*now*/, const action::MoveOwnPicture& move) {
    if (move.corner == preferences_.own_corner) return;
    preferences_.own_corner = move.corner;
    outbox_.push(preferences_);
}

void Client::act(TimeMs /*now*/, const action::PinTile& pin) {
    if (call_) stage_.pin(pin.tile);
}

void Client::act(TimeMs /*now*/, const action::UnpinTile& unpin) { stage_.unpin(unpin.tile); }

void Client::act(TimeMs /*now*/, const action::ToggleFullScreen& /*action*/) {
    if (!stage_.abilities().full_screen) return;
    outbox_.push(output::SetFullScreen{stage_.full_screen() == Switched::On ? Switched::Off : Switched::On});
}

void Client::act(TimeMs /*now*/, const action::FloatPicture& wanted) {
    if (!call_ || !stage_.abilities().picture_in_picture) return;
    outbox_.push(output::FloatPicture{element_of(wanted.tile)});
}

void Client::act(TimeMs /*now*/, const action::LandPicture& /*action*/) {
    if (!stage_.floating().empty()) outbox_.push(output::FloatPicture{});
}

void Client::on(TimeMs /*now*/, const input::FullScreenChanged& changed) { stage_.note(changed); }

void Client::on(TimeMs /*now*/, const input::PictureFloats& floats) { stage_.note(floats); }

// The whole screen and the floating picture are the call's.
void Client::leave_stage() {
    if (stage_.full_screen() == Switched::On) outbox_.push(output::SetFullScreen{Switched::Off});
    if (!stage_.floating().empty()) outbox_.push(output::FloatPicture{});
}

}  // namespace parley::core
