#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/sealing/reference.hpp"

/// Streams and claims as the vectors and the tool write them.
namespace parley::reference {

inline Stream stream_in(const nlohmann::json& json) {
    return {.key = json.at("key"),
            .room = json.at("room"),
            .kind = json.at("kind"),
            .from = json.at("from"),
            .to = json.at("to"),
            .run = json.at("run")};
}

/// Text, since a number of JavaScript is too small for it.
inline std::uint64_t counter_in(const nlohmann::json& json) {
    return std::stoull(json.at("counter").get<std::string>());
}

inline Packing packing_in(const nlohmann::json& json) {
    return json.at("packed") == "deflated" ? Packing::Deflated : Packing::Plain;
}

inline Claim claim_in(const nlohmann::json& json) {
    const auto& identity = json.at("identity");
    return {.peer = json.at("peer"),
            .run = json.at("run"),
            .sign = identity.at("sign"),
            .secret_hash = identity.at("secret_hash"),
            .certificate_fingerprint = identity.at("certificate_fingerprint"),
            .signature = identity.at("signature")};
}

}  // namespace parley::reference
