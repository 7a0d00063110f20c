#pragma once

#include <emscripten/val.h>

/// The certificate of this page load (RTCCertificate, W3C WebRTC section 4.9), which every connection uses.
namespace parley::web {

/// Promise of a new one with an ECDSA key, or of null.
emscripten::val make_certificate();

/// Promise of its fingerprint as in SDP (RFC 8122 section 5), `sha-256 AB:CD:...`; of null when the browser won't say.
emscripten::val fingerprint_of(emscripten::val certificate);

}  // namespace parley::web
