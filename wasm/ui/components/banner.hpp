#pragma once

#include <string_view>

#include "ui/components/button.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// A note that stays as long as what it says is so.
struct Banner {
    enum class Tone : std::uint8_t { Neutral, Success, Warning, Danger } tone = Tone::Neutral;
    enum class Size : std::uint8_t { Small, Large } size = Size::Small;  ///< of its words
    Icon icon = Icon::Warning;
    std::string_view title = {};  ///< may be empty
    std::string_view text = {};
    std::string_view action = {};  ///< label of its button, empty for none
    std::string_view action_description = {};
};

/// The width at which its words take one line.
float banner_width(Context& context, const Banner& banner);
float banner_height(Context& context, const Banner& banner, float width);

/// True when its button was pressed in this frame.
bool banner(Context& context, std::string_view key, const Rect& rect, const Banner& banner);

}  // namespace parley::ui
