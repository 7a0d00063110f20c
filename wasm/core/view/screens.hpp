#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/layout.hpp"
#include "protocol/ids.hpp"

/// Screens that are presented, and the names of the <video> elements of people and screens.
namespace parley::core {

/// How the own screen is shared.
enum class ScreenShareState {
    Off,
    Choosing,  ///< the browser asks the person what to share
    On,
};
/// Why the last wish to share came to nothing. That the person chose nothing is no trouble.
enum class ScreenTrouble { DeniedBySystem, Missing, Busy, Failed };

struct ScreenShareView {
    bool offered = false;  ///< this browser can
    ScreenShareState state = ScreenShareState::Off;
    bool sound = false;  ///< what is shared is heard too
    std::optional<ScreenTrouble> trouble;
    friend bool operator==(const ScreenShareView&, const ScreenShareView&) = default;
};

/// The <video> element of the screen that somebody presents.
inline std::string screen_element(const PeerId& peer) { return peer.value + "/screen"; }
/// Whose screen is shown in the element of that name; empty when it is no screen's.
PeerId peer_of_screen(std::string_view element);

/// The name of the <video> element of the tile.
inline std::string element_of(const Tile& tile) {
    return tile.kind == Tile::Kind::Screen ? screen_element(tile.peer) : tile.peer.value;
}

}  // namespace parley::core
