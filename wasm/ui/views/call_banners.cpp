#include "ui/views/call_banners.hpp"

#include <algorithm>

#include "ui/components/banner.hpp"
#include "ui/screen_words.hpp"
#include "ui/views/mute_request.hpp"
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

void screen_banners(Context& context, const core::View& view, Rect& area) {
    const core::ScreenShareView& share = view.screen_share;
    if (share.state == core::ScreenShareState::On && take_banner(context, "presenting", area,
                                                                 {.tone = Banner::Tone::Success,
                                                                  .icon = Icon::Screen,
                                                                  .text = presenting_text(share),
                                                                  .action = share_label(share),
                                                                  .action_description = presenting_text(share)}))
        emit(context, core::action::ToggleScreen{});
    if (!share.trouble) return;
    const Message message = screen_trouble_message(*share.trouble);
    if (take_banner(context, "screen trouble", area,
                    {.tone = Banner::Tone::Warning,
                     .icon = Icon::Warning,
                     .title = message.title,
                     .text = message.text,
                     .action = "OK",
                     .action_description = message.title}))
        emit(context, core::action::DismissScreenTrouble{});
}

void muted_banner(Context& context, const core::View& view, Rect& area) {
    if (!view.local.talks_muted) return;
    if (take_banner(context, "muted", area,
                    {.tone = Banner::Tone::Warning,
                     .icon = Icon::MicrophoneOff,
                     .text = "You are muted: nobody hears you.",
                     .action = "Unmute"}))
        emit(context, core::action::ToggleMicrophone{});
}

}  // namespace

void call_banners(Context& context, const core::View& view, Rect area) {
    if (view.mute_request) mute_request_card(context, *view.mute_request, area);
    muted_banner(context, view, area);
    sound_banner(context, view, area);
    server_banner(context, view, area);
    screen_banners(context, view, area);
}

}  // namespace parley::ui
