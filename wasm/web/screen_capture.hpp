#pragma once

#include <emscripten/val.h>

#include <map>

#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/output/capture.hpp"
#include "web/callback.hpp"
#include "web/media_devices.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Screens, windows and tabs that the person presents (W3C Screen Capture). Their tracks are kept with those of the
/// devices.
class ScreenCapture {
public:
    ScreenCapture(MediaDevices& devices, Sink sink);
    ScreenCapture(const ScreenCapture&) = delete;
    ScreenCapture& operator=(const ScreenCapture&) = delete;

    /// Call it in a user's gesture.
    void open(const core::output::OpenScreen& question);
    /// Before it has arrived: it is then stopped on arrival.
    void stop(core::TrackId track);

    void on_opened(int request, const emscripten::val& stream);
    void on_failed(int request, const emscripten::val& error);

private:
    MediaDevices& devices_;
    Sink sink_;
    std::map<int, core::output::OpenScreen> questions_;
    Handle<ScreenCapture> handle_{*this};
};

/// What of it this browser has.
core::input::ScreenCapture read_screen_capture();

}  // namespace parley::web
