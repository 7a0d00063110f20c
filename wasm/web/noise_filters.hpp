#pragma once

#include <emscripten/val.h>

#include <map>

#include "core/output/capture.hpp"
#include "web/callback.hpp"
#include "web/media_devices.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Tracks of sound that RNNoise goes over in an AudioWorklet (web/noise_worklet.js). It is loaded when the first is
/// wanted.
class NoiseFilters {
public:
    NoiseFilters(Sink sink, MediaDevices& devices);
    ~NoiseFilters();
    NoiseFilters(const NoiseFilters&) = delete;
    NoiseFilters& operator=(const NoiseFilters&) = delete;

    void start(const core::output::StartNoiseFilter& order);
    void stop(core::TrackId outgoing);

    void on_answer(core::TrackId track, const emscripten::val& trouble);

private:
    Sink sink_;
    MediaDevices& devices_;
    std::map<core::TrackId, emscripten::val> open_;
    Handle<NoiseFilters> handle_{*this};
};

}  // namespace parley::web
