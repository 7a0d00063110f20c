#pragma once

#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// The words for what is at `rect`, beside it and over everything else: once the pointer has rested on it for a
/// moment, or while the keyboard is on it.
void tooltip(Context& context, SemanticId id, const Rect& rect, const Interaction& interaction, std::string_view words);

}  // namespace parley::ui
