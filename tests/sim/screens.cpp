#include <algorithm>

#include "tests/sim/storm.hpp"

// People present their screens, and whoever should sees them in the end.

namespace parley::sim {

using world::FakeConnection;
using world::Page;

namespace {

// Who records is sent what is in the recording, whether they look or not.
bool records_screen_of(const Page& page, const Page& presenter) {
    const auto& tiles = page.recorder.composition.tiles;
    return page.client.view().recording.state >= core::RecordingView::State::Starting &&
           std::ranges::find(tiles, core::screen_element(PeerId(presenter.name)), &core::recording::Tile::element) !=
               tiles.end();
}

}  // namespace

void Storm::toggle_screen() {
    const Person* one = someone_in_call();
    if (one == nullptr) return;
    note("lets share or stop", one->name);
    one->page->put(core::action::ToggleScreen{});
}

void Storm::end_screen() {
    const Person* one = someone();
    if (one != nullptr && one->page->end_screen()) note("ends the screen of", one->name);
}

// Seen from `one`, who presents or does not, and `other`, who looks or does not.
void Storm::check_screen(const Page& one, const Page& other, std::vector<std::string>& faults) {
    const auto fault = [&](const std::string& what) { faults.push_back(one.name + what + other.name); };
    const bool shares = one.client.view().screen_share.state == core::ScreenShareState::On;
    const FakeConnection* connection = one.connection_to(other.name);
    const core::ParticipantView* seen = other.sees(one.name);
    if (connection == nullptr || seen == nullptr) return;

    const auto outgoing = connection->outgoing.find(core::Slot::Screen);
    const bool has_track = outgoing != connection->outgoing.end() && outgoing->second;
    if (has_track != shares) fault(shares ? " gives no screen to " : " still gives a screen to ");
    if (has_track && !one.tracks.at(*outgoing->second).live) fault(" gives a screen that has ended to ");

    const auto encoding = connection->encodings.find(core::Slot::Screen);
    using Activity = core::quality::Encoding::Activity;
    const bool sent = encoding != connection->encodings.end() && encoding->second.activity == Activity::Sent;
    const bool wanted = shares && (other.eyes() == Page::Eyes::OnCall || records_screen_of(other, one));
    if (sent != wanted) fault(sent ? " sends a screen in vain to " : " sends no screen to ");

    const auto person = other.attached.find(one.name);
    const auto screen = other.attached.find(core::screen_element(PeerId(one.name)));
    const bool attached = screen != other.attached.end();
    if (attached != shares) fault(shares ? "'s screen is not played by " : "'s screen is still played by ");
    if (attached && screen->second != person->second) fault("'s screen comes over another connection to ");
    if (seen->screen_shown != shares) fault(shares ? "'s screen is not shown by " : "'s screen is still shown by ");
}

}  // namespace parley::sim
