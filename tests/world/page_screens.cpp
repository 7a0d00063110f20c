#include <algorithm>

#include "tests/world/page.hpp"

// Screens: the own one that a page presents, and those of others that it shows.

namespace parley::world {

using namespace core;

void Page::open_screen(const output::OpenScreen& question) {
    if (screen_source == Device::Silent) return;
    nature_.timeline.after(device_ms, [this, question] {
        using Sound = input::ScreenOpened::Sound;
        const auto fail = [&](input::ScreenError error) { put(input::ScreenFailed{question.request, error}); };
        if (screen_source == Device::Denied) return fail(input::ScreenError::Dismissed);
        if (screen_source == Device::Missing) return fail(input::ScreenError::Missing);
        if (screen_source == Device::Busy) return fail(input::ScreenError::Busy);
        tracks[question.picture] = {Slot::Screen, true, !unwanted_.contains(question.picture)};
        if (screen_has_sound) tracks[question.sound] = {Slot::ScreenAudio, true, !unwanted_.contains(question.sound)};
        put(input::ScreenOpened{question.request, 1'080, screen_has_sound ? Sound::Shared : Sound::None});
    });
}

bool Page::end_screen() {
    const auto shared = std::ranges::find_if(
        tracks, [](const auto& entry) { return entry.second.live && entry.second.kind == Slot::Screen; });
    if (shared == tracks.end()) return false;
    shared->second.live = false;
    put(input::TrackEnded{shared->first});
    return true;
}

// Its first picture comes a moment later, if it is still shown then.
void Page::play_screen(const output::AttachRemote& order) {
    nature_.timeline.after(nature_.dice.draw(promise), [this, order] {
        const auto found = attached.find(order.element);
        if (found != attached.end() && found->second == order.connection) put(input::VideoPlaying{order.element});
    });
}

}  // namespace parley::world
