#include "web/page_assets.hpp"

#include <emscripten/val.h>

namespace parley::web {

using emscripten::val;

std::string asset_address(const char* name) {
    const std::string selector = std::string("meta[name=parley-asset-").append(name).append("]");
    const val said = val::global("document").call<val>("querySelector", selector);
    return said.isNull() ? std::string() : said["content"].as<std::string>();
}

}  // namespace parley::web
