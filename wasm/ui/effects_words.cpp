#include "ui/effects_words.hpp"

namespace parley::ui {
namespace {

using core::Backdrop;
using core::FilterTrouble;
using Stage = core::FilterState::Stage;

std::string_view effect_trouble(FilterTrouble trouble) {
    switch (trouble) {
        case FilterTrouble::Unsupported:
            return "This browser can't change what the camera shows: it lacks WebGL 2, WebAssembly SIMD or a way to "
                   "get at the pictures.";
        case FilterTrouble::NotLoaded:
            return "What the effect is made of could not be loaded. Choose it again to try once more.";
        case FilterTrouble::TooSlow:
            return "The effect was too much for this device and has been switched off. Choose it again to try once "
                   "more.";
        case FilterTrouble::NoPicture:
            return "Your picture could not be used.";
        case FilterTrouble::Broken:
        case FilterTrouble::None:
            break;
    }
    return "The effect stopped working. Choose it again to try once more.";
}

std::string_view noise_trouble(FilterTrouble trouble) {
    if (trouble == FilterTrouble::Unsupported) {
        return "This browser can't do that: it lacks audio worklets, WebAssembly SIMD or sound at 48 kHz. Your "
               "microphone is heard as before.";
    }
    if (trouble == FilterTrouble::NotLoaded) {
        return "What it is made of could not be loaded. Your microphone is heard as before. Switch it off and on to "
               "try once more.";
    }
    return "It stopped working. Your microphone is heard as before. Switch it off and on to try once more.";
}

}  // namespace

std::string_view backdrop_name(Backdrop backdrop) {
    switch (backdrop) {
        case Backdrop::BlurLight:
            return "Slight blur";
        case Backdrop::BlurStrong:
            return "Strong blur";
        case Backdrop::Dawn:
            return "Dawn";
        case Backdrop::Lagoon:
            return "Lagoon";
        case Backdrop::Evening:
            return "Evening";
        case Backdrop::Studio:
            return "Studio";
        case Backdrop::Picture:
            return "Your picture";
        case Backdrop::Plain:
        case Backdrop::Count:
            break;
    }
    return "As it is";
}

std::string effect_text(const core::FilterState& camera) {
    if (camera.stage == Stage::Starting) return "Getting the effect ready.";
    if (camera.stage != Stage::Failed) return {};
    return std::string(effect_trouble(camera.trouble)) + " Others see your camera as it is.";
}

std::string noise_filter_text(const core::View& view) {
    if (view.settings.preferences.sound == core::output::Sound::Music) {
        return "Not in music mode, which sends what your microphone hears as it is.";
    }
    const core::FilterState& state = view.effects.microphone;
    if (state.stage == Stage::Failed) return std::string(noise_trouble(state.trouble));
    return "Takes out fans, keyboards and traffic beyond what the browser does. It happens on this device.";
}

}  // namespace parley::ui
