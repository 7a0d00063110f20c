#pragma once

#include <cstdint>
#include <string_view>

namespace parley::ui {

enum class Icon : std::uint8_t {
    Microphone,
    MicrophoneOff,
    Camera,
    CameraOff,
    Leave,
    Link,
    NewMeeting,
    Person,
    Check,
    Warning,
    Close,
    Speaker,
    Lock,
    Chat,
    Send,
    Settings,
    Connection,
    Copy,
    Save,
    Minus,
    More,
    People,
    Hand,
    Screen,
    ScreenOff,
    Reactions,
    Record,
    Stop,
    Pause,
    Play,
    FullScreen,
    FullScreenOff,
    Layout,
    Pin,
    PinOff,
    ChevronDown,
    ChevronRight,
    Attach,
    File,
    Keyboard,
    PictureInPicture,
    Plus,
    Effects,
    Hide,
    Search,
    Back,
    Move,
    Fit,
    Share,
    QrCode,
};
inline constexpr int icon_count = 50;

/// The icon as an SVG path in a 24 by 24 view box, to be filled with the nonzero rule.
std::string_view icon_path(Icon icon);

}  // namespace parley::ui
