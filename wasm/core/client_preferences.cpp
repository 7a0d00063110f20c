#include "core/client.hpp"

// The fourth part of the client: what a person prefers. It is kept in their browser as soon as it changes.

namespace parley::core {

void Client::act(TimeMs now, const action::AllowPaths& allow) {
    if (allow.paths == preferences_.paths) return;
    preferences_.paths = allow.paths;
    outbox_.push(preferences_);
    if (call_) call_->allow_paths(now, preferences_.paths);
}

void Client::act(TimeMs /*now*/, const action::SetSaver& set) {
    if (set.saver == preferences_.saver) return;
    preferences_.saver = set.saver;
    outbox_.push(preferences_);
}

void Client::act(TimeMs /*now*/, const action::SetSound& set) {
    if (set.sound == preferences_.sound) return;
    preferences_.sound = set.sound;
    effects_.choose(preferences_.noise, preferences_.sound);
    outbox_.push(preferences_);
    media_.prefer(preferences_.devices, preferences_.sound);
}

void Client::act(TimeMs /*now*/, const action::SetSingleKeys& set) {
    if (set.single_keys == preferences_.single_keys) return;
    preferences_.single_keys = set.single_keys;
    outbox_.push(preferences_);
}

void Client::act(TimeMs /*now*/, const action::OpenKeys& /*action*/) {
    if (settings_open_ || checkup_.view().open || qr_code_.view().open) return;
    keys_shown_ = true;
}

void Client::act(TimeMs /*now*/, const action::CloseKeys& /*action*/) { keys_shown_ = false; }

// Once for each browser, and not to who has no keyboard.
void Client::hint_at_keys() {
    const bool keyboard = equipment_.form == quality::Equipment::Form::Desktop;
    if (preferences_.keys_hint == output::KeysHint::Given || !keyboard) return;
    preferences_.keys_hint = output::KeysHint::Given;
    outbox_.push(preferences_);
    notify(NoticeKind::KeysHint, {});
}

}  // namespace parley::core
