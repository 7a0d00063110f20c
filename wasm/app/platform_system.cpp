#include "app/platform.hpp"

// What the system that the page runs on is told of the call.

namespace parley::app {

namespace output = core::output;

void Platform::run(const output::KeepAwake& order) { wake_lock_.set(order.state); }
void Platform::run(const output::UpdateMediaSession& order) { media_session_.update(order); }

}  // namespace parley::app
