#pragma once

#include "core/quality/codec.hpp"

namespace parley::web {

/// What the page runs on, as the browser says it.
core::quality::Equipment read_equipment();

}  // namespace parley::web
