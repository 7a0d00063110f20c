#pragma once

#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Derives rooms from their keys with WebCrypto: access = HKDF-SHA-256(key, info `parley.v1 access`), and the
/// room's id from its hash. A key that is not given is made.
class RoomKey {
public:
    explicit RoomKey(Sink sink);

    void derive(const core::output::DeriveRoom& order);
    void on_failed(int request);

private:
    Sink sink_;
    Handle<RoomKey> handle_{*this};
};

}  // namespace parley::web
