#include "web/file_pictures.hpp"

#include <map>

namespace parley::web {

using emscripten::val;

namespace {

struct Picture {
    val blob;
    std::string address;
};

std::map<std::string, Picture>& pictures() {
    static std::map<std::string, Picture> kept;
    return kept;
}

}  // namespace

void keep_picture(const std::string& name, const val& blob) { pictures().insert_or_assign(name, Picture{blob, {}}); }

void forget_picture(const std::string& name) {
    const auto found = pictures().find(name);
    if (found == pictures().end()) return;
    if (!found->second.address.empty()) val::global("URL").call<void>("revokeObjectURL", found->second.address);
    pictures().erase(found);
}

std::string picture_address(const std::string& name) {
    const auto found = pictures().find(name);
    if (found == pictures().end()) return {};
    std::string& address = found->second.address;
    if (address.empty()) address = val::global("URL").call<std::string>("createObjectURL", found->second.blob);
    return address;
}

}  // namespace parley::web
