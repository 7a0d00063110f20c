#pragma once

#include "core/input.hpp"

namespace parley::web {

/// What the page knows when it starts: its address, what the browser kept, and fresh random numbers.
core::input::Boot read_page_start(const char* name_storage_key);

}  // namespace parley::web
