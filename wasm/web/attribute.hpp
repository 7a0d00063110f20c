#pragma once

#include <emscripten/val.h>

#include <string>

namespace parley::web {

/// Sets an attribute of `element`, or removes it for an empty value.
inline void attribute(const emscripten::val& element, const char* name, const std::string& value) {
    if (value.empty()) return element.call<void>("removeAttribute", emscripten::val(name));
    element.call<void>("setAttribute", emscripten::val(name), emscripten::val(value));
}

}  // namespace parley::web
