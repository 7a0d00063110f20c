#include "web/clipboard.hpp"

#include <emscripten/bind.h>

#include <utility>

namespace parley::web {

using emscripten::val;
using Outcome = core::input::CopyFinished::Outcome;

namespace {

void clipboard_copied(int handle, val /*nothing*/) {
    if (auto* clipboard = Handle<Clipboard>::find(handle)) clipboard->on_finished(Outcome::Copied);
}
void clipboard_failed(int handle, val /*error*/) {
    if (auto* clipboard = Handle<Clipboard>::find(handle)) clipboard->on_finished(Outcome::Failed);
}

EMSCRIPTEN_BINDINGS(clipboard) {
    emscripten::function("clipboard_copied", &clipboard_copied);
    emscripten::function("clipboard_failed", &clipboard_failed);
}

}  // namespace

Clipboard::Clipboard(Sink sink) : sink_(std::move(sink)) {}

void Clipboard::copy(const std::string& text) {
    const val clipboard = val::global("navigator")["clipboard"];
    if (clipboard.isUndefined()) return on_finished(Outcome::Failed);
    clipboard.call<val>("writeText", text)
        .call<void>("then", callback("clipboard_copied", handle_.number()),
                    callback("clipboard_failed", handle_.number()));
}

void Clipboard::on_finished(Outcome outcome) { sink_(core::input::CopyFinished{outcome}); }

}  // namespace parley::web
