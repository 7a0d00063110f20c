#include "ui/views/call_banners.hpp"

#include <algorithm>

#include "ui/components/banner.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float banner_width_max = 640;
constexpr float gap = 8;

/// Cuts a banner off the top of `area`; true when its button was pressed.
bool take_banner(Context& context, std::string_view key, Rect& area, const Banner& look) {
    const float width = std::min({area.width, banner_width_max, banner_width(context, look)});
    const Rect row = take_top(area, banner_height(context, look, width));
    take_top(area, gap);
    return banner(context, key, centered(row, width, row.height), look);
}

void sound_banner(Context& context, const core::View& view, Rect& area) {
    if (!view.sound_blocked) return;
    if (take_banner(context, "sound", area,
                    {.tone = Banner::Tone::Neutral,
                     .icon = Icon::Speaker,
                     .text = "Your browser is holding the sound back.",
                     .action = "Tap to hear"}))
        emit(context, core::action::EnableSound{});
}

void server_banner(Context& context, const core::View& view, Rect& area) {
    if (view.server != core::ServerLink::Reconnecting) return;
    const bool loses_nobody = std::ranges::all_of(
        view.participants, [](const auto& person) { return person.you || person.pair == core::PairState::Connected; });
    take_banner(context, "server", area,
                {.tone = loses_nobody ? Banner::Tone::Neutral : Banner::Tone::Warning,
                 .icon = Icon::Connection,
                 .text = reconnecting_text(view.participants)});
}

}  // namespace

void call_banners(Context& context, const core::View& view, Rect area) {
    sound_banner(context, view, area);
    server_banner(context, view, area);
}

}  // namespace parley::ui
