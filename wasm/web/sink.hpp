#pragma once

#include <functional>

#include "core/input.hpp"

namespace parley::web {

/// Where an adapter's events go. May be called at any time; the owner queues what comes while it is busy.
using Sink = std::function<void(core::Input)>;

}  // namespace parley::web
