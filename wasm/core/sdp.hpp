#pragma once

#include <string_view>

namespace parley::core {

/// Whether a session description (RFC 8866) names `fingerprint` (RFC 8122 section 5: `sha-256 AB:CD:...`) as its
/// certificate's, at least once, and no other.
bool names_only_fingerprint(std::string_view sdp, std::string_view fingerprint);

}  // namespace parley::core
