#pragma once

#include <emscripten/val.h>

#include <string>

namespace parley::web {

/// Offers `text` to the person as a file (HTML section 4.6.5, `download`). Works within a user's gesture.
void offer_file(const std::string& name, const std::string& text);
/// The same with a Blob or File, of which no copy is made.
void offer_blob(const std::string& name, const emscripten::val& blob);

}  // namespace parley::web
