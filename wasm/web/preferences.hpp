#pragma once

#include <string>
#include <string_view>

#include "core/output.hpp"

namespace parley::web {

/// As words with spaces between them, one for each choice that is not the usual one; never empty.
std::string text_of(const core::output::StorePreferences& preferences);

/// Words that are not known are passed over: a later page may have kept them.
core::output::StorePreferences read_preferences(std::string_view text);

}  // namespace parley::web
