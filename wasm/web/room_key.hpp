#pragma once

#include "core/output.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Derives rooms from their keys with WebCrypto: access = HKDF-SHA-256(key, info `parley.v1 access`), and the
/// room's id from its hash. A key that is not given is made.
class RoomKey {
public:
    explicit RoomKey(Sink sink);

    void derive(const core::output::DeriveRoom& order);

private:
    Sink sink_;
};

}  // namespace parley::web
