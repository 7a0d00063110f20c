#include "core/screen_share.hpp"

#include "core/quality/steps.hpp"

namespace parley::core {
namespace {

// Wider than 21 to 9, so that such a screen keeps all its lines.
constexpr std::uint16_t width_max = 2'560;

std::optional<ScreenTrouble> trouble_of(input::ScreenError error) {
    switch (error) {
        case input::ScreenError::Dismissed:
            return std::nullopt;
        case input::ScreenError::DeniedBySystem:
            return ScreenTrouble::DeniedBySystem;
        case input::ScreenError::Missing:
            return ScreenTrouble::Missing;
        case input::ScreenError::Busy:
            return ScreenTrouble::Busy;
        case input::ScreenError::Failed:
            break;
    }
    return ScreenTrouble::Failed;
}

}  // namespace

// Where phones have the function at all, it refuses.
void ScreenShare::set_equipment(input::ScreenCapture capture, const quality::Equipment& equipment) {
    const bool phone = equipment.form == quality::Equipment::Form::Phone;
    capture_ = phone ? input::ScreenCapture::Missing : capture;
}

void ScreenShare::toggle() {
    if (capture_ == input::ScreenCapture::Missing || state_ == ScreenShareState::Choosing) return;
    if (on()) return stop();
    ask();
}

// The sound of a whole screen has that of the call in it, which the others would hear as their echo, unless the browser
// leaves out what this page plays.
void ScreenShare::ask() {
    using Open = output::OpenScreen;
    trouble_.reset();
    request_ = numbers_.requests.next();
    picture_ = numbers_.tracks.next();
    sound_ = numbers_.tracks.next();
    state_ = ScreenShareState::Choosing;
    const bool leaves_out = capture_ == input::ScreenCapture::WithoutOwnSound;
    outbox_.push(Open{.request = request_,
                      .picture = picture_,
                      .sound = sound_,
                      .width_max = width_max,
                      .lines_max = quality::screen_height_max,
                      .frames_per_s_max = quality::screen_frames_per_s_max,
                      .content = Open::Content::Detail,
                      .own_tab = Open::Choice::Exclude,
                      .other_tabs = Open::Choice::Include,
                      .system_sound = leaves_out ? Open::Choice::Include : Open::Choice::Exclude,
                      .own_sound = leaves_out ? Open::OwnSound::Restricted : Open::OwnSound::Kept});
}

// What is still on its way is stopped by its numbers when it arrives.
void ScreenShare::stop() {
    trouble_.reset();
    if (state_ == ScreenShareState::Off) return;
    outbox_.push(output::StopTrack{picture_});
    if (state_ == ScreenShareState::Choosing || has_sound_) outbox_.push(output::StopTrack{sound_});
    state_ = ScreenShareState::Off;
    request_ = {};
    has_sound_ = false;
}

void ScreenShare::on_input(const input::ScreenOpened& opened) {
    if (state_ != ScreenShareState::Choosing || opened.request != request_) return;
    request_ = {};
    state_ = ScreenShareState::On;
    has_sound_ = opened.sound == input::ScreenOpened::Sound::Shared;
    lines_ = opened.lines > 0 ? opened.lines : quality::screen_height_max;
}

void ScreenShare::on_input(const input::ScreenFailed& failed) {
    if (state_ != ScreenShareState::Choosing || failed.request != request_) return;
    request_ = {};
    state_ = ScreenShareState::Off;
    trouble_ = trouble_of(failed.error);
}

bool ScreenShare::on_input(const input::TrackEnded& ended) {
    if (!on()) return false;
    if (has_sound_ && ended.track == sound_) {
        outbox_.push(output::StopTrack{sound_});
        has_sound_ = false;
    }
    if (ended.track != picture_) return false;
    stop();
    return true;
}

ScreenShareView ScreenShare::view() const {
    return {.offered = capture_ != input::ScreenCapture::Missing,
            .state = state_,
            .sound = has_sound_,
            .trouble = trouble_};
}

// Peer ids are base32, which has no stroke.
PeerId peer_of_screen(std::string_view element) {
    constexpr std::string_view end = "/screen";
    if (!element.ends_with(end)) return {};
    return PeerId(std::string(element.substr(0, element.size() - end.size())));
}

}  // namespace parley::core
