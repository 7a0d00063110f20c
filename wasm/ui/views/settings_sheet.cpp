#include "ui/views/settings_sheet.hpp"

#include <string>

#include "ui/components/button.hpp"
#include "ui/components/sheet.hpp"
#include "ui/components/switch_row.hpp"
#include "ui/components/text.hpp"
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

void add_title(Context& context, Stack& stack, std::string_view title) {
    stack.add(space::l, type::label.line_height, [&context, title](const Rect& row) {
        heading(context, std::string("heading ").append(title), row, title, 3, type::label);
    });
}

void add_text(Context& context, Stack& stack, std::string_view key, std::string_view text) {
    stack.add(space::xs, lines_height(context, text, type::small, stack.width()),
              [&context, key, text](const Rect& row) {
                  paragraph(context, key, row, text, type::small, context.palette->text_secondary);
              });
}

template <class Action>
void add_button(Context& context, Stack& stack, std::string_view label, Icon icon) {
    stack.add(space::s + space::xs, size::control, [&context, label, icon](const Rect& row) {
        const ButtonLook look{.kind = ButtonLook::Kind::Tonal, .icon = icon};
        Rect place = row;
        place.width = std::min(row.width, button_width(context, label, look));
        if (button(context, label, place, label, look)) emit(context, Action{});
    });
}

void add_privacy(Context& context, Stack& stack, const core::SettingsView& settings, core::Coverage coverage) {
    const bool hidden = settings.preferences.paths == Paths::RelayOnly;
    const bool changeable = hidden || coverage == core::Coverage::AllNetworks;
    const SwitchRow look{.label = "Hide my network address",
                         .explanation = privacy_text(settings, coverage),
                         .position = hidden ? SwitchRow::Position::On : SwitchRow::Position::Off,
                         .state = changeable ? SwitchRow::State::Enabled : SwitchRow::State::Disabled};
    stack.add(space::s, switch_row_height(context, look, stack.width()), [&context, look, hidden](const Rect& row) {
        if (switch_row(context, "privacy", row, look))
            emit(context, core::action::AllowPaths{hidden ? Paths::All : Paths::RelayOnly});
    });
}

void add_switch(Context& context, Stack& stack, float gap, const SwitchRow& look, const core::UserAction& change) {
    stack.add(gap, switch_row_height(context, look, stack.width()), [&context, look, change](const Rect& row) {
        if (switch_row(context, look.label, row, look)) emit(context, change);
    });
}

void add_media(Context& context, Stack& stack, const core::SettingsView& settings) {
    const auto position = [](bool on) { return on ? SwitchRow::Position::On : SwitchRow::Position::Off; };
    const bool saves = settings.preferences.saver == Saver::On;
    add_switch(context, stack, space::s,
               {.label = "Save battery and data", .explanation = saver_text, .position = position(saves)},
               core::action::SetSaver{saves ? Saver::Off : Saver::On});
    const bool music = settings.preferences.sound == Sound::Music;
    add_switch(context, stack, space::m,
               {.label = "Music mode", .explanation = music_text, .position = position(music)},
               core::action::SetSound{music ? Sound::Speech : Sound::Music});
}

}  // namespace

Stack settings_content(Context& context, const core::SettingsView& settings, core::Coverage coverage, float width) {
    Stack stack(width);
    add_title(context, stack, "Pictures and sound");
    add_media(context, stack, settings);
    add_title(context, stack, "Privacy");
    add_privacy(context, stack, settings, coverage);
    add_title(context, stack, "Connection");
    add_text(context, stack, "check text", check_text);
    add_button<core::action::CheckConnection>(context, stack, "Check connection", Icon::Connection);
    add_title(context, stack, "Help");
    add_text(context, stack, "log text", log_text);
    add_button<core::action::SaveCallLog>(context, stack, "Save call log", Icon::Save);
    return stack;
}

void settings_sheet(Context& context, const core::View& view) {
    const Stack content = settings_content(context, view.settings, view.coverage, sheet_width(context));
    if (sheet(context, "settings", {.title = "Settings"}, content, Stack(content.width())))
        emit(context, core::action::CloseSettings{});
}

}  // namespace parley::ui
