#include <algorithm>
#include <utility>
#include <vector>

#include "core/client.hpp"

// What people signal to each other, and the list of them.

namespace parley::core {
namespace {

struct Hand {
    std::uint32_t number = 0;
    PeerId peer;
    friend auto operator<=>(const Hand&, const Hand&) = default;
};

}  // namespace

void Client::act(TimeMs /*now*/, const action::ToggleHand& /*action*/) {
    if (call_) hand_ = hand_ == 0 ? call_->next_hand() : 0;
}

void Client::act(TimeMs now, const action::SendReaction& send) {
    if (call_ && screen_ == Screen::Call) call_->react(now, send.kind);
}

void Client::act(TimeMs now, const action::AskToMute& ask) {
    if (!call_) return;
    const auto person = std::ranges::find(call_->people(), ask.peer, &Person::peer);
    if (person == call_->people().end() || !person->presence.microphone) return;
    const auto asked = call_->ask_to_mute(now, ask.peer);
    if (asked == Call::Asked::Yes) notify(NoticeKind::MuteAsked, person->presence.name);
    if (asked == Call::Asked::NoWay) notify(NoticeKind::MuteNotAsked, person->presence.name);
}

void Client::act(TimeMs now, const action::AskEveryoneToMute& /*action*/) {
    if (!call_ || call_->own_role() != protocol::Role::Host) return;
    bool asked = false;
    for (const Person& person : call_->people()) {
        if (!person.presence.microphone) continue;
        asked = call_->ask_to_mute(now, person.peer) == Call::Asked::Yes || asked;
    }
    if (asked) notify(NoticeKind::EveryoneAskedToMute, {});
}

void Client::act(TimeMs /*now*/, const action::AnswerMuteRequest& answer) {
    if (!call_ || !call_->signals().request()) return;
    call_->end_mute_request();
    if (answer.answer == action::AnswerMuteRequest::Answer::Mute && microphone_live()) media_.toggle_microphone();
}

void Client::on_call(const Call::HandRaised& raised) { notify(NoticeKind::HandRaised, raised.name); }

void Client::show_people(View& next) const {
    std::vector<Hand> hands;
    if (hand_ != 0) hands.push_back({hand_, next.participants.front().peer});
    for (const Person& person : call_->people()) {
        if (person.presence.hand != 0) hands.push_back({person.presence.hand, person.peer});
    }
    std::ranges::sort(hands);
    for (std::size_t place = 0; place < hands.size(); ++place) {
        const auto found = std::ranges::find(next.participants, hands[place].peer, &ParticipantView::peer);
        found->hand_place = static_cast<std::uint32_t>(place + 1);
    }
    const bool hosts = call_->own_role() == protocol::Role::Host;
    const bool anybody = std::ranges::any_of(
        next.participants, [](const ParticipantView& person) { return !person.you && person.microphone_on; });
    next.people = {.open = people_open_, .may_ask_everyone = hosts && anybody};
    next.reactions = call_->signals().reactions();
    next.mute_request = call_->signals().request();
}

}  // namespace parley::core
