#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/layout.hpp"
#include "core/view/people.hpp"

/// What the stage of a call says, in plain English.
namespace parley::ui {

/// What the tile is called: a name, or whose screen it is.
std::string tile_label(const core::ParticipantView& person, core::Tile::Kind kind);
/// What pressing its pin does.
std::string pin_label(std::string_view tile, bool pinned);
std::string_view layout_label(core::Layout layout);
std::string_view own_picture_label(core::OwnPicture now);
/// `page` is counted from 0.
std::string page_text(std::size_t page, std::size_t count);
/// Where there is no room for words.
std::string short_page_text(std::size_t page, std::size_t count);
std::string_view full_screen_label(core::Switched now);

inline constexpr std::string_view own_screen_text = "You are presenting";

}  // namespace parley::ui
