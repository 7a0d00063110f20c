#include "ui/views/settings_sheet.hpp"

#include <array>
#include <string>

#include "ui/components/sheet.hpp"
#include "ui/components/tabs.hpp"
#include "ui/views/effects_section.hpp"
#include "ui/views/settings_devices.hpp"
#include "ui/views/settings_rows.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

using Paths = core::output::CreateConnection::Paths;
using core::output::Sound;
using core::quality::Saver;

constexpr std::string_view saver_text = "Sends smaller pictures with fewer frames. Sound stays as it is.";
constexpr std::string_view music_text =
    "For instruments: what your microphone hears is sent as it is, in high quality, without noise suppression and echo "
    "cancellation. Use headphones, or the others hear themselves.";
constexpr std::string_view check_text =
    "See whether your browser, your network and this server are ready for a call, and what to do if they are not.";
constexpr std::string_view log_text =
    "What happened in this page, for whoever looks into a problem. It says what was connected and when; it holds no "
    "names, no messages, no sound or pictures, no keys and no addresses.";

template <class Action>
void add_button(Context& context, Stack& stack, std::string_view label, Icon icon) {
    add_settings_button(context, stack, space::s + space::xs, label, {.kind = ButtonLook::Kind::Tonal, .icon = icon},
                        Action{});
}

void add_privacy(Context& context, Stack& stack, const core::SettingsView& settings, core::Coverage coverage) {
    const bool hidden = settings.preferences.paths == Paths::RelayOnly;
    const bool changeable = hidden || coverage == core::Coverage::AllNetworks;
    add_settings_switch(context, stack, space::s,
                        {.label = "Hide my network address",
                         .explanation = privacy_text(settings, coverage),
                         .position = switch_position(hidden),
                         .state = changeable ? SwitchRow::State::Enabled : SwitchRow::State::Disabled},
                        core::action::AllowPaths{hidden ? Paths::All : Paths::RelayOnly});
}

void add_media(Context& context, Stack& stack, const core::SettingsView& settings) {
    const bool saves = settings.preferences.saver == Saver::On;
    add_settings_switch(
        context, stack, space::s,
        {.label = "Save battery and data", .explanation = saver_text, .position = switch_position(saves)},
        core::action::SetSaver{saves ? Saver::Off : Saver::On});
    const bool music = settings.preferences.sound == Sound::Music;
    add_settings_switch(context, stack, space::m,
                        {.label = "Music mode", .explanation = music_text, .position = switch_position(music)},
                        core::action::SetSound{music ? Sound::Speech : Sound::Music});
}

void add_general(Context& context, Stack& stack, const core::View& view) {
    add_settings_title(context, stack, "Pictures and sound");
    add_media(context, stack, view.settings);
    add_settings_title(context, stack, "Privacy");
    add_privacy(context, stack, view.settings, view.coverage);
    add_settings_title(context, stack, "Connection");
    add_settings_text(context, stack, space::xs, "check text", std::string(check_text));
    add_button<core::action::CheckConnection>(context, stack, "Check connection", Icon::Connection);
    add_settings_title(context, stack, "Help");
    add_settings_text(context, stack, space::xs, "log text", std::string(log_text));
    add_button<core::action::SaveCallLog>(context, stack, "Save call log", Icon::Save);
}

}  // namespace

Stack settings_content(Context& context, const core::View& view, SettingsPage page, float width) {
    Stack stack(width);
    switch (page) {
        case SettingsPage::General:
            add_general(context, stack, view);
            break;
        case SettingsPage::Audio:
            add_sound_settings(context, stack, view);
            noise_row(context, stack, view);
            break;
        case SettingsPage::Video:
            add_picture_settings(context, stack, view);
            add_settings_title(context, stack, "Effects");
            effects_section(context, stack, view);
            break;
    }
    return stack;
}

void settings_sheet(Context& context, const core::View& view, SettingsMemory& memory) {
    static constexpr std::array<std::string_view, 3> names = {"General", "Audio", "Video"};
    const float width = sheet_width(context);
    const Stack content = settings_content(context, view, memory.page, width);
    Stack body(width);
    body.add(0, size::control, [&](const Rect& row) {
        const Tabs look{.label = "Pages", .names = names, .shown = static_cast<std::size_t>(memory.page)};
        if (const auto pressed = tabs(context, "pages", row, look)) memory.page = static_cast<SettingsPage>(*pressed);
    });
    body.add(space::l, content.height(), [&](const Rect& row) { content.place(row.x, row.y); });
    if (sheet(context, "settings", {.title = "Settings"}, body, Stack(width)))
        emit(context, core::action::CloseSettings{});
}

}  // namespace parley::ui
