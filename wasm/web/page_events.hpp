#pragma once

#include <emscripten/val.h>

#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// What tells that the network or the page came back: `online`, a visible page, a changed connection.
class PageEvents {
public:
    explicit PageEvents(Sink sink);

    void on_event();

private:
    Sink sink_;
    Handle<PageEvents> handle_{*this};
};

}  // namespace parley::web
