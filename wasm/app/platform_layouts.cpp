#include "app/platform.hpp"

// What the core asks for so that a person sees the call as they want.

namespace parley::app {

void Platform::run(const core::output::SetFullScreen& order) { full_screen_.set(order.state); }

void Platform::run(const core::output::FloatPicture& order) {
    if (order.element.empty()) return floating_picture_.land();
    floating_picture_.show(videos_.find(order.element));
}

}  // namespace parley::app
