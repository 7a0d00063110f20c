#pragma once

#include <emscripten/val.h>

#include <optional>

#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// What the page's own server offers, over HTTP (Fetch). Every question is answered within ten seconds.
class Services {
public:
    explicit Services(Sink sink) : sink_(std::move(sink)) {}

    void ask(const core::output::AskServices& question);

    void on_response(int request, const emscripten::val& response);
    /// `content`: what was read as JSON.
    void on_content(int request, const emscripten::val& content);
    void on_failed(int request) { answer(request, std::nullopt); }

private:
    void answer(int request, std::optional<core::input::ServicesAnswered::Services> services);

    Sink sink_;
    Handle<Services> handle_{*this};
};

}  // namespace parley::web
