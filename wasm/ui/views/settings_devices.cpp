#include "ui/views/settings_devices.hpp"

#include <string>
#include <utility>

#include "ui/components/meter.hpp"
#include "ui/components/select.hpp"
#include "ui/components/text.hpp"
#include "ui/device_words.hpp"
#include "ui/icons.hpp"
#include "ui/views/device_select.hpp"
#include "ui/views/settings_rows.hpp"

namespace parley::ui {

namespace {

using core::DeviceKind;

constexpr float meter_height = 24;
constexpr std::uint8_t microphone_level_max = 10;
constexpr std::string_view noise_text = "Takes out fans, keyboards and streets.";
constexpr std::string_view echo_text = "Keeps the others from hearing themselves. Needed without headphones.";
constexpr std::string_view gain_text = "Makes quiet voices louder and loud ones quieter.";
constexpr std::string_view music_note = "Music mode is on: nothing is done to your sound.";
constexpr std::string_view push_to_talk_text = "You are muted unless you hold the space bar.";
constexpr std::string_view size_text = "A wish: cameras and lines decide how much of it comes about.";
constexpr std::string_view mirror_text = "You see yourself as in a mirror. The others see you as you are.";

void add_device(Context& context, Stack& stack, DeviceKind kind, const core::DeviceChoiceView& choice) {
    add_settings_title(context, stack, device_label(kind));
    stack.add(space::s, size::control, [&context, kind, &choice](const Rect& row) {
        device_select(context, device_label(kind), row, kind, choice);
    });
}

void add_level(Context& context, Stack& stack, const core::LocalView& local) {
    stack.add(space::s, meter_height, [&context, &local](const Rect& row) {
        Rect rest = row;
        draw_icon(context, take_left(rest, size::icon), icon_path(Icon::Microphone), size::icon_small,
                  context.palette->text_secondary);
        take_left(rest, space::xs);
        meter(context, "level", rest, "Microphone level", local.microphone_level, microphone_level_max);
    });
}

void add_cleaning(Context& context, Stack& stack, const core::output::StorePreferences& preferences) {
    const core::SpeechCleaning& now = preferences.devices.cleaning;
    const bool music = preferences.sound == core::output::Sound::Music;
    const auto state = music ? SwitchRow::State::Disabled : SwitchRow::State::Enabled;
    const auto add = [&](std::string_view label, std::string_view text, bool core::SpeechCleaning::* part) {
        core::SpeechCleaning changed = now;
        changed.*part = !(now.*part);
        add_settings_switch(context, stack, space::m,
                            {.label = label,
                             .explanation = music ? music_note : text,
                             .position = switch_position(now.*part && !music),
                             .state = state},
                            core::action::SetCleaning{changed});
    };
    add("Noise suppression", noise_text, &core::SpeechCleaning::noise_suppression);
    add("Echo cancellation", echo_text, &core::SpeechCleaning::echo_cancellation);
    add("Automatic volume", gain_text, &core::SpeechCleaning::automatic_gain);
}

void add_push_to_talk(Context& context, Stack& stack, core::TalkMode mode) {
    const bool on = mode == core::TalkMode::PushToTalk;
    add_settings_switch(context, stack, space::m,
                        {.label = "Push to talk", .explanation = push_to_talk_text, .position = switch_position(on)},
                        core::action::SetTalkMode{on ? core::TalkMode::Open : core::TalkMode::PushToTalk});
}

void add_speaker_test(Context& context, Stack& stack, core::SpeakerTest test) {
    const bool playing = test == core::SpeakerTest::Playing;
    add_settings_button(context, stack, space::s, "Test speaker",
                        {.kind = ButtonLook::Kind::Tonal,
                         .state = playing ? ButtonLook::State::Busy : ButtonLook::State::Enabled,
                         .icon = Icon::Speaker},
                        core::action::TestSpeaker{});
    const std::string_view text = speaker_test_text(test);
    if (text.empty()) return;
    add_settings_text(context, stack, space::s, "speaker test", std::string(text), SemanticRole::Status);
}

/// One of a few values with a label over it.
void add_choice(Context& context, Stack& stack, Select look) {
    stack.add(space::m, type::small.line_height, [&context, label = look.label](const Rect& row) {
        draw_line(context, row, label, type::small, context.palette->text_secondary);
    });
    stack.add(space::xs, size::control,
              [&context, look = std::move(look)](const Rect& row) { select(context, look.label, row, look); });
}

}  // namespace

void add_sound_settings(Context& context, Stack& stack, const core::View& view) {
    const core::output::StorePreferences& preferences = view.settings.preferences;
    add_device(context, stack, DeviceKind::Microphone, view.devices.microphone);
    add_level(context, stack, view.local);
    add_cleaning(context, stack, preferences);
    add_push_to_talk(context, stack, preferences.devices.talk);
    add_device(context, stack, DeviceKind::Speaker, view.devices.speaker);
    add_speaker_test(context, stack, view.devices.speaker_test);
}

void add_picture_settings(Context& context, Stack& stack, const core::View& view) {
    const core::PictureWish wish = view.settings.preferences.devices.picture;
    add_device(context, stack, DeviceKind::Camera, view.devices.camera);
    add_choice(context, stack,
               {.label = "Picture size",
                .options = {"Automatic", "Small: 360 lines", "Large: 720 lines", "Largest: 1080 lines"},
                .chosen = static_cast<std::size_t>(wish.lines),
                .choose = [wish](Context& chooser, std::size_t index) {
                    core::PictureWish changed = wish;
                    changed.lines = static_cast<core::CameraLines>(index);
                    emit(chooser, core::action::SetPicture{changed});
                }});
    add_choice(context, stack,
               {.label = "Frame rate",
                .options = {"30 pictures a second", "15 pictures a second"},
                .chosen = static_cast<std::size_t>(wish.frames),
                .choose = [wish](Context& chooser, std::size_t index) {
                    core::PictureWish changed = wish;
                    changed.frames = static_cast<core::CameraFrames>(index);
                    emit(chooser, core::action::SetPicture{changed});
                }});
    add_settings_text(context, stack, space::s, "size text", std::string(size_text));
    const bool mirrored = wish.mirror == core::Mirror::On;
    core::PictureWish turned = wish;
    turned.mirror = mirrored ? core::Mirror::Off : core::Mirror::On;
    add_settings_switch(
        context, stack, space::m,
        {.label = "Mirror my picture", .explanation = mirror_text, .position = switch_position(mirrored)},
        core::action::SetPicture{turned});
}

}  // namespace parley::ui
