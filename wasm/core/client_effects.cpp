#include "core/client.hpp"

// What is done to camera and microphone before others see and hear them.

namespace parley::core {

void Client::on(TimeMs /*now*/, const input::FilterStarted& started) { effects_.on_input(started); }

void Client::on(TimeMs now, const input::FilterFailed& failed) {
    say_trouble(effects_.on_input(failed));
    if (effects_.view().camera.trouble != FilterTrouble::NoPicture) return;
    effects_.set_own_backdrop(OwnBackdrop::None);
    // Who wanted to hide the room behind a picture does not want to show it.
    act(now, action::SetEffect{{Backdrop::BlurStrong, preferences_.effect.light}});
}

void Client::on(TimeMs /*now*/, const input::EffectMeasured& measured) { say_trouble(effects_.on_input(measured)); }

void Client::say_trouble(std::optional<NoticeKind> trouble) {
    if (trouble) notify(*trouble, {});
}

void Client::act(TimeMs /*now*/, const action::SetEffect& set) {
    preferences_.effect = set.effect;
    effects_.choose(set.effect);
    outbox_.push(preferences_);
}

void Client::act(TimeMs /*now*/, const action::SetNoiseFilter& set) {
    preferences_.noise = set.filter;
    effects_.choose(set.filter, preferences_.sound);
    outbox_.push(preferences_);
}

void Client::act(TimeMs /*now*/, const action::ChoosePicture& /*choose*/) {
    picture_question_ = numbers_.requests.next();
    outbox_.push(output::AskPicture{picture_question_});
}

// The new picture is shown even if another was shown before: the running effect is told of it.
void Client::on(TimeMs now, const input::PictureChosen& chosen) {
    if (chosen.request != picture_question_) return;
    picture_question_ = {};
    using Outcome = input::PictureChosen::Outcome;
    if (chosen.outcome == Outcome::Unreadable) notify(NoticeKind::PictureUnreadable, {});
    if (chosen.outcome != Outcome::Kept) return;
    effects_.set_own_backdrop(OwnBackdrop::Kept);
    effects_.show_picture_again();
    act(now, action::SetEffect{{Backdrop::Picture, preferences_.effect.light}});
}

}  // namespace parley::core
