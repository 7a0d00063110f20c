#pragma once

#include <cstdint>

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/views/chat_panel.hpp"
#include "ui/views/people_panel.hpp"
#include "ui/views/statistics_panel.hpp"

namespace parley::ui {

/// What lies beside the people, or over them on a narrow page. Chat and people share the place: one closes the other.
/// The statistics lie over either while they are there.
enum class Side : std::uint8_t { Nothing, Chat, People, Statistics };

struct SideMemory {
    ChatMemory chat;
    PeopleMemory people;
    StatisticsMemory statistics;
    Side before = Side::Nothing;  ///< what of chat and people was open in the frame before
};

[[nodiscard]] Side side_of(const core::View& view);

/// Where everything of a call lies. Rectangles without a width are not shown.
struct CallLayout {
    Rect people, side, bar;
    PanelPlace place = PanelPlace::Beside;
};
[[nodiscard]] CallLayout lay_out_call(const Rect& area, Side side);

/// Messages that nobody can have seen.
[[nodiscard]] std::uint32_t unread_count(const core::View& view, const SideMemory& memory);

/// What of chat and people was closed since the last frame. Once in a frame.
[[nodiscard]] Side just_closed(const core::View& view, SideMemory& memory);

/// The button of chat or people: what people see comes, from under the statistics too, or goes.
void press_side(Context& context, const core::View& view, Side shown, Side wanted);

/// In every frame of the call, whether there is anything at the side or not.
void side_panel(Context& context, const core::View& view, SideMemory& memory, const CallLayout& layout);

}  // namespace parley::ui
