#pragma once

#include <string>

namespace parley::web {

/// The address of a file that is loaded when it is first needed, as the page's head names it.
std::string asset_address(const char* name);

}  // namespace parley::web
