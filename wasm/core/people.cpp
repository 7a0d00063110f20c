#include "core/people.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"

namespace parley::core {

std::optional<TimeMs> Person::removal_at() const {
    const auto quiet_since = negotiation.quiet_since();
    if (!quiet_since) return std::nullopt;
    if (standing == Standing::Lost) return *quiet_since + bounds::lost_quiet_ms;
    // What was quiet while we were cut off ourselves says nothing of them.
    if (standing == Standing::Absent) return std::max(*quiet_since, standing_since) + bounds::absent_quiet_ms;
    return std::nullopt;
}

bool Person::arriving(TimeMs now) const {
    const bool picture_due = presence.camera && !picture_arrived;
    const bool unfinished = picture_due || negotiation.state() != PairState::Connected;
    return unfinished && now < came_at + bounds::connecting_first_ms;
}

ParticipantView Person::view() const {
    const bool withheld = quality.theirs.camera == protocol::PictureSent::Camera::Paused;
    const bool screen_withheld = quality.theirs.screen == protocol::PictureSent::Screen::Paused;
    return ParticipantView{.peer = peer,
                           .name = presence.name,
                           .you = false,
                           .microphone_on = presence.microphone,
                           .camera_on = presence.camera,
                           .speaking = presence.microphone && speaking.active(),
                           .video_shown = presence.camera && picture_arrived && !withheld,
                           .pair = negotiation.state(),
                           .mark = quality.history.mark(),
                           .cause = quality.cause,
                           .screen_on = presence.screen,
                           .screen_shown = presence.screen && screen_arrived && !screen_withheld,
                           .screen_paused = presence.screen && screen_withheld,
                           .host = role == protocol::Role::Host,
                           .recording = presence.recording};
}

Person* People::find(const PeerId& peer) {
    const auto found =
        std::find_if(people_.begin(), people_.end(), [&](const Person& person) { return person.peer == peer; });
    return found == people_.end() ? nullptr : &*found;
}

Person* People::find(ConnectionId connection) {
    const auto found = std::find_if(people_.begin(), people_.end(),
                                    [&](const Person& person) { return person.negotiation.owns(connection); });
    return found == people_.end() ? nullptr : &*found;
}

Person* People::add(Person person) {
    if (people_.size() >= bounds::people_max) return nullptr;
    people_.push_back(std::move(person));
    return &people_.back();
}

void People::remove(const PeerId& peer) {
    people_.remove_if([&](const Person& person) { return person.peer == peer; });
}

std::optional<TimeMs> People::deadline() const {
    std::optional<TimeMs> first;
    for (const Person& person : people_) {
        first = earlier(first, person.negotiation.deadline());
        first = earlier(first, person.speaking.deadline());
    }
    return first;
}

std::optional<TimeMs> People::first_removal_at() const {
    std::optional<TimeMs> first;
    for (const Person& person : people_) first = earlier(first, person.removal_at());
    return first;
}

}  // namespace parley::core
