#include "web/worker.hpp"

using emscripten::EM_VAL;
using emscripten::val;

extern "C" EM_VAL parley_worker_start(EM_VAL address);

namespace parley::web {

val start_worker(const char* meta_name) {
    const val metas = val::global("document")["head"]["children"];
    const val address = metas.call<val>("namedItem", val(meta_name))["content"];
    return val::take_ownership(parley_worker_start(address.as_handle()));
}

}  // namespace parley::web
