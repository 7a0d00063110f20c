#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <vector>

/// What a tab keeps of who it is, in IndexedDB under a Web Lock, through reloads. Where the browser keeps nothing, all
/// of this still settles and every load is a new person.
namespace parley::web {

/// Promise of the name under which this tab's identity lies, which nobody else uses while the page lives. A duplicated
/// tab can't take the lock of its original, and gets another name.
emscripten::val hold_tab();

/// Promise of `{keys, secret}`: the CryptoKeyPair for ECDSA P-256 (its private half can't be extracted) and a
/// Uint8Array of 32 bytes. They are made when there are none. Of null: the browser makes no keys.
emscripten::val load_or_make_identity(std::string tab);

/// Forgets identities that no tab uses and that none has used for long.
void forget_old_identities();

}  // namespace parley::web
