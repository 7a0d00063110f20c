#pragma once

#include <emscripten/val.h>

#include <map>
#include <optional>

#include "core/handles.hpp"
#include "core/output/capture.hpp"
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
    /// Keeps a captured track under this number and tells when it ends; without a number it is stopped.
    void keep(const std::optional<core::TrackId>& id, const emscripten::val& track);
    void tune(const core::output::TuneCamera& order);
    /// A track that was made from one of these. It counts as one of these until it is stopped.
    void adopt(core::TrackId id, const emscripten::val& track) { tracks_.insert_or_assign(id, track); }
    /// The MediaStreamTrack, or null.
    emscripten::val track(const std::optional<core::TrackId>& track) const;

    void on_opened(int request, const emscripten::val& stream);
    void on_failed(int request, const emscripten::val& error);
    void on_track_event(int track, const emscripten::val& event);
    void on_tuned(int track);

private:
    Sink sink_;
    std::map<int, core::output::OpenDevices> questions_;
    std::map<core::TrackId, emscripten::val> tracks_;
    Handle<MediaDevices> handle_{*this};
};

}  // namespace parley::web
