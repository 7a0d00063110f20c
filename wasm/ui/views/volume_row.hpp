#pragma once

#include <cstdint>
#include <string_view>

#include "core/view/people.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// Height of one row, CSS pixels.
inline constexpr float volume_row_height = 40;

/// How loud a person is heard here, to be changed: a slider called `Volume of <name>`.
void volume_row(Context& context, const Rect& rect, const PeerId& peer, std::string_view name, std::uint8_t percent);
inline void volume_row(Context& context, const Rect& rect, const core::ParticipantView& person) {
    volume_row(context, rect, person.peer, person.name, person.volume_percent);
}

}  // namespace parley::ui
