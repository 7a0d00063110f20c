#pragma once

#include <optional>

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

/// What the panel remembers between frames.
struct StatisticsMemory {
    std::optional<PeerId> shown;
    SemanticId opener = 0;  ///< what was pressed to open it
};

/// Lets the focus follow the panel: into it when it comes, back to what opened it when it goes. Once in a frame of the
/// call, whether the panel is there or not.
void follow_statistics(Context& context, const core::View& view, StatisticsMemory& memory);

/// How the connection to one person is doing. The call can be used beside it; Escape closes it. `people` are in the
/// call, oneself included.
void statistics_panel(Context& context, const core::StatisticsView& statistics, std::size_t people, const Rect& rect);

/// What the panel holds. `statistics` must live until it is placed.
Stack statistics_content(Context& context, const core::StatisticsView& statistics, std::size_t people, float width);

}  // namespace parley::ui
