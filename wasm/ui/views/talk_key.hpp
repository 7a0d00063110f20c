#pragma once

#include <cstdint>

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// The space bar, as it was in the latest frame.
enum class TalkKey : std::uint8_t { Up, Held };

/// With push-to-talk the person is heard while they hold the space bar. Once in a frame of the call.
void talk_by_key(Context& context, const core::View& view, TalkKey& key);

}  // namespace parley::ui
