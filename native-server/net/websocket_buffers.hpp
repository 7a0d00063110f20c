#pragma once

#include <array>

#include "net/websocket_frames.hpp"
#include "protocol/limits.hpp"

namespace parley::net {

/// What every WebSocket of a thread works in, one after the other: none keeps memory for what is not under way.
struct WebSocketBuffers {
    std::array<char, limits::frame_max> incoming{};  ///< while what was read is taken
    FrameWriter outgoing;                            ///< while a frame is handed to its socket
};

}  // namespace parley::net
