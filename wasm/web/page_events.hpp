#pragma once

#include <emscripten/val.h>

#include <functional>

#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// What tells that the network or the page came back: `online`, a visible page, a changed connection.
class PageEvents {
public:
    /// `turned`: the page came into sight or went out of it.
    PageEvents(Sink sink, std::function<void()> turned);

    void on_event(const emscripten::val& event);

private:
    Sink sink_;
    std::function<void()> turned_;
    Handle<PageEvents> handle_{*this};
};

}  // namespace parley::web
