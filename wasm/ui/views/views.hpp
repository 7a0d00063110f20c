#pragma once

#include <string>

#include "core/view.hpp"
#include "ui/components/text_field.hpp"
#include "ui/context.hpp"
#include "ui/views/reactions.hpp"
#include "ui/views/recording_card.hpp"
#include "ui/views/side_panel.hpp"
#include "ui/views/stage.hpp"
#include "ui/views/talk_key.hpp"

/// The screens. Each draws itself into `area` (the page without its safe areas), says itself in the semantic layer
/// and emits what the person does.
namespace parley::ui {

struct LandingMemory {
    FieldMemory link;
    std::string submitted;  ///< what was last asked to be opened: an error is about this text only
};

struct PreJoinMemory {
    FieldMemory name;
};

struct CallMemory {
    SideMemory side;
    StageMemory stage;
    TalkKey talk_key = TalkKey::Up;
    ReactionsMemory reactions;
    RecordingMemory recording;  ///< before and after a call too
};

void loading_view(Context& context, const Rect& area);
void landing_view(Context& context, const core::View& view, LandingMemory& memory, const Rect& area);
void pre_join_view(Context& context, const core::View& view, PreJoinMemory& memory, const Rect& area);
void call_view(Context& context, const core::View& view, CallMemory& memory, const Rect& area);
void left_view(Context& context, const core::View& view, const Rect& area);
void failed_view(Context& context, const core::View& view, const Rect& area);

/// Every component in each of its states, in both themes.
void gallery_view(Context& context, const Rect& area);

/// Space beside the content of a page of this width.
constexpr float page_margin(float width) { return width < 480 ? space::m : space::l; }

}  // namespace parley::ui
