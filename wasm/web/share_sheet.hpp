#pragma once

#include <emscripten/val.h>

#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// The system's sheet for sending something to somebody (W3C Web Share, section 2.1). Works within a user's gesture
/// only.
class ShareSheet {
public:
    explicit ShareSheet(Sink sink);

    /// On what is held in a hand: elsewhere people copy a link.
    static bool offered();
    void open(const core::output::ShareLink& order);
    void on_finished(core::input::ShareFinished::Outcome outcome);

private:
    Sink sink_;
    Handle<ShareSheet> handle_{*this};
};

}  // namespace parley::web
