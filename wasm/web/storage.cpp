#include "web/storage.hpp"

#include <emscripten/val.h>

using emscripten::EM_VAL;
using emscripten::val;

extern "C" {
EM_VAL parley_storage_read(EM_VAL area, EM_VAL key);
void parley_storage_write(EM_VAL area, EM_VAL key, EM_VAL text);
}

namespace parley::web {
namespace {

val area_name(StorageArea area) { return val(area == StorageArea::Browser ? "localStorage" : "sessionStorage"); }

}  // namespace

std::string read_storage(StorageArea area, const std::string& key) {
    const val name = area_name(area);
    const val js_key(key);
    return val::take_ownership(parley_storage_read(name.as_handle(), js_key.as_handle())).as<std::string>();
}

void write_storage(StorageArea area, const std::string& key, const std::string& text) {
    const val name = area_name(area);
    const val js_key(key);
    const val js_text(text);
    parley_storage_write(name.as_handle(), js_key.as_handle(), js_text.as_handle());
}

}  // namespace parley::web
