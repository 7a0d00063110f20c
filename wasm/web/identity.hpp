#pragma once

#include <emscripten/val.h>

#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Who this tab is: a secret and a signing key that stay the same through reloads, and the certificate of this
/// page load. Also tells whether others are who they say.
class Identity {
public:
    explicit Identity(Sink sink);

    void prepare(const core::output::PrepareIdentity& order);
    void verify(const core::output::VerifyIdentity& order) const;

    /// The RTCCertificate that every connection uses, or undefined before it is made.
    const emscripten::val& certificate() const { return certificate_; }

    void on_certificate(const emscripten::val& certificate) { certificate_ = certificate; }

private:
    Sink sink_;
    emscripten::val certificate_ = emscripten::val::undefined();
    Handle<Identity> handle_{*this};
};

}  // namespace parley::web
