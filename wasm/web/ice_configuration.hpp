#pragma once

#include <emscripten/val.h>

#include <vector>

#include "core/output/connection.hpp"

namespace parley::web {

/// RTCConfiguration (W3C WebRTC section 4.2.1) without certificates.
emscripten::val ice_configuration(core::output::CreateConnection::Paths paths,
                                  const std::vector<protocol::IceServer>& servers);

}  // namespace parley::web
