#pragma once

#include <emscripten/val.h>

#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Which devices there are (W3C Media Capture and Streams section 9.2): on demand, and whenever that changes.
class DeviceLister {
public:
    explicit DeviceLister(Sink sink);

    void list();

    void on_listed(const emscripten::val& devices);

private:
    Sink sink_;
    Handle<DeviceLister> handle_{*this};
};

}  // namespace parley::web
