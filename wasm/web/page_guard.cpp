#include "web/page_guard.hpp"

#include <emscripten/bind.h>

namespace parley::web {

using emscripten::val;

namespace {

void page_guard_leaving(int handle, val event) {
    if (Handle<PageGuard>::find(handle) != nullptr) PageGuard::on_leaving(event);
}

EMSCRIPTEN_BINDINGS(page_guard) { emscripten::function("page_guard_leaving", &page_guard_leaving); }

}  // namespace

void PageGuard::set(core::output::GuardPage::Mode mode) {
    // A page that only listens is not kept for the way back (bfcache), and so it listens only while it must.
    if (listener_.isNull()) listener_ = callback("page_guard_leaving", handle_.number());
    const bool on = mode == core::output::GuardPage::Mode::Ask;
    val::global().call<void>(on ? "addEventListener" : "removeEventListener", val("beforeunload"), listener_);
}

void PageGuard::on_leaving(const val& event) {
    event.call<void>("preventDefault");
    val(event).set("returnValue", val("leave"));
}

}  // namespace parley::web
