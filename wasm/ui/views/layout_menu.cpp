#include "ui/views/layout_menu.hpp"

#include <string>
#include <utility>

#include "core/actions.hpp"
#include "ui/components/menu.hpp"
#include "ui/popup.hpp"
#include "ui/stage_words.hpp"
#include "ui/views/call_bar.hpp"

namespace parley::ui {

namespace {

using core::Layout;
using core::OwnPicture;
using core::Switched;
using Rank = CallControl::Rank;

constexpr std::string_view layout_key = "layout";

std::vector<MenuItem> layout_items(const core::output::StorePreferences& preferences) {
    std::vector<MenuItem> items;
    for (const Layout layout : {Layout::Automatic, Layout::Grid, Layout::Speaker, Layout::Sidebar})
        items.push_back({.label = std::string(layout_label(layout)),
                         .chosen = layout == preferences.layout,
                         .act = [layout](Context& context) { emit(context, core::action::SetLayout{layout}); }});
    const bool hidden = preferences.own_picture == OwnPicture::Hidden;
    items.push_back({.label = std::string(own_picture_label(preferences.own_picture)),
                     .icon = hidden ? Icon::Person : Icon::Hide,
                     .act = [wanted = hidden ? OwnPicture::Shown : OwnPicture::Hidden](Context& context) {
                         emit(context, core::action::ShowOwnPicture{wanted});
                     }});
    return items;
}

CallControl layouts(SemanticId opener) {
    return {.key = std::string(layout_key),
            .icon = Icon::Layout,
            .label = "Layout",
            .rank = Rank::MenuOnly,
            .act = [opener](Context& context) { open_popup(context, opener); }};
}

CallControl full_screen(Switched now) {
    const bool on = now == Switched::On;
    return {.key = "full screen",
            .icon = on ? Icon::FullScreenOff : Icon::FullScreen,
            .label = std::string(full_screen_label(now)),
            .shortcut = "F",
            .rank = Rank::MenuOnly,
            .act = [](Context& context) { emit(context, core::action::ToggleFullScreen{}); }};
}

CallControl floating_picture(bool floats, const std::optional<core::Tile>& picture) {
    return {.key = "floating picture",
            .tone = floats ? IconToggle::Tone::Accent : IconToggle::Tone::Neutral,
            .icon = Icon::PictureInPicture,
            .label = "Picture-in-picture",
            .pressed = floats,
            .rank = floats ? Rank::Rare : Rank::MenuOnly,
            .act = [floats, picture](Context& context) {
                if (floats)
                    emit(context, core::action::LandPicture{});
                else if (picture)
                    emit(context, core::action::FloatPicture{*picture});
            }};
}

}  // namespace

SemanticId layout_opener(const Context& context) { return call_control_id(context, layout_key); }

void add_stage_controls(std::vector<CallControl>& controls, const core::View& view, const CallBar& look) {
    controls.push_back(layouts(look.layout_opener));
    if (view.stage.full_screen_offered) controls.push_back(full_screen(view.stage.full_screen));
    const bool floats = !view.stage.floating.empty();
    if (view.stage.floating_offered && (floats || look.picture))
        controls.push_back(floating_picture(floats, look.picture));
}

void layout_menu(Context& context, const core::View& view, const Rect& bar) {
    const SemanticId opener = layout_opener(context);
    popup_menu(context, opener, popup_anchor(context, opener, bar), "Layout", layout_items(view.settings.preferences));
}

}  // namespace parley::ui
