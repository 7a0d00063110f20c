#pragma once

#include <string_view>

#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"

namespace parley::core {

/// Goes through the start of a call once before there is one: a connection with all its lines, an offer, and the
/// offer's way through the codec. Browsers start WebRTC and compile WebAssembly when first used; while a person types
/// a name that costs nobody anything, after `Join` it would be time without a picture.
class Rehearsal {
public:
    Rehearsal(Outbox& outbox, Numbers& numbers) : outbox_(outbox), numbers_(numbers) {}

    /// Once in a page's life; later calls do nothing.
    void begin();
    /// Whether the input was the rehearsal's own.
    bool on_input(const input::LocalDescriptionSet& set);
    bool on_input(const input::OperationFailed& failed);

private:
    void end();

    Outbox& outbox_;
    Numbers& numbers_;
    ConnectionId connection_;
    bool begun_ = false;
};

}  // namespace parley::core
