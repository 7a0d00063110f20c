#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/ids.hpp"
#include "protocol/result.hpp"

/// What peers say to each other inside sealed strings and over their data channel. The server never sees these.
namespace parley::protocol {

/// One RTCPeerConnection of a pair as both sides name it: made by the side that offers it first.
using ConnectionName = Id<struct ConnectionNameTag>;

/// What everyone in the room sees of a person.
struct Presence {
    RunId run;
    std::string name;
    bool microphone = false;
    bool camera = false;
    friend bool operator==(const Presence&, const Presence&) = default;
};

enum class DescriptionType { Offer, Answer };

/// An offer or answer (RFC 8829). An answer repeats connection, epoch and id of its offer.
struct Description {
    RunId to_run;  ///< the receiver's: another run is not meant
    DescriptionType type = DescriptionType::Offer;
    ConnectionName connection;
    std::uint32_t epoch = 0;  ///< rises with each ICE restart (RFC 8445 section 9) of the connection
    std::uint32_t id = 0;     ///< rises with each offer of its sender
    std::string sdp;
};

/// RTCIceCandidateInit (W3C WebRTC section 4.8.1.1).
struct Candidate {
    std::string candidate;
    std::string mid;
    std::uint16_t line = 0;
    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// Trickled candidates (RFC 8838); `end` says that this epoch has no more.
struct Candidates {
    RunId to_run;
    ConnectionName connection;
    std::uint32_t epoch = 0;
    std::vector<Candidate> list;
    bool end = false;
};

/// The sender leaves the call for good.
struct Bye {};

using PeerMessage = std::variant<Description, Candidates, Bye>;

std::string encode(const Presence& presence);
Result<Presence, DecodeError> decode_presence(std::string_view text);

std::string encode(const PeerMessage& message);
Result<PeerMessage, DecodeError> decode_peer(std::string_view text);

}  // namespace parley::protocol
