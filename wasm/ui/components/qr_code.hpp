#pragma once

#include <string_view>

#include "core/qr_code.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// A QR code in the middle of `rect`, as large as it gets there with whole device pixels for every module. It is black
/// on white whatever the theme, with a quiet zone of four modules around it: readers need both (ISO/IEC 18004).
void qr_code(Context& context, std::string_view key, const Rect& rect, const core::QrCode& code, std::string_view name);

}  // namespace parley::ui
