#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "core/output/capture.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// How loud it is, several times a second. Before a call the microphone itself is measured (Web Audio); in a call
/// the numbers that the connections have anyway are read, which costs next to nothing. A microphone that is silenced in
/// a call is measured through a clone of its track that is not (W3C Media Capture and Streams section 4.3.3): the clone
/// is connected with nothing but its meter.
class LevelMeter {
public:
    /// The sound line (RTCRtpTransceiver) of every connection.
    using Lines = std::function<std::vector<std::pair<core::ConnectionId, emscripten::val>>()>;

    LevelMeter(Sink sink, Lines lines);

    /// `microphone`: the MediaStreamTrack to measure, or null.
    void watch(core::output::WatchLevels::Mode mode, const emscripten::val& microphone);

    /// `microphone` is about to be stopped: a clone would keep its device, and with it how it was opened.
    void let_go(const emscripten::val& microphone);

    void on_interval();
    void on_statistics(const emscripten::val& report);
    void on_gesture();

private:
    void start_measuring(const emscripten::val& microphone);
    void stop();
    float measure();
    void ask_connection(const emscripten::val& line);

    Sink sink_;
    Lines lines_;
    core::output::WatchLevels::Mode mode_ = core::output::WatchLevels::Mode::Off;
    emscripten::val interval_ = emscripten::val::undefined();
    emscripten::val audio_ = emscripten::val::undefined();
    emscripten::val measured_ = emscripten::val::null();
    emscripten::val clone_ = emscripten::val::undefined();
    emscripten::val analyser_ = emscripten::val::undefined();
    std::vector<float> samples_;
    float own_level_ = 0;
    Handle<LevelMeter> handle_{*this};
};

}  // namespace parley::web
