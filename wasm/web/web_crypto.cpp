#include "web/web_crypto.hpp"

#include <emscripten/bind.h>

#include "web/callback.hpp"

namespace parley::web {

using emscripten::val;

namespace {

constexpr int nobody = 0;

val attempt_failed(int /*handle*/, val /*error*/) { return val::null(); }

EMSCRIPTEN_BINDINGS(web_crypto) { emscripten::function("attempt_failed", &attempt_failed); }

}  // namespace

val attempt(const val& promise) { return promise.call<val>("catch", callback("attempt_failed", nobody)); }

}  // namespace parley::web
