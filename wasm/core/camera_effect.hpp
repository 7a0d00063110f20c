#pragma once

#include <cstdint>

namespace parley::core {

/// What is seen behind the person.
enum class Backdrop : std::uint8_t {
    Plain,  ///< what is there
    BlurLight,
    BlurStrong,
    Dawn,  ///< this and the next three are drawn
    Lagoon,
    Evening,
    Studio,
    Picture,  ///< the person's own, chosen in this browser
    Count,
};
enum class Light : std::uint8_t { AsItIs, Corrected };

/// The picture for Backdrop::Picture.
enum class OwnBackdrop : std::uint8_t {
    None,  ///< it is to be chosen first
    Kept,
};

/// What happens to the camera's pictures before anybody else sees them.
struct CameraEffect {
    Backdrop backdrop = Backdrop::Plain;
    Light light = Light::AsItIs;
    [[nodiscard]] bool none() const { return backdrop == Backdrop::Plain && light == Light::AsItIs; }
    friend bool operator==(const CameraEffect&, const CameraEffect&) = default;
};

/// Who takes noise out of what the microphone hears.
enum class NoiseFilter : std::uint8_t {
    Browser,
    Strong,  ///< RNNoise, after the browser
};

/// Why something that changes a track does not.
enum class FilterTrouble : std::uint8_t {
    None,
    Unsupported,  ///< the browser lacks what it needs
    NotLoaded,    ///< what it is made of did not arrive, or not in time
    Broken,       ///< it began and stopped
    TooSlow,      ///< this machine can't keep up
    NoPicture,    ///< the person's own picture is not there or can't be read
};

/// How it is going with something that changes a track.
struct FilterState {
    enum class Stage : std::uint8_t { Off, Starting, On, Failed } stage = Stage::Off;
    FilterTrouble trouble = FilterTrouble::None;  ///< of Failed
    friend bool operator==(const FilterState&, const FilterState&) = default;
};

}  // namespace parley::core
