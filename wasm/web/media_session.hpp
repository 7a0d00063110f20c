#pragma once

#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// The system's own controls of a call (W3C Media Session, sections 5 and 6).
class MediaSession {
public:
    explicit MediaSession(Sink sink);

    void update(const core::output::UpdateMediaSession& order);
    void on_pressed(int key);

private:
    void offer_keys(core::Switched state);

    Sink sink_;
    core::Switched offered_ = core::Switched::Off;
    Handle<MediaSession> handle_{*this};
};

}  // namespace parley::web
