#pragma once

#include <string>

#include "core/input.hpp"
#include "core/output.hpp"

namespace parley::world {

/// What a person who reads a trace wants to know of it, beside its kind.
std::string in_words(const core::Input& input);
std::string in_words(const core::Output& output);

}  // namespace parley::world
