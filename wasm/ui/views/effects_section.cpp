#include "ui/views/effects_section.hpp"

#include <algorithm>
#include <string>

#include "ui/components/picture_tile.hpp"
#include "ui/components/switch_row.hpp"
#include "ui/components/text.hpp"
#include "ui/effects_words.hpp"
#include "ui/views/settings_rows.hpp"

namespace parley::ui {

namespace {

using core::Backdrop;
using core::Light;
using core::NoiseFilter;

constexpr float tile_width_min = 88;
constexpr int columns_max = 4;
constexpr std::string_view light_text = "Makes a dark picture brighter and takes away the colour of the light.";

/// One's own picture is asked for where there is none yet.
void choose(Context& context, Backdrop backdrop, Light light, core::OwnBackdrop own) {
    const bool missing = backdrop == Backdrop::Picture && own == core::OwnBackdrop::None;
    if (missing) return emit(context, core::action::ChoosePicture{});
    emit(context, core::action::SetEffect{{backdrop, light}});
}

void add_row_of_tiles(Context& context, Stack& stack, const core::View& view, int first, int columns) {
    const core::CameraEffect& effect = view.settings.preferences.effect;
    const core::OwnBackdrop own = view.effects.own_backdrop;
    const float width = (stack.width() - space::s * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const auto place = [&context, effect, own, first, columns, width](const Rect& row) {
        const int end = std::min(first + columns, static_cast<int>(Backdrop::Count));
        for (int number = first; number < end; ++number) {
            const auto backdrop = static_cast<Backdrop>(number);
            const PictureTile look{
                .label = backdrop_name(backdrop),
                .backdrop = backdrop,
                .choice = backdrop == effect.backdrop ? PictureTile::Choice::Chosen : PictureTile::Choice::Other};
            const float x = row.x + (width + space::s) * static_cast<float>(number - first);
            if (picture_tile(context, look.label, {x, row.y, width, row.height}, look))
                choose(context, backdrop, effect.light, own);
        }
    };
    stack.add(space::s, picture_tile_height(width), place);
}

void add_state(Context& context, Stack& stack, const core::View& view) {
    const std::string text = effect_text(view.effects.camera);
    if (text.empty()) return;
    const bool failed = view.effects.camera.stage == core::FilterState::Stage::Failed;
    const Color color = failed ? context.palette->danger_text : context.palette->text_secondary;
    stack.add(space::s, lines_height(context, text, type::small, stack.width()),
              [&context, text, color](const Rect& row) {
                  paragraph(context, "effect state", row, text, type::small, color, Align::Left, SemanticRole::Status);
              });
}

}  // namespace

void effects_section(Context& context, Stack& stack, const core::View& view) {
    const core::CameraEffect& effect = view.settings.preferences.effect;
    const int fitting = static_cast<int>((stack.width() + space::s) / (tile_width_min + space::s));
    const int columns = std::clamp(fitting, 2, columns_max);
    stack.add(space::s, type::small.line_height, [&context](const Rect& row) {
        paragraph(context, "background", row, "Background", type::small, context.palette->text_secondary);
    });
    for (int first = 0; first < static_cast<int>(Backdrop::Count); first += columns) {
        add_row_of_tiles(context, stack, view, first, columns);
    }
    if (view.effects.own_backdrop == core::OwnBackdrop::Kept) {
        add_settings_button(context, stack, space::s, "Choose another picture", {.kind = ButtonLook::Kind::Tonal},
                            core::action::ChoosePicture{});
    }
    add_state(context, stack, view);
    const bool corrected = effect.light == Light::Corrected;
    add_settings_switch(
        context, stack, space::m,
        {.label = "Correct the light", .explanation = light_text, .position = switch_position(corrected)},
        core::action::SetEffect{{effect.backdrop, corrected ? Light::AsItIs : Light::Corrected}});
}

void noise_row(Context& context, Stack& stack, const core::View& view) {
    const core::output::StorePreferences& preferences = view.settings.preferences;
    const bool music = preferences.sound == core::output::Sound::Music;
    const bool strong = preferences.noise == NoiseFilter::Strong;
    const auto look = [strong, music](std::string_view text) {
        return SwitchRow{.label = "Stronger noise suppression",
                         .explanation = text,
                         .position = switch_position(strong && !music),
                         .state = music ? SwitchRow::State::Disabled : SwitchRow::State::Enabled};
    };
    const std::string text = noise_filter_text(view);
    stack.add(space::m, switch_row_height(context, look(text), stack.width()),
              [&context, look, text, strong](const Rect& row) {
                  if (!switch_row(context, "noise", row, look(text))) return;
                  emit(context, core::action::SetNoiseFilter{strong ? NoiseFilter::Browser : NoiseFilter::Strong});
              });
}

}  // namespace parley::ui
