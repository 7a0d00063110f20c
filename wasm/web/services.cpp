#include "web/services.hpp"

#include <emscripten/bind.h>

#include <utility>

namespace parley::web {

using emscripten::val;

namespace {

constexpr const char* services_address = "/api/services";
constexpr int give_up_after_ms = 10'000;

void services_response(int handle, int request, val response) {
    if (auto* services = Handle<Services>::find(handle)) services->on_response(request, response);
}
void services_content(int handle, int request, val content) {
    if (auto* services = Handle<Services>::find(handle)) services->on_content(request, content);
}
void services_failed(int handle, int request, val /*error*/) {
    if (auto* services = Handle<Services>::find(handle)) services->on_failed(request);
}

EMSCRIPTEN_BINDINGS(services) {
    emscripten::function("services_response", &services_response);
    emscripten::function("services_content", &services_content);
    emscripten::function("services_failed", &services_failed);
}

bool is_boolean(const val& value) { return value.isTrue() || value.isFalse(); }

}  // namespace

void Services::ask(const core::output::AskServices& question) {
    const int request = static_cast<int>(question.request.value);
    val options = val::object();
    options.set("cache", "no-store");
    options.set("signal", val::global("AbortSignal").call<val>("timeout", give_up_after_ms));
    val::global()
        .call<val>("fetch", val(services_address), options)
        .call<void>("then", callback("services_response", handle_.number(), request),
                    callback("services_failed", handle_.number(), request));
}

void Services::on_response(int request, const val& response) {
    if (!response["ok"].as<bool>()) return on_failed(request);
    response.call<val>("json").call<void>("then", callback("services_content", handle_.number(), request),
                                          callback("services_failed", handle_.number(), request));
}

void Services::on_content(int request, const val& content) {
    // Something between here and the server may answer in its place. Any value but null and undefined has members.
    if (content.isNull()) return on_failed(request);
    const val stun = content["stun"];
    const val turn = content["turn"];
    if (!is_boolean(stun) || !is_boolean(turn)) return on_failed(request);
    answer(request, core::input::ServicesAnswered::Services{.stun = stun.isTrue(), .turn = turn.isTrue()});
}

void Services::answer(int request, std::optional<core::input::ServicesAnswered::Services> services) {
    sink_(core::input::ServicesAnswered{core::RequestId{static_cast<unsigned>(request)}, services});
}

}  // namespace parley::web
