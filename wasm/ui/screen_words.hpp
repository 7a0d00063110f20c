#pragma once

#include <string>
#include <string_view>

#include "core/view.hpp"
#include "ui/words.hpp"

/// Screens that are presented, in plain English.
namespace parley::ui {

/// Accessible name of the button that begins or ends it: what pressing it does.
std::string_view share_label(const core::ScreenShareView& share);
/// What one is told while one presents.
std::string_view presenting_text(const core::ScreenShareView& share);
/// Why a screen could not be shared, and the next step.
Message screen_trouble_message(core::ScreenTrouble trouble);

/// What stands there while no picture of it is shown.
std::string screen_waiting_text(const core::ParticipantView& presenter);

}  // namespace parley::ui
