#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// How loud it is, several times a second. Before a call the microphone itself is measured (Web Audio); in a call
/// the numbers that the connections have anyway are read, which costs next to nothing.
class LevelMeter {
public:
    /// The sound line (RTCRtpTransceiver) of every connection.
    using Lines = std::function<std::vector<std::pair<core::ConnectionId, emscripten::val>>()>;

    LevelMeter(Sink sink, Lines lines);

    /// `microphone`: the MediaStreamTrack to measure, or null.
    void watch(core::output::WatchLevels::Mode mode, const emscripten::val& microphone);

    void on_interval();
    void on_statistics(const emscripten::val& report);
    void on_gesture();

private:
    void start_measuring(const emscripten::val& microphone);
    void stop();
    float measure();

    Sink sink_;
    Lines lines_;
    core::output::WatchLevels::Mode mode_ = core::output::WatchLevels::Mode::Off;
    emscripten::val interval_ = emscripten::val::undefined();
    emscripten::val audio_ = emscripten::val::undefined();
    emscripten::val analyser_ = emscripten::val::undefined();
    std::vector<float> samples_;
    float own_level_ = 0;
    Handle<LevelMeter> handle_{*this};
};

}  // namespace parley::web
