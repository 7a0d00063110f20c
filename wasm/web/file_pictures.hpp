#pragma once

#include <emscripten/val.h>

#include <string>

namespace parley::web {

/// The Blob behind a name that the interface uses for a picture, as in `source-3` or `incoming-4`.
void keep_picture(const std::string& name, const emscripten::val& blob);
void forget_picture(const std::string& name);

/// A `blob:` address of it (W3C File API section 8), made when it is first asked for; empty when there is none.
std::string picture_address(const std::string& name);

}  // namespace parley::web
