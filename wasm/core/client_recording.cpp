#include <algorithm>
#include <utility>

#include "core/client.hpp"

// The part of the client that records: what is in the picture, whose voices are heard, and who is told.

namespace parley::core {
namespace {

using recording::Subject;

constexpr TimeMs ms_per_minute = 60'000;

using recording::Source;

Source source(Source::Kind kind, std::string element, const std::string& name, bool shown) {
    using Content = recording::Tile::Content;
    return {.kind = kind,
            .element = std::move(element),
            .name = name,
            .content = shown ? Content::Picture : Content::Initials};
}

bool is_shown(const Subject& subject, const PeerId& peer) {
    return subject.kind == Subject::Kind::Meeting || (subject.kind == Subject::Kind::Person && subject.peer == peer);
}

bool is_screen_shown(const Subject& subject, const PeerId& peer) {
    return subject.kind == Subject::Kind::Meeting ||
           (subject.kind == Subject::Kind::Presentation && subject.peer == peer);
}

/// A presentation is heard with all voices.
bool is_heard(const Subject& subject, const PeerId& peer) {
    return subject.kind != Subject::Kind::Person || subject.peer == peer;
}

void add_sources(std::vector<Source>& sources, const Subject& subject, const ParticipantView& person) {
    if (person.screen_on && is_screen_shown(subject, person.peer))
        sources.push_back(
            source(Source::Kind::Presentation, screen_element(person.peer), person.name, person.screen_shown));
    if (is_shown(subject, person.peer))
        sources.push_back(source(Source::Kind::Person, person.peer.value, person.name, person.video_shown));
}

}  // namespace

void Client::act(TimeMs now, const action::StartRecording& start) {
    if (!call_ || screen_ != Screen::Call) return;
    recording_.start(now, start.subject, wall_origin_ms_ + now + utc_offset_minutes_ * ms_per_minute);
}

std::vector<recording::Source> Client::recorded_sources() const {
    std::vector<Source> sources;
    add_sources(sources, recording_.subject(), own_view());
    for (const Person& person : call_->people()) add_sources(sources, recording_.subject(), person.view());
    return sources;
}

void Client::settle_recording(TimeMs now) {
    // The one person who is recorded has gone: nothing more comes.
    const Subject& subject = recording_.subject();
    if (call_ && screen_ == Screen::Call && recording_.active()) {
        output::ComposeRecording composition;
        composition.tiles = recording::arrange(recording_.shape(), recorded_sources());
        if (composition.tiles.empty()) recording_.stop(now);
        for (const Person& person : call_->people()) {
            const auto connection = person.negotiation.connection();
            if (!connection || !is_heard(subject, person.peer)) continue;
            composition.voices.push_back({*connection, Slot::Microphone});
            if (person.presence.screen) composition.voices.push_back({*connection, Slot::ScreenAudio});
        }
        if (is_heard(subject, identity_->peer)) {
            composition.microphone = media_.microphone_track();
            composition.screen_sound = screen_share_.sound();
        }
        recording_.compose(std::move(composition));
    }
    notice_ended_recordings();
}

// What is recorded is wanted as large as it is recorded, even while the page is hidden and shows nothing.
void Client::settle_pictures(TimeMs now) {
    if (!call_ || !(pictures_shown_ || recording_.active())) return;
    input::PicturesShown wanted = stage_.with_floating(pictures_shown_.value_or(input::PicturesShown()));
    if (recording_.active() && screen_ == Screen::Call) {
        for (const recording::Tile& tile : recording::arrange(recording_.shape(), recorded_sources())) {
            if (identity_ && (tile.element == identity_->peer.value || tile.element == screen_element(identity_->peer)))
                continue;
            const auto height = static_cast<std::uint16_t>(tile.box.height);
            const auto shown =
                std::ranges::find(wanted.pictures, tile.element, &input::PicturesShown::Picture::element);
            if (shown == wanted.pictures.end())
                wanted.pictures.push_back({tile.element, height});
            else
                shown->height = std::max(shown->height, height);
        }
    }
    if (pictures_told_ && pictures_told_->pictures == wanted.pictures) return;
    pictures_told_ = std::move(wanted);
    call_->on_input(now, *pictures_told_);
}

// That one has begun stands on the screen as long as it goes on; that it has ended must be said.
void Client::notice_ended_recordings() {
    if (!call_ || screen_ != Screen::Call) return;
    std::map<PeerId, std::string> recording_now;
    for (const Person& person : call_->people()) {
        if (person.presence.recording) recording_now.emplace(person.peer, person.presence.name);
    }
    for (const auto& [peer, name] : std::exchange(seen_recording_, recording_now)) {
        if (!recording_now.contains(peer)) notify(NoticeKind::RecordingEnded, name);
    }
}

}  // namespace parley::core
