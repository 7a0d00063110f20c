#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/camera_effect.hpp"
#include "core/devices.hpp"
#include "core/handles.hpp"

/// What is captured here, and what is done to it before anybody else gets it.
namespace parley::core::output {

/// One question to the person for what is named, by the id of a device or, where that is empty, for the one that the
/// system prefers: of a phone's cameras the one that faces the person. Answered by DevicesOpened or DevicesFailed.
struct OpenDevices {
    RequestId request;
    std::optional<TrackId> microphone{};
    std::optional<TrackId> camera{};
    std::string microphone_device{};
    std::string camera_device{};
    SoundShape sound{};
    CameraShape picture{};
};
/// A track that is not enabled carries silence (MediaStreamTrack.enabled).
struct EnableTrack {
    TrackId track;
    bool enabled = true;
};
/// The device is let go; its light goes out.
struct StopTrack {
    TrackId track;
};
/// Which levels are wanted from now on. `microphone`: measured directly, for the meter before a call.
/// `CallAndMicrophone`: the same in a call, while the person looks at the meter. `Muted`: those of a call, and what a
/// copy of the silenced microphone hears; the copy goes nowhere but to its meter.
struct WatchLevels {
    enum class Mode { Off, Microphone, Call, Muted, CallAndMicrophone } mode = Mode::Off;
    std::optional<TrackId> microphone;
};

/// Answered by DevicesListed, in any case.
struct ListDevices {};
/// The open camera gives other pictures from now on, as near to that as it can (MediaStreamTrack.applyConstraints, W3C
/// Media Capture and Streams section 4.3.3). Answered by CameraTuned.
struct TuneCamera {
    TrackId track;
    CameraShape picture{};
};

/// Asks the person for a screen, a window or a tab (getDisplayMedia, W3C Screen Capture section 5.1), with its sound
/// where the browser gives that. Emitted while the person's gesture is being handled. Answered by ScreenOpened or
/// ScreenFailed.
struct OpenScreen {
    enum class Choice { Exclude, Include };
    enum class OwnSound { Kept, Restricted };
    /// What the picture is good for (MediaStreamTrack.contentHint, W3C mst-content-hint).
    enum class Content { Detail, Motion };
    RequestId request;
    TrackId picture;
    TrackId sound;
    std::uint16_t width_max = 0;  ///< px
    std::uint16_t lines_max = 0;  ///< px
    std::uint16_t frames_per_s_max = 0;
    Content content = Content::Detail;
    Choice own_tab = Choice::Exclude;       ///< selfBrowserSurface: a call that shows itself has no end
    Choice other_tabs = Choice::Include;    ///< surfaceSwitching: to another tab without asking anew
    Choice system_sound = Choice::Exclude;  ///< systemAudio: of a whole screen
    OwnSound own_sound = OwnSound::Kept;    ///< restrictOwnAudio: what this page plays is left out
};

/// From now on `outgoing` is a track with the camera's pictures as the effect makes them, until StopTrack. Answered by
/// FilterStarted with its first picture, or FilterFailed; afterwards EffectMeasured comes about once a second.
struct StartEffect {
    TrackId camera;
    TrackId outgoing;
    CameraEffect effect;
};
/// Another effect on the same track. FilterFailed may come of it.
struct ChangeEffect {
    TrackId outgoing;
    CameraEffect effect;
};
/// From now on `outgoing` is a track with what the microphone hears, without its noise, until StopTrack. Answered by
/// FilterStarted or FilterFailed.
struct StartNoiseFilter {
    TrackId microphone;
    TrackId outgoing;
};
/// Lets the person choose a file with a picture and keeps it in this browser, made small. Emitted while the person's
/// gesture is being handled. Answered by PictureChosen, or by nothing when the person changes their mind.
struct AskPicture {
    RequestId request;
};

}  // namespace parley::core::output
