#include "web/page_events.hpp"

#include <emscripten/bind.h>

#include <utility>

namespace parley::web {

using emscripten::val;

namespace {

void page_event(int handle, val event) {
    if (auto* events = Handle<PageEvents>::find(handle)) events->on_event(event);
}

EMSCRIPTEN_BINDINGS(page_events) { emscripten::function("page_event", &page_event); }

}  // namespace

PageEvents::PageEvents(Sink sink, std::function<void()> turned) : sink_(std::move(sink)), turned_(std::move(turned)) {
    const val listener = callback("page_event", handle_.number());
    val::global().call<void>("addEventListener", val("online"), listener);
    val::global("document").call<void>("addEventListener", val("visibilitychange"), listener);
    // Network Information is not everywhere; where it is, it knows of a change before ICE does.
    const val connection = val::global("navigator")["connection"];
    if (!connection.isUndefined()) connection.call<void>("addEventListener", val("change"), listener);
}

void PageEvents::on_event(const val& event) {
    if (event["type"].strictlyEquals(val("visibilitychange"))) turned_();
    sink_(core::input::NetworkChanged{});
}

}  // namespace parley::web
