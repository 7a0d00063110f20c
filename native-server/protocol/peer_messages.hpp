#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/ids.hpp"
#include "protocol/letters.hpp"
#include "protocol/result.hpp"

/// What peers say to each other inside sealed strings. The server never sees these.
namespace parley::protocol {

/// One RTCPeerConnection of a pair as both sides name it: made by the side that offers it first.
using ConnectionName = Id<struct ConnectionNameTag>;

/// What proves that a presence comes from the peer whose id it goes under, and to which certificate (DTLS) its
/// connections belong.
struct Identity {
    std::string sign;                     ///< as in Join; the id commits to it
    std::string secret_hash;              ///< base64url of SHA-256 of the secret, which the id commits to as well
    std::string certificate_fingerprint;  ///< as in SDP (RFC 8122 section 5): `sha-256 AB:CD:...`
    std::string signature;                ///< ECDSA P-256 with SHA-256 over `identity_statement`, base64url of r || s
    friend bool operator==(const Identity&, const Identity&) = default;
};

/// What everyone in the room sees of a person.
struct Presence {
    RunId run;
    Identity identity;
    std::string name;
    bool microphone = false;
    bool camera = false;
    bool screen = false;  ///< presents one, a window or a tab
    /// 0: the hand is down. Else one more than the highest that the person saw when they raised it, so that hands have
    /// an order that no clock decides; equal ones, raised at the same time, go by peer id. At most `limits::hand_max`.
    std::uint32_t hand = 0;
    bool recording = false;  ///< they keep what is seen and said
    friend bool operator==(const Presence&, const Presence&) = default;
};

/// The bytes that `signature` is over.
std::string identity_statement(const RunId& run, const Identity& identity);

enum class DescriptionType { Offer, Answer };

/// An offer or answer (RFC 8829). An answer repeats connection, epoch and id of its offer.
struct Description {
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
    ConnectionName connection;
    std::uint32_t epoch = 0;
    std::vector<Candidate> list;
    bool end = false;
};

/// To everyone, in the order of its counters. At most `limits::chat_text_max` bytes of UTF-8.
struct Chat {
    std::string name;  ///< of who wrote it, for those who come when they have gone
    std::string text;
    std::int64_t at_ms = 0;  ///< since the Unix epoch, by the sender's clock
};

/// How much of the receiver's messages to everyone the sender has without a gap: the counter of the last one.
struct Have {
    std::uint64_t counter = 0;
};
/// Messages to everyone that the receiver lacks, as they were sealed, in their order.
struct Again {
    std::vector<std::string> sealed;
};
/// Up to this counter the sender's messages to everyone are not held any more.
struct Gone {
    std::uint64_t counter = 0;
};

/// The sender's presence as it was sealed for everyone, when the server can't pass it on to the receiver.
struct PresenceCopy {
    std::string sealed;
};

/// What the sender shows of the receiver's pictures, so that the receiver need not send more (wire: `view`).
struct PicturesWanted {
    std::uint16_t camera_height = 0;  ///< device pixels; 0: it is not shown
    std::uint16_t screen_height = 0;
    friend bool operator==(const PicturesWanted&, const PicturesWanted&) = default;
};
/// How the sender's pictures come to the receiver, which can't see why (wire: `sending`).
struct PictureSent {
    enum class Camera : std::uint8_t {
        Sent,
        Paused,  ///< nothing is sent although the camera is on: the line carries no more than sound
    };
    /// The same of a screen that is presented.
    enum class Screen : std::uint8_t { Sent, Paused };
    /// What holds it back.
    enum class Limit : std::uint8_t { None, Line, Processor };
    Camera camera = Camera::Sent;
    Limit limit = Limit::None;
    Screen screen = Screen::Sent;
    friend bool operator==(const PictureSent&, const PictureSent&) = default;
};

/// The sender leaves the call for good. Who comes back at once shows a later presence, so that a goodbye that was slow
/// takes nobody away again.
struct Bye {
    std::uint64_t presence = 0;  ///< the counter of the sender's last one
};

/// What somebody shows for a moment without saying a word.
enum class ReactionKind : std::uint8_t { ThumbsUp, Heart, Clapping, Laughing, Party, Surprised, Sad, Thinking, Count };
/// The same again within a moment is one message with a higher count.
struct Reaction {
    ReactionKind kind = ReactionKind::ThumbsUp;
    std::uint32_t count = 1;  ///< 1 to `limits::reaction_count_max`
    friend bool operator==(const Reaction&, const Reaction&) = default;
};
/// The sender asks the receiver to mute the microphone. Nobody is muted by it (wire: `mute-request`).
struct MuteRequest {};

using PeerMessage = std::variant<Description, Candidates, Chat, Have, Again, Gone, PresenceCopy, PicturesWanted,
                                 PictureSent, Bye, Reaction, MuteRequest, Letter, Receipt>;

/// A message with the run of its only receiver, which refuses it under another run. Empty: it is for everyone.
struct Addressed {
    RunId to_run;
    PeerMessage message;
};

std::string encode(const Presence& presence);
Result<Presence, DecodeError> decode_presence(std::string_view text);

std::string encode(const Addressed& addressed);
Result<Addressed, DecodeError> decode_peer(std::string_view text);

}  // namespace parley::protocol
