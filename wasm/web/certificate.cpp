#include "web/certificate.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "web/web_crypto.hpp"

namespace parley::web {

using emscripten::val;

namespace {

constexpr std::string_view hash_name = "sha-256";

val spelled(std::string hexadecimal) {
    std::ranges::transform(hexadecimal, hexadecimal.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'f' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    return val(std::string(hash_name) + ' ' + hexadecimal);
}

/// Of RTCCertificate.getFingerprints().
val find_fingerprint(const val& fingerprints) {
    for (int index = 0; index < fingerprints["length"].as<int>(); ++index) {
        const val fingerprint = fingerprints[index];
        if (fingerprint["algorithm"].as<std::string>() == hash_name) {
            return spelled(fingerprint["value"].as<std::string>());
        }
    }
    return val::null();
}

/// Of the SDP that an offer has under this certificate.
val read_fingerprint(std::string_view sdp) {
    const std::string label = "a=fingerprint:" + std::string(hash_name) + ' ';
    const auto found = sdp.find(label);
    if (found == std::string_view::npos) return val::null();
    const auto begin = found + label.size();
    return spelled(std::string(sdp.substr(begin, sdp.find_first_of("\r\n", begin) - begin)));
}

}  // namespace

val make_certificate() {
    return attempt(val::global("RTCPeerConnection").call<val>("generateCertificate", p256_keys("ECDSA")));
}

val fingerprint_of(val certificate) {
    if (!certificate["getFingerprints"].isUndefined()) {
        co_return find_fingerprint(certificate.call<val>("getFingerprints"));
    }
    // Firefox says it only in an offer. The connection that makes it goes nowhere.
    const val certificates = val::array();
    certificates.call<void>("push", certificate);
    val configuration = val::object();
    configuration.set("certificates", certificates);
    const val connection = val::global("RTCPeerConnection").new_(configuration);
    connection.call<val>("createDataChannel", val("fingerprint"));
    const val offer = co_await attempt(connection.call<val>("createOffer"));
    connection.call<void>("close");
    co_return offer.isNull() ? offer : read_fingerprint(offer["sdp"].as<std::string>());
}

}  // namespace parley::web
