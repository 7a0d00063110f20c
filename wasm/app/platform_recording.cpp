#include "app/platform.hpp"

// What recordings ask of the platform.

namespace parley::app {

using emscripten::val;
namespace output = core::output;

void Platform::run(const output::FindRecordings& /*order*/) { recordings_.find(); }
void Platform::run(const output::StartRecorder& order) { recordings_.start(order); }

void Platform::run(const output::ComposeRecording& order) {
    std::vector<val> tracks;
    for (const auto& voice : order.voices) {
        const auto found = connections_.find(voice.connection);
        if (found == connections_.end()) continue;
        const val line = found->second->transceiver(voice.slot);
        if (!line.isUndefined()) tracks.push_back(line["receiver"]["track"]);
    }
    for (const auto& own : {order.microphone, order.screen_sound}) {
        if (const val track = devices_.track(own); !track.isNull()) tracks.push_back(track);
    }
    recordings_.compose(order, tracks);
}

void Platform::run(const output::PauseRecorder& order) { recordings_.pause(order.recording); }
void Platform::run(const output::ResumeRecorder& order) { recordings_.resume(order.recording); }
void Platform::run(const output::StopRecorder& order) { recordings_.stop(order.recording); }
void Platform::run(const output::OfferRecording& order) { recordings_.offer(order); }
void Platform::run(const output::DiscardRecording& order) { recordings_.discard(order); }

}  // namespace parley::app
