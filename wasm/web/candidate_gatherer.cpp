#include "web/candidate_gatherer.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "web/ice_configuration.hpp"

namespace parley::web {

using core::input::CandidatesGathered;
using emscripten::val;

namespace {

void gatherer_event(int handle, val event) {
    if (auto* gatherer = Handle<CandidateGatherer>::find(handle)) gatherer->on_event(event);
}
void gatherer_failed(int handle, val /*error*/) {
    if (auto* gatherer = Handle<CandidateGatherer>::find(handle)) gatherer->on_failed();
}

EMSCRIPTEN_BINDINGS(candidate_gatherer) {
    emscripten::function("gatherer_event", &gatherer_event);
    emscripten::function("gatherer_failed", &gatherer_failed);
}

/// By the type in its text (RFC 8839 section 5.1), which every browser gives.
void count(const std::string& candidate, CandidatesGathered& found) {
    if (candidate.find(" typ host") != std::string::npos) ++found.host;
    if (candidate.find(" typ srflx") != std::string::npos) ++found.reflexive;
    if (candidate.find(" typ relay") != std::string::npos) ++found.relayed;
}

/// Each code once, however many addresses and servers it is said of.
void note_error(int code, std::vector<int>& codes) {
    if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
}

}  // namespace

CandidateGatherer::CandidateGatherer(const core::output::GatherCandidates& order, Sink sink)
    : sink_(std::move(sink)),
      connection_(val::global("RTCPeerConnection").new_(ice_configuration(order.paths, order.ice_servers))),
      found_{.request = order.request, .error_codes = {}} {
    const val listener = callback("gatherer_event", handle_.number());
    for (const char* type : {"icecandidate", "icecandidateerror", "icegatheringstatechange"}) {
        connection_.call<void>("addEventListener", val(type), listener);
    }
    // Without anything to carry there is nothing to gather for.
    connection_.call<void>("createDataChannel", val(""));
    connection_.call<val>("setLocalDescription").call<void>("catch", callback("gatherer_failed", handle_.number()));
}

CandidateGatherer::~CandidateGatherer() { connection_.call<void>("close"); }

void CandidateGatherer::on_event(const val& event) {
    const auto type = event["type"].as<std::string>();
    if (type == "icecandidate") {
        const val candidate = event["candidate"];
        if (candidate.isNull()) return;  // the state says the same
        count(candidate["candidate"].as<std::string>(), found_);
    } else if (type == "icecandidateerror") {
        note_error(event["errorCode"].as<int>(), found_.error_codes);
    } else {
        if (connection_["iceGatheringState"].as<std::string>() != "complete") return;
        found_.stage = CandidatesGathered::Stage::Ended;
    }
    // Who hears of it may end this gatherer.
    const Sink sink = sink_;
    sink(found_);
}

void CandidateGatherer::on_failed() {
    found_.stage = CandidatesGathered::Stage::Ended;
    const Sink sink = sink_;
    sink(found_);
}

}  // namespace parley::web
