#pragma once

#include <cstdint>

namespace parley::core::call_log {

/// What a text in an input or output is, and so what the log keeps of it. There is no kind for "as it is": what a text
/// says never gets into the log, and what is not understood becomes `?`.
enum class TextKind : std::uint8_t {
    // Nothing that the core does depends on it.
    Dropped,

    // A word and a number, the same for the same text.
    Access,
    Credential,
    Digest,  ///< of a file
    Grant,
    Secret,
    SecretHash,
    Sign,
    Signature,
    Username,

    // A word and a number in what form the core looks for.
    Name,         ///< of a person, without the blanks around it
    TypedName,    ///< while it is being typed
    Chat,         ///< too long for a message if it was
    Key,          ///< of a meeting, in base64url
    Origin,       ///< of the page
    Path,         ///< of the page's address
    Fragment,     ///< of the page's address
    Address,      ///< path and fragment
    Typed,        ///< what may be a meeting's link or code
    TabGrant,     ///< a room and its grant
    Element,      ///< of the page: the preview, or somebody's
    Fingerprint,  ///< of a certificate
    ServerUrl,    ///< of STUN and TURN: keeps scheme and transport (RFC 7064, RFC 7065)
    Candidate,    ///< keeps component, transport and type (RFC 8839 section 5.1)
    Sdp,          ///< keeps the kinds of media lines, their directions and roles, and the fingerprints
    Mid,          ///< a number, as browsers make them
    DeviceId,     ///< or that of the system's own choice
    DeviceLabel,  ///< as much of it as is kept

    // Taken apart; each part is what it is.
    Sealed,     ///< keeps run and counter
    OwnSealed,  ///< and its size: bounds of what waits to be said depend on it
    FromServer,
    ToServer,
    Plaintext,  ///< of something sealed: a presence, or a message between peers
};

}  // namespace parley::core::call_log
