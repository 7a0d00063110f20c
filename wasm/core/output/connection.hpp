#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/handles.hpp"
#include "core/quality/encoding.hpp"
#include "core/quality/policy.hpp"
#include "core/slot.hpp"
#include "protocol/messages.hpp"
#include "protocol/peer_messages.hpp"

/// What is asked of the connections to other people.
namespace parley::core::output {

/// Makes an RTCPeerConnection with its data channel. `Add` makes the transceivers of all slots, for who offers
/// first; who answers adopts those of the offer later (AdoptTransceivers).
struct CreateConnection {
    enum class Transceivers { Add, Adopt };
    /// RTCIceTransportPolicy (W3C WebRTC section 4.2.5).
    enum class Paths { All, RelayOnly };
    ConnectionId connection;
    Transceivers transceivers = Transceivers::Add;
    Paths paths = Paths::All;
    std::vector<protocol::IceServer> ice_servers;
    quality::CodecOrder codecs;
};

/// After the first remote offer: every transceiver sends and receives from now on.
struct AdoptTransceivers {
    ConnectionId connection;
    quality::CodecOrder codecs;
};
/// Answered by LocalDescriptionSet or OperationFailed. The browser makes the offer or answer that its state asks
/// for (W3C WebRTC section 4.4.2, setLocalDescription without a description).
struct SetLocalDescription {
    ConnectionId connection;
    OperationId operation;
};
/// Answered by RemoteDescriptionSet or OperationFailed. An offer rolls back an own one that is pending.
struct SetRemoteDescription {
    ConnectionId connection;
    OperationId operation;
    protocol::DescriptionType type = protocol::DescriptionType::Offer;
    std::string sdp;
};
/// For the next gathering of candidates, that of an ICE restart: newer credentials, other paths
/// (RTCPeerConnection.setConfiguration).
struct SetIceServers {
    ConnectionId connection;
    CreateConnection::Paths paths = CreateConnection::Paths::All;
    std::vector<protocol::IceServer> ice_servers;
};
/// The next offer restarts ICE.
struct RestartIce {
    ConnectionId connection;
};
/// Errors are of no interest: a bad candidate is one path less.
struct AddCandidate {
    ConnectionId connection;
    protocol::Candidate candidate;
};
/// Needs no negotiation (RTCRtpSender.replaceTrack). Nothing: the slot is silent or dark.
struct SetOutgoingTrack {
    ConnectionId connection;
    Slot slot = Slot::Microphone;
    std::optional<TrackId> track;
};
/// Every picture that is sent begins anew with its next frame, where the browser can be asked to: who lost what the
/// others build upon would wait for seconds (WebRTC Extensions, RTCEncodingOptions.keyFrame).
struct RefreshPictures {
    ConnectionId connection;
};
/// How the slot's picture is sent from now on; needs no negotiation (RTCRtpSender.setParameters).
struct SetEncoding {
    ConnectionId connection;
    Slot slot = Slot::Camera;
    quality::Encoding encoding;
};
/// How the microphone is sent from now on; the same.
struct SetSoundEncoding {
    ConnectionId connection;
    quality::SoundEncoding encoding;
};
/// How the connection is doing. Answered by Measured.
struct Measure {
    ConnectionId connection;
};
struct SendOnChannel {
    ConnectionId connection;
    std::string text;
};
/// Nothing more is heard of the connection afterwards.
struct CloseConnection {
    ConnectionId connection;
};

}  // namespace parley::core::output
