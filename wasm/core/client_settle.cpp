#include <utility>

#include "core/client.hpp"
#include "core/display_name.hpp"

// The second half of the client: what follows from the state after every input. Nothing here reacts to one event;
// each function compares what should be with what was said last, and says the difference.

namespace parley::core {

void Client::settle(TimeMs now) {
    take_call_events(now);
    if (leaving_ && leaving_->over()) leaving_.reset();
    checkup_.set_devices(media_.microphone(), media_.camera());
    settle_tracks(now);
    settle_preview();
    settle_levels();
    refresh_view();
}

protocol::Presence Client::presence() const {
    return {.run = run_,
            .identity = identity_ ? identity_->identity : protocol::Identity(),
            .name = tidied_name(name_),
            .microphone = microphone_live(),
            .camera = media_.camera() == DeviceState::On};
}

bool Client::microphone_live() const { return media_.microphone() == DeviceState::On; }

void Client::settle_tracks(TimeMs now) {
    if (!call_) return;
    OutgoingTracks tracks{};
    tracks[static_cast<std::size_t>(Slot::Microphone)] = media_.microphone_track();
    tracks[static_cast<std::size_t>(Slot::Camera)] = media_.camera_track();
    call_->set_tracks(tracks);
    call_->set_presence(now, presence());
    using Voice = quality::Scene::Voice;
    using Microphone = quality::Scene::Microphone;
    const bool speaking = own_speaking_.active() && microphone_live();
    call_->set_media(now, {.voice = speaking ? Voice::Speaking : Voice::Silent,
                           .saver = preferences_.saver,
                           .sound = preferences_.sound,
                           .microphone = microphone_live() ? Microphone::Live : Microphone::Muted,
                           .camera_lines = media_.camera_lines(),
                           .equipment = equipment_});
}

void Client::settle_preview() {
    std::optional<Shown> wanted;
    if (const auto track = media_.camera_track()) {
        if (screen_ == Screen::PreJoin) wanted = Shown{*track, preview_element};
        if (screen_ == Screen::Call && identity_) wanted = Shown{*track, identity_->peer.value};
    }
    if (wanted == shown_) return;
    if (shown_) outbox_.push(output::Detach{shown_->element});
    if (wanted) outbox_.push(output::AttachLocal{wanted->track, wanted->element});
    shown_ = std::move(wanted);
}

void Client::settle_levels() {
    using Mode = output::WatchLevels::Mode;
    output::WatchLevels wanted;
    if (screen_ == Screen::PreJoin && microphone_live()) {
        wanted = {Mode::Microphone, media_.microphone_track()};
    } else if (screen_ == Screen::Call) {
        // What is not sent has no level: the last one would stand.
        wanted = {Mode::Call, microphone_live() ? media_.microphone_track() : std::nullopt};
    }
    if (!microphone_live()) {
        microphone_level_ = 0;
        own_speaking_.stop();
    }
    if (wanted.mode == watched_.mode && wanted.microphone == watched_.microphone) return;
    watched_ = wanted;
    outbox_.push(wanted);
}

ParticipantView Client::own_view() const {
    return ParticipantView{.peer = identity_ ? identity_->peer : PeerId(),
                           .name = presence().name,
                           .you = true,
                           .microphone_on = microphone_live(),
                           .camera_on = media_.camera() == DeviceState::On,
                           .speaking = own_speaking_.active() && microphone_live(),
                           .video_shown = media_.camera() == DeviceState::On,
                           .pair = PairState::Connected,
                           .mark = call_ ? call_->quality().own_mark() : quality::Mark::Unknown,
                           .cause = call_ ? call_->quality().own_cause() : quality::Cause::None};
}

void Client::refresh_view() {
    View next;
    next.version = view_.version;
    next.screen = screen_;
    // The meter belongs to the screen before the call; in it only the ring shows that one is heard.
    const std::uint8_t level = screen_ == Screen::PreJoin ? microphone_level_ : std::uint8_t{0};
    next.local = {name_, media_.microphone(), media_.camera(), level};
    if (meeting_) {
        next.room = meeting_->room.value;
        next.link = origin_ + meeting_path(meeting_->room, meeting_->key);
    }
    next.joining = joining_;
    next.link_rejected = link_rejected_;
    next.server = call_ ? call_->server() : ServerLink::Idle;
    if (screen_ == Screen::Call && call_) {
        next.participants.push_back(own_view());
        for (const Person& person : call_->people()) next.participants.push_back(person.view());
        next.chat = memories_.at(meeting_->room).chat.view();
        next.people.open = people_open_;
        for (const Person& person : call_->people()) {
            if (looked_at_ == person.peer) next.statistics = call_->quality().statistics(person);
        }
    }
    next.settings = {settings_open_, preferences_};
    next.check = checkup_.view();
    next.keys_shown = keys_shown_;
    if (screen_ == Screen::Left) next.summary = summary_;
    next.coverage = coverage();
    next.sound_blocked = sound_blocked_;
    next.notices.assign(notices_.begin(), notices_.end());
    next.failure = failure_;
    if (next == view_) return;
    next.version = view_.version + 1;
    view_ = std::move(next);
}

}  // namespace parley::core
