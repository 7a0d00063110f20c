#pragma once

#include <string>
#include <string_view>

namespace parley::core {

/// Whether a session description (RFC 8866) names `fingerprint` (RFC 8122 section 5: `sha-256 AB:CD:...`) as its
/// certificate's, at least once, and no other.
bool names_only_fingerprint(std::string_view sdp, std::string_view fingerprint);

/// The description with `parameters` (RFC 7587 section 6.1, as in `usedtx=1;stereo=1`) among those that it gives for
/// Opus, in place of what it says of the same ones; unchanged where it has no Opus. They are wishes of whoever
/// receives, and browsers have no other way to be told them.
std::string with_opus_parameters(std::string_view sdp, std::string_view parameters);

}  // namespace parley::core
