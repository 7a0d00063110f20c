#pragma once

#include "core/devices.hpp"

namespace parley::sim {

/// What every machine of a storm has at first.
core::DeviceList all_devices();

}  // namespace parley::sim
