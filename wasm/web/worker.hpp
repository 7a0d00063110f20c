#pragma once

#include <emscripten/val.h>

namespace parley::web {

/// A worker of our own origin whose address stands in the page's <meta> of that name; null where the browser starts
/// none. One whose script can't be loaded says so later, by an event `error` without a message.
emscripten::val start_worker(const char* meta_name);

}  // namespace parley::web
