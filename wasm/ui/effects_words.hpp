#pragma once

#include <string>
#include <string_view>

#include "core/view.hpp"

/// What is done to camera and microphone, in plain English.
namespace parley::ui {

/// Accessible name of the choice, and what stands under it.
std::string_view backdrop_name(core::Backdrop backdrop);
/// What is to be known about the effect of the camera; empty while all is well.
std::string effect_text(const core::FilterState& camera);
/// What stronger noise suppression does, or why it does not or can't be had.
std::string noise_filter_text(const core::View& view);

}  // namespace parley::ui
