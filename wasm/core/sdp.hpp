#pragma once

#include <string>
#include <string_view>

namespace parley::core {

/// Whether a session description (RFC 8866) names `fingerprint` (RFC 8122 section 5: `sha-256 AB:CD:...`) as its
/// certificate's, at least once, and no other.
bool names_only_fingerprint(std::string_view sdp, std::string_view fingerprint);

/// Parameters of Opus (RFC 7587 section 6.1, as in `usedtx=1;stereo=1`), for each line that has sound.
struct OpusParameters {
    std::string_view microphone;
    std::string_view screen;
};
/// The description with `parameters` among those that it gives for Opus, in place of what it says of the same ones;
/// unchanged where it has no Opus. They are wishes of whoever receives, and browsers have no other way to be told them.
std::string with_opus_parameters(std::string_view sdp, const OpusParameters& parameters);

}  // namespace parley::core
