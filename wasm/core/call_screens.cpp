#include "core/call.hpp"

// The screens that people in the call present.

namespace parley::core {

// An element of its own for each presentation: so its first picture is noticed, and nobody sees the last one of the
// presentation before. Over another connection the picture stays until the new one has come.
void Call::settle_screen(Person& person) {
    const auto wanted = person.presence.screen ? person.negotiation.shown_connection() : std::nullopt;
    if (!person.presence.screen && person.screen_attached) {
        outbox_.push(output::Detach{screen_element(person.peer)});
        person.screen_attached.reset();
        person.screen_arrived = false;
    }
    if (!wanted || wanted == person.screen_attached) return;
    person.screen_attached = wanted;
    outbox_.push(output::AttachRemote{*wanted, screen_element(person.peer), output::AttachRemote::What::Screen});
}

void Call::detach(const Person& person) {
    outbox_.push(output::Detach{person.peer.value});
    if (person.screen_attached) outbox_.push(output::Detach{screen_element(person.peer)});
}

}  // namespace parley::core
