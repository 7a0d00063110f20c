#pragma once

#include "core/output.hpp"
#include "web/room_keys.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Seals and opens with WebCrypto: AES-256-GCM (NIST SP 800-38D) under keys of the room, as protocol/sealed.hpp says.
/// Every order is answered; a failure of any kind with nothing in it. What is deflated takes longer than what is not,
/// so answers come in no order.
class Sealer {
public:
    /// `keys` outlives this.
    Sealer(RoomKeys& keys, Sink sink);

    void seal(const core::output::Seal& order);
    void open(const core::output::Open& order);

private:
    RoomKeys& keys_;
    Sink sink_;
};

}  // namespace parley::web
