#include "web/share_sheet.hpp"

#include <emscripten/bind.h>

#include <string>
#include <utility>

namespace parley::web {

using emscripten::val;
using Outcome = core::input::ShareFinished::Outcome;

namespace {

void share_sheet_shared(int handle, val /*nothing*/) {
    if (auto* sheet = Handle<ShareSheet>::find(handle)) sheet->on_finished(Outcome::Shared);
}
void share_sheet_failed(int handle, val error) {
    const bool dismissed = error["name"].as<std::string>() == "AbortError";
    if (auto* sheet = Handle<ShareSheet>::find(handle))
        sheet->on_finished(dismissed ? Outcome::Dismissed : Outcome::Failed);
}

EMSCRIPTEN_BINDINGS(share_sheet) {
    emscripten::function("share_sheet_shared", &share_sheet_shared);
    emscripten::function("share_sheet_failed", &share_sheet_failed);
}

}  // namespace

ShareSheet::ShareSheet(Sink sink) : sink_(std::move(sink)) {}

bool ShareSheet::offered() {
    const val fingers = val::global().call<val>("matchMedia", val("(pointer: coarse)"));
    return !val::global("navigator")["share"].isUndefined() && fingers["matches"].isTrue();
}

void ShareSheet::open(const core::output::ShareLink& order) {
    val data = val::object();
    data.set("title", order.title);
    data.set("url", order.link);
    val::global("navigator")
        .call<val>("share", data)
        .call<void>("then", callback("share_sheet_shared", handle_.number()),
                    callback("share_sheet_failed", handle_.number()));
}

void ShareSheet::on_finished(Outcome outcome) { sink_(core::input::ShareFinished{outcome}); }

}  // namespace parley::web
