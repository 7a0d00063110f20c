#pragma once

#include <emscripten/val.h>

namespace parley::web {

/// A worker of our own origin whose address stands in the page's <meta> of that name.
inline emscripten::val start_worker(const char* meta_name) {
    using emscripten::val;
    const val metas = val::global("document")["head"]["children"];
    return val::global("Worker").new_(metas.call<val>("namedItem", val(meta_name))["content"]);
}

}  // namespace parley::web
