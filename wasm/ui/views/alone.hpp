#pragma once

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// The own picture with a card beside or below it that helps to bring somebody in.
void alone_view(Context& context, const core::View& view, Rect area);

/// Whether the card has room for `Show QR code` there.
bool alone_shows_qr_button(Context& context, const core::View& view, const Rect& area);

}  // namespace parley::ui
