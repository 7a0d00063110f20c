#pragma once

#include <emscripten/val.h>

#include <map>

#include "core/output/capture.hpp"
#include "web/background_picture.hpp"
#include "web/callback.hpp"
#include "web/media_devices.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Tracks whose pictures a worker changes (web/effect_worker.js), one worker each. The worker and all that it loads are
/// asked for when the first is wanted.
class CameraEffects {
public:
    CameraEffects(Sink sink, MediaDevices& devices, const BackgroundPicture& picture);
    ~CameraEffects();
    CameraEffects(const CameraEffects&) = delete;
    CameraEffects& operator=(const CameraEffects&) = delete;

    void start(const core::output::StartEffect& order);
    void change(const core::output::ChangeEffect& order);
    void stop(core::TrackId outgoing);

    void on_message(core::TrackId track, const emscripten::val& message);
    void on_error(core::TrackId track, const emscripten::val& event);

private:
    [[nodiscard]] emscripten::val message_for(const core::CameraEffect& effect) const;

    Sink sink_;
    MediaDevices& devices_;
    const BackgroundPicture& picture_;
    std::map<core::TrackId, emscripten::val> open_;
    Handle<CameraEffects> handle_{*this};
};

}  // namespace parley::web
