#include "web/wake_lock.hpp"

#include <emscripten/bind.h>

namespace parley::web {

using core::Switched;
using emscripten::val;

namespace {

void wake_lock_turned(int handle, val /*event*/) {
    if (auto* lock = Handle<WakeLock>::find(handle)) lock->on_turned();
}
void wake_lock_granted(int handle, val sentinel) {
    if (auto* lock = Handle<WakeLock>::find(handle)) lock->on_granted(sentinel);
}
void wake_lock_refused(int handle, val /*error*/) {
    if (auto* lock = Handle<WakeLock>::find(handle)) lock->on_refused();
}

EMSCRIPTEN_BINDINGS(wake_lock) {
    emscripten::function("wake_lock_turned", &wake_lock_turned);
    emscripten::function("wake_lock_granted", &wake_lock_granted);
    emscripten::function("wake_lock_refused", &wake_lock_refused);
}

}  // namespace

void WakeLock::set(Switched state) {
    wanted_ = state;
    if (listener_.isNull()) listener_ = callback("wake_lock_turned", handle_.number());
    const bool on = state == Switched::On;
    val::global("document")
        .call<void>(on ? "addEventListener" : "removeEventListener", val("visibilitychange"), listener_);
    if (on) return ask();
    if (!sentinel_.isNull()) sentinel_.call<val>("release");
    sentinel_ = val::null();
}

void WakeLock::on_turned() { ask(); }

void WakeLock::ask() {
    const val locks = val::global("navigator")["wakeLock"];
    const bool held = !sentinel_.isNull() && !sentinel_["released"].isTrue();
    if (locks.isUndefined() || asked_ || held || val::global("document")["hidden"].isTrue()) return;
    asked_ = true;
    locks.call<val>("request", val("screen"))
        .call<void>("then", callback("wake_lock_granted", handle_.number()),
                    callback("wake_lock_refused", handle_.number()));
}

void WakeLock::on_granted(const val& sentinel) {
    asked_ = false;
    // It may not be wanted any more.
    if (wanted_ == Switched::Off) return sentinel.call<void>("release");
    sentinel_ = sentinel;
}

}  // namespace parley::web
