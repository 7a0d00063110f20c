#include <utility>

#include "core/client.hpp"

// What the system that the page runs on is told of the call.

namespace parley::core {

// Nobody touches a screen on which they look at others.
void Client::settle_awake() {
    const Switched wanted = screen_ == Screen::Call ? Switched::On : Switched::Off;
    if (std::exchange(awake_, wanted) != wanted) outbox_.push(output::KeepAwake{wanted});
}

}  // namespace parley::core
