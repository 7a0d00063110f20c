#include "ui/views/gallery_effects.hpp"

#include "ui/views/effects_section.hpp"
#include "ui/views/gallery_section.hpp"

namespace parley::ui {

namespace {

core::View with_trouble() {
    core::View view;
    view.settings.preferences.effect = {core::Backdrop::Dawn, core::Light::Corrected};
    view.effects.camera = {core::FilterState::Stage::Failed, core::FilterTrouble::TooSlow};
    return view;
}

}  // namespace

void add_effects(Context& context, Stack& stack) {
    static const core::View troubled = with_trouble();
    gallery_section(context, stack, "Effects");
    effects_section(context, stack, troubled);
    noise_row(context, stack, troubled);
}

}  // namespace parley::ui
