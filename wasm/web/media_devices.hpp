#pragma once

#include <emscripten/val.h>

#include <map>
#include <optional>

#include "core/handles.hpp"
#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// The person's microphones and cameras (W3C Media Capture and Streams), and the tracks captured from them.
class MediaDevices {
public:
    explicit MediaDevices(Sink sink);
    MediaDevices(const MediaDevices&) = delete;
    MediaDevices& operator=(const MediaDevices&) = delete;

    void open(const core::output::OpenDevices& question);
    void enable(core::TrackId track, bool enabled);
    /// Also before it has arrived: it is then stopped on arrival.
    void stop(core::TrackId track);
    /// The MediaStreamTrack, or null.
    emscripten::val track(const std::optional<core::TrackId>& track) const;

    void on_opened(int request, const emscripten::val& stream);
    void on_failed(int request, const emscripten::val& error);
    void on_ended(int track);

private:
    void keep(const std::optional<core::TrackId>& id, const emscripten::val& track);

    Sink sink_;
    std::map<int, core::output::OpenDevices> questions_;
    std::map<core::TrackId, emscripten::val> tracks_;
    Handle<MediaDevices> handle_{*this};
};

}  // namespace parley::web
