#include "web/recording_sound.hpp"

#include <algorithm>

namespace parley::web {

using emscripten::val;

RecordingSound::RecordingSound()
    : audio_(val::global("AudioContext").new_()), mixed_(audio_.call<val>("createMediaStreamDestination")) {
    audio_.call<val>("resume");
}

RecordingSound::~RecordingSound() { audio_.call<val>("close"); }

val RecordingSound::track() const { return mixed_["stream"].call<val>("getAudioTracks")[0]; }

void RecordingSound::mix(const std::vector<val>& tracks) {
    std::erase_if(voices_, [&](const Voice& voice) {
        const auto stays = [&](const val& track) { return track.strictlyEquals(voice.track); };
        if (std::ranges::any_of(tracks, stays)) return false;
        voice.node.call<void>("disconnect");
        return true;
    });
    for (const val& track : tracks) {
        const auto heard = [&](const Voice& voice) { return voice.track.strictlyEquals(track); };
        if (std::ranges::any_of(voices_, heard)) continue;
        const val alone = val::array();
        alone.call<void>("push", track);
        const val node = audio_.call<val>("createMediaStreamSource", val::global("MediaStream").new_(alone));
        node.call<val>("connect", mixed_);
        voices_.push_back({track, node});
    }
}

}  // namespace parley::web
