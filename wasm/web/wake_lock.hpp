#pragma once

#include <emscripten/val.h>

#include "core/layout.hpp"
#include "web/callback.hpp"

namespace parley::web {

/// Keeps the device's screen lit (W3C Screen Wake Lock, section 6). The browser lets go of the lock whenever the page
/// is out of sight, and it is asked for anew when the page is seen again. A refusal changes nothing.
class WakeLock {
public:
    void set(core::Switched state);
    void on_turned();
    void on_granted(const emscripten::val& sentinel);
    void on_refused() { asked_ = false; }

private:
    void ask();

    core::Switched wanted_ = core::Switched::Off;
    bool asked_ = false;  ///< and not answered yet
    Handle<WakeLock> handle_{*this};
    emscripten::val listener_ = emscripten::val::null();
    emscripten::val sentinel_ = emscripten::val::null();  ///< of the latest lock
};

}  // namespace parley::web
