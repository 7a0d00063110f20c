#include "web/file_download.hpp"

namespace parley::web {

using emscripten::val;

namespace {

// The browser reads the text after the click, and may ask the person where to put it first.
constexpr int kept_for_ms = 60'000;

}  // namespace

void offer_file(const std::string& name, const std::string& text) {
    const val parts = val::array();
    parts.call<void>("push", text);
    val options = val::object();
    options.set("type", "text/plain;charset=utf-8");
    offer_blob(name, val::global("Blob").new_(parts, options));
}

void offer_blob(const std::string& name, const val& blob) {
    const val urls = val::global("URL");
    const val address = urls.call<val>("createObjectURL", blob);
    val link = val::global("document").call<val>("createElement", val("a"));
    link.set("href", address);
    link.set("download", name);
    link.call<void>("click");
    const val forget = urls["revokeObjectURL"].call<val>("bind", urls, address);
    val::global().call<void>("setTimeout", forget, kept_for_ms);
}

}  // namespace parley::web
