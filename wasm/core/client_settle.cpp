#include <utility>

#include "core/client.hpp"
#include "core/display_name.hpp"

// The second half of the client: what follows from the state after every input. Nothing here reacts to one event;
// each function compares what should be with what was said last, and says the difference.

namespace parley::core {

void Client::settle(TimeMs now) {
    settle_pictures(now);
    take_call_events(now);
    if (leaving_ && leaving_->over()) leaving_.reset();
    checkup_.set_devices(media_.microphone(), media_.camera());
    settle_devices();
    effects_.settle(now, media_.camera_track(), media_.microphone_track());
    settle_tracks(now);
    settle_preview();
    settle_own_screen();
    media_.stop_former();
    settle_levels();
    settle_recording(now);
    settle_addressee();
    settle_guard();
    settle_awake();
    settle_media_session();
    refresh_view(now);
}

protocol::Presence Client::presence() const {
    return {.run = run_,
            .identity = identity_ ? identity_->identity : protocol::Identity(),
            .name = tidied_name(name_),
            .microphone = microphone_live(),
            .camera = camera_state() == DeviceState::On,
            .screen = screen_share_.on(),
            .hand = hand_,
            .recording = recording_.active()};
}

DeviceState Client::camera_state() const {
    return effects_.camera_withheld() ? DeviceState::Starting : media_.camera();
}

bool Client::microphone_live() const { return media_.microphone() == DeviceState::On; }

void Client::settle_tracks(TimeMs now) {
    if (!call_) return;
    OutgoingTracks tracks{};
    tracks[static_cast<std::size_t>(Slot::Microphone)] = effects_.microphone_track();
    tracks[static_cast<std::size_t>(Slot::Camera)] = effects_.camera_track();
    tracks[static_cast<std::size_t>(Slot::Screen)] = screen_share_.picture();
    tracks[static_cast<std::size_t>(Slot::ScreenAudio)] = screen_share_.sound();
    call_->set_tracks(tracks);
    call_->set_presence(now, presence());
    using Voice = quality::Scene::Voice;
    using Microphone = quality::Scene::Microphone;
    using ScreenSound = quality::Scene::ScreenSound;
    const bool speaking = own_speaking_.active() && microphone_live();
    call_->set_media(now, {.voice = speaking ? Voice::Speaking : Voice::Silent,
                           .saver = preferences_.saver,
                           .sound = preferences_.sound,
                           .microphone = microphone_live() ? Microphone::Live : Microphone::Muted,
                           .camera_lines = media_.camera_lines(),
                           .screen_lines = screen_share_.lines(),
                           .screen_sound = screen_share_.sound() ? ScreenSound::Shared : ScreenSound::None,
                           .equipment = equipment_});
}

void Client::settle_preview() {
    std::optional<Shown> wanted;
    if (const auto track = effects_.camera_track()) {
        if (screen_ == Screen::PreJoin) wanted = Shown{*track, preview_element};
        if (screen_ == Screen::Call && identity_) wanted = Shown{*track, identity_->peer.value};
    }
    if (wanted == shown_) return;
    // Another camera takes the place of the one before, whose picture stays until then.
    const bool stays = shown_ && wanted && shown_->element == wanted->element;
    if (shown_ && !stays) outbox_.push(output::Detach{shown_->element});
    if (wanted) outbox_.push(output::AttachLocal{wanted->track, wanted->element});
    shown_ = std::move(wanted);
}

void Client::settle_levels() {
    using Mode = output::WatchLevels::Mode;
    output::WatchLevels wanted;
    if (screen_ == Screen::PreJoin && microphone_live()) {
        wanted = {Mode::Microphone, effects_.microphone_track()};
    } else if (screen_ == Screen::Call) {
        // What is not sent has no level in a connection: it is measured by itself, for who forgets that they are muted.
        const bool silenced = !microphone_live() && media_.microphone_track();
        const auto mode = silenced ? Mode::Muted : settings_open_ ? Mode::CallAndMicrophone : Mode::Call;
        wanted = {mode, media_.microphone_track()};
    }
    if (!microphone_live()) {
        microphone_level_ = 0;
        own_speaking_.stop();
    }
    const bool heard = call_ && !call_->people().empty();
    if (wanted.mode != Mode::Muted || !heard) muted_talk_.stop();
    if (wanted.mode == watched_.mode && wanted.microphone == watched_.microphone) return;
    watched_ = wanted;
    outbox_.push(wanted);
}

ParticipantView Client::own_view() const {
    return ParticipantView{.peer = identity_ ? identity_->peer : PeerId(),
                           .name = presence().name,
                           .you = true,
                           .microphone_on = microphone_live(),
                           .camera_on = camera_state() == DeviceState::On,
                           .speaking = own_speaking_.active() && microphone_live(),
                           .video_shown = camera_state() == DeviceState::On,
                           .pair = PairState::Connected,
                           .mark = call_ ? call_->quality().own_mark() : quality::Mark::Unknown,
                           .cause = call_ ? call_->quality().own_cause() : quality::Cause::None,
                           .screen_on = screen_share_.on(),
                           .screen_shown = screen_share_.on(),
                           .host = call_ && call_->own_role() == protocol::Role::Host,
                           .mirror = preferences_.devices.picture.mirror,
                           .recording = recording_.active()};
}

void Client::refresh_view(TimeMs now) {
    View next;
    next.version = view_.version;
    next.screen = screen_;
    // The meter belongs to the screen before the call and to the settings; else only the ring shows that one is heard.
    const bool metered = screen_ == Screen::PreJoin || (screen_ == Screen::Call && settings_open_);
    const std::uint8_t level = metered ? microphone_level_ : std::uint8_t{0};
    next.local = {name_, media_.microphone(), camera_state(),
                  level, muted_talk_.hint(),  preferences_.devices.picture.mirror};
    if (meeting_) {
        next.room = meeting_->room.value;
        next.link = link();
    }
    next.share_offered = stage_.abilities().share_sheet;
    next.joining = joining_;
    next.link_rejected = link_rejected_;
    next.server = call_ ? call_->server() : ServerLink::Idle;
    if (screen_ == Screen::Call && call_) {
        next.participants.push_back(own_view());
        for (const Person& person : call_->people()) {
            next.participants.push_back(person.view());
            next.participants.back().volume_percent = volumes_.of(person.peer);
        }
        next.screen_share = screen_share_.view();
        next.chat = chat_view(now);
        show_people(next);
        for (const Person& person : call_->people()) {
            if (looked_at_ != person.peer) continue;
            next.statistics = call_->quality().statistics(person);
            next.statistics->volume_percent = volumes_.of(person.peer);
        }
    }
    stage_.settle(now, next.participants);
    next.stage = stage_.view();
    next.settings = {settings_open_, preferences_};
    next.devices = devices_view();
    next.effects = effects_.view();
    next.check = checkup_.view();
    next.keys_shown = keys_shown_;
    next.qr_code = qr_code_.view();
    if (screen_ == Screen::Left) next.summary = summary_;
    next.coverage = coverage();
    next.sound_blocked = sound_blocked_;
    next.notices.assign(notices_.begin(), notices_.end());
    next.recording = recording_.view();
    next.failure = failure_;
    if (next == view_) return;
    next.version = view_.version + 1;
    view_ = std::move(next);
}

}  // namespace parley::core
