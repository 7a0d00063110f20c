#pragma once

#include <string_view>

#include "ui/components/button.hpp"
#include "ui/context.hpp"

namespace parley::ui {

struct Dialog {
    std::string_view title = {};
    std::string_view text = {};
    std::string_view confirm = {};
    std::string_view cancel = {};
    ButtonLook::Kind confirm_kind = ButtonLook::Kind::Filled;
};

enum class DialogAnswer : std::uint8_t { None, Confirm, Cancel };

float dialog_height(Context& context, const Dialog& dialog, float width);

/// A question with two answers, as a sheet at `rect`.
DialogAnswer dialog(Context& context, std::string_view key, const Rect& rect, const Dialog& dialog);

}  // namespace parley::ui
