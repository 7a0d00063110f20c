#pragma once

#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// A disc with a person's initials, in a colour that is the same for `peer_id` everywhere (empty before there is one).
/// Says nothing in the semantic layer: the name stands beside it.
void draw_avatar(Context& context, const Rect& rect, std::string_view name, std::string_view peer_id);

}  // namespace parley::ui
