#pragma once

#include <emscripten/val.h>

#include <string>

#include "core/output/playback.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// A short quiet tone (W3C Web Audio). The next one takes the place of one that is still playing.
class TestSound {
public:
    explicit TestSound(Sink sink) : sink_(std::move(sink)) {}

    void play(const core::output::PlayTestSound& order);
    /// From the next sound on; empty: the one that the system prefers.
    void use_speaker_of(const std::string& device) { speaker_ = device; }

    void on_ended(int request);
    void on_late(int request);
    void on_devices(int request, const emscripten::val& devices);
    void on_failed(int request);

private:
    void finish(int request, core::input::TestSoundPlayed::Outcome outcome);
    void stop();

    Sink sink_;
    std::string speaker_;
    int request_ = 0;  ///< that is still to be answered; 0: none
    emscripten::val audio_ = emscripten::val::undefined();
    Handle<TestSound> handle_{*this};
};

}  // namespace parley::web
