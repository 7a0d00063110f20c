#include "web/noise_filters.hpp"

#include <emscripten/bind.h>

#include <string>
#include <utility>

#include "web/filter_trouble.hpp"
#include "web/page_assets.hpp"

using emscripten::EM_VAL;
using emscripten::val;

extern "C" EM_VAL parley_noise_filter_open(EM_VAL worklet, EM_VAL code, EM_VAL track);

namespace parley::web {
namespace {

void noise_filter_answer(int handle, int track, val trouble) {
    auto* filters = Handle<NoiseFilters>::find(handle);
    if (filters != nullptr) filters->on_answer(core::TrackId{static_cast<unsigned>(track)}, trouble);
}

EMSCRIPTEN_BINDINGS(noise_filters) { emscripten::function("noise_filter_answer", &noise_filter_answer); }

}  // namespace

NoiseFilters::NoiseFilters(Sink sink, MediaDevices& devices) : sink_(std::move(sink)), devices_(devices) {}

NoiseFilters::~NoiseFilters() {
    while (!open_.empty()) stop(open_.begin()->first);
}

void NoiseFilters::start(const core::output::StartNoiseFilter& order) {
    const val worklet(asset_address("noise-worklet"));
    const val code(asset_address("noise-code"));
    const val microphone = devices_.track(order.microphone);
    val opened =
        val::take_ownership(parley_noise_filter_open(worklet.as_handle(), code.as_handle(), microphone.as_handle()));
    if (opened.isNull()) {
        return sink_(core::input::FilterFailed{order.outgoing, core::FilterTrouble::Unsupported});
    }
    const int number = static_cast<int>(order.outgoing.value);
    opened["trouble"].call<void>("then", callback("noise_filter_answer", handle_.number(), number));
    devices_.adopt(order.outgoing, opened["track"]);
    open_.insert_or_assign(order.outgoing, std::move(opened));
}

void NoiseFilters::stop(core::TrackId outgoing) {
    const auto opened = open_.extract(outgoing);
    if (!opened.empty()) opened.mapped().call<void>("close");
}

void NoiseFilters::on_answer(core::TrackId track, const val& trouble) {
    if (!open_.contains(track)) return;
    const auto why = filter_trouble(trouble.as<std::string>());
    if (why == core::FilterTrouble::None) return sink_(core::input::FilterStarted{track});
    sink_(core::input::FilterFailed{track, why});
}

}  // namespace parley::web
