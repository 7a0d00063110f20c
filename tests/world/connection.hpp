#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/input.hpp"
#include "core/output.hpp"
#include "tests/world/nature.hpp"

namespace parley::world {

class Network;

/// Of the certificate that the connections of a page go by, as in SDP.
std::string fingerprint_of(const std::string& page);

/// An RTCPeerConnection as W3C WebRTC describes it, without media: its signalling states with implicit rollback, its
/// chain of operations, ICE generations told apart by their user fragment, and one DTLS association for its life.
/// What becomes of its path is the network's. A TURN server's username is the time until which it is good.
class FakeConnection {
public:
    using Tell = std::function<void(core::Input)>;
    enum class Signalling { Stable, HaveLocalOffer, HaveRemoteOffer };

    FakeConnection(Network& network, std::string page, const core::output::CreateConnection& order, Tell tell);

    void adopt_transceivers();
    void set_local(core::OperationId operation);
    void set_remote(core::OperationId operation, protocol::DescriptionType type, const std::string& sdp);
    void restart_ice() { restart_wanted_ = true; }
    void use(const core::output::SetIceServers& order);
    void add_candidate(const protocol::Candidate& candidate);
    void send(const std::string& text);
    /// A piece of a file, over the channel that is kept for them.
    struct Piece {
        std::uint32_t file = 0;
        std::uint64_t from = 0;
        std::uint64_t size = 0;
        std::string source;  ///< what it is a piece of, as both pages could work it out from its bytes
    };
    /// False: nothing gets through now.
    bool send_piece(const Piece& piece);
    void close();

    [[nodiscard]] core::input::TransportState transport() const { return transport_; }
    [[nodiscard]] bool connected() const { return transport_ == core::input::TransportState::Connected; }
    /// Whether its page was told that it is connected.
    [[nodiscard]] bool believed() const { return believed_; }
    [[nodiscard]] bool closed() const { return closed_; }
    [[nodiscard]] Signalling signalling() const { return signalling_; }
    /// Whether what is sent arrives: both ends may still believe so when it does not, and the other way round.
    [[nodiscard]] bool carries() const { return carries_since_.has_value(); }
    /// Whether the path that was found last leads through a relay.
    [[nodiscard]] bool relayed() const { return relayed_; }
    /// Whether it answered first and has an offer of its own under way, which Chromium could not roll back without
    /// losing its pictures.
    [[nodiscard]] bool restarts_as_answerer() const {
        return !offered_first_ && (signalling_ == Signalling::HaveLocalOffer || chain_.busy(now()));
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& page() const { return page_; }
    /// Whether it has ever been allowed to look for direct paths: Chromium then keeps such a path through restarts.
    [[nodiscard]] bool shows_address() const { return shows_address_; }
    /// As many as if something arrived each millisecond in which it carried.
    [[nodiscard]] std::uint64_t received() const;
    [[nodiscard]] core::quality::Measurement measure() const;

    std::map<core::Slot, std::optional<core::TrackId>> outgoing;
    std::map<core::Slot, core::quality::Encoding> encodings;
    int offers = 0;
    int answers = 0;
    int pictures_refreshed = 0;
    int candidates_refused = 0;
    int operations_failed = 0;
    /// The next setRemoteDescription is refused.
    bool refuse_remote = false;
    /// What the page does with the pieces that come.
    std::function<void(const Piece&)> take_piece;
    /// One of its two people is leaving the call: it may be closed whatever it carries.
    bool farewell = false;

private:
    friend class Network;
    /// What a description says, in the words of this network.
    struct Description {
        std::string fragment;  ///< user fragment: names the ICE generation
        std::string name;      ///< of the connection, as a DTLS fingerprint would
    };

    void in_chain(std::function<void()> step);
    void run_local(core::OperationId operation);
    void run_remote(core::OperationId operation, protocol::DescriptionType type, const Description& description);
    [[nodiscard]] bool fails(core::OperationId operation);
    void gather(const std::string& fragment);
    [[nodiscard]] bool has_relay() const;
    void flush();
    void change(core::input::TransportState state);
    void tell(core::Input input);
    void deliver(const core::Input& input);
    [[nodiscard]] TimeMs now() const;

    Network& network_;
    std::string page_;
    std::string name_;
    core::ConnectionId id_;
    Tell tell_;
    Signalling signalling_ = Signalling::Stable;
    Queue chain_;
    Queue told_;
    Queue arriving_;
    bool channel_open_ = false;
    bool believed_ = false;
    std::vector<std::string> unsent_;  ///< waits in the channel until it gets through
    std::optional<TimeMs> carries_since_;
    TimeMs carried_ms_ = 0;  ///< before that
    bool closed_ = false;
    bool offered_first_ = false;
    bool has_transceivers_ = false;
    bool restart_wanted_ = false;
    std::string local_;                  ///< fragment of the generation that is agreed on, as the others below
    std::string pending_local_;          ///< of an offer that is not answered
    std::string given_up_;               ///< fragment of the generation that found or kept no path
    std::optional<Description> remote_;  ///< agreed on
    std::optional<Description> pending_remote_;
    std::string peer_;                  ///< the DTLS association, once made
    std::set<std::string> candidates_;  ///< remote ones
    bool shows_address_ = false;
    std::vector<protocol::IceServer> ice_servers_;
    int address_ = 0;         ///< of this end on the path that was found last
    std::string checked_;     ///< fragment of the generation that looks for a better one
    std::string path_local_;  ///< fragment of the generation that found it
    bool relayed_ = false;
    std::uint64_t transport_changes_ = 0;
    std::uint64_t losses_ = 0;
    core::input::TransportState transport_ = core::input::TransportState::New;
};

}  // namespace parley::world
