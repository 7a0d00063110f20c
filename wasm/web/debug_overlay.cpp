#include "web/debug_overlay.hpp"

namespace parley::web {

using emscripten::val;

bool DebugOverlay::wanted() {
    return val::global("URLSearchParams").new_(val::global("location")["search"]).call<bool>("has", val("debug"));
}

DebugOverlay::DebugOverlay() : element_(val::global("document").call<val>("createElement", val("pre"))) {
    element_.set("id", "debug");
    element_.call<void>("setAttribute", val("aria-hidden"), val("true"));
    val::global("document")["body"].call<void>("appendChild", element_);
}

void DebugOverlay::show(const std::string& text) { element_.set("textContent", text); }

}  // namespace parley::web
