#pragma once

#include <string>

namespace parley::web {

/// Offers `text` to the person as a file (HTML section 4.6.5, `download`). Works within a user's gesture.
void offer_file(const std::string& name, const std::string& text);

}  // namespace parley::web
