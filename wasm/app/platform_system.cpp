#include "app/platform.hpp"

// What the system that the page runs on is told of the call, and what of its own it shows.

namespace parley::app {

namespace output = core::output;

void Platform::run(const output::KeepAwake& order) { wake_lock_.set(order.state); }
void Platform::run(const output::UpdateMediaSession& order) { media_session_.update(order); }
void Platform::run(const output::ShareLink& order) { share_sheet_.open(order); }

}  // namespace parley::app
