#pragma once

#include <emscripten/val.h>

#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// A connection that leads nowhere, for the candidates that it gathers (RFC 8445 section 5.1.1). Tells what it found
/// with each new candidate and error, and at the end. Silent once it is destroyed, which closes it.
class CandidateGatherer {
public:
    CandidateGatherer(const core::output::GatherCandidates& order, Sink sink);
    ~CandidateGatherer();
    CandidateGatherer(const CandidateGatherer&) = delete;
    CandidateGatherer& operator=(const CandidateGatherer&) = delete;

    void on_event(const emscripten::val& event);
    void on_failed();

private:
    Sink sink_;
    emscripten::val connection_;
    core::input::CandidatesGathered found_;
    Handle<CandidateGatherer> handle_{*this};
};

}  // namespace parley::web
