#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "auth/ice.hpp"
#include "relay/trial.hpp"
#include "relay/url.hpp"

namespace parley::relay {

/// Tries a relay out as a page would, over the transport that its address names. Ends in time, but for looking up a
/// name, which takes as long as the system lets it. The certificate must be one that the system trusts.
boost::asio::awaitable<Verdict> probe(Url url, auth::RelayCredential credential, std::chrono::milliseconds patience);

}  // namespace parley::relay
