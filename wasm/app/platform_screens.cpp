#include "app/platform.hpp"

// Screens that are presented.

namespace parley::app {

namespace output = core::output;

void Platform::run(const output::OpenScreen& order) { screens_.open(order); }

}  // namespace parley::app
