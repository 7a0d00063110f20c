#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/candidate_batch.hpp"
#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/paused_clock.hpp"
#include "core/time.hpp"
#include "core/view/people.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {

/// The local track that each slot sends now.
using OutgoingTracks = std::array<std::optional<TrackId>, slot_count>;

/// What all pairs of a call share.
struct CallResources {
    Outbox& outbox;
    Numbers& numbers;
    OutgoingTracks tracks{};
    std::vector<protocol::IceServer> ice_servers{};
    quality::CodecOrder codecs{};                   ///< of connections that are made from now on
    quality::Sound sound = quality::Sound::Speech;  ///< both channels of music come with the next description
    RunId own_run{};
    output::CreateConnection::Paths allowed_paths = output::CreateConnection::Paths::All;  ///< by the person

    /// Whether there is a relay (TURN, RFC 8656) to go through.
    [[nodiscard]] bool has_relay() const;
};

/// One pair's offer/answer: perfect negotiation (W3C WebRTC section 10.7) with fixed media lines, over connections
/// that are replaced when they can't be mended. Messages to the peer are taken with `take_message`.
class Negotiation {
public:
    /// On a collision the polite side gives way.
    enum class Manners { Polite, Impolite };
    /// The newcomer offers; who was found waits for that.
    enum class Opening { Offer, Await };

    Negotiation(CallResources& call, PeerId peer, RunId peer_run, Manners manners);

    void start(TimeMs now, Opening opening);
    /// The peer's page was loaded anew: nothing of the old connection can go on.
    void restart_with(TimeMs now, RunId peer_run, Opening opening);
    void close();

    /// Whether a message can reach the peer now, and whether another connection could be made with it. While none
    /// can, deadlines stand still: giving a connection up is of no use before the next one can be offered.
    enum class Reach { Cut, ThroughChannel, Open };
    void set_reach(TimeMs now, Reach reach);
    /// The clock went on while nothing could happen here, as on a machine that slept or in a tab that is hidden: what
    /// was due first is due now, and everything else keeps its distance from it.
    void catch_up(TimeMs now);
    /// Some of what was said may never have reached the peer: says again what it may still wait for.
    void say_again(TimeMs now);

    /// `counter` is the seal's: it rises with everything that the peer says.
    void on_message(TimeMs now, const protocol::Description& description, std::uint64_t counter);
    void on_message(const protocol::Candidates& candidates);
    void on_input(TimeMs now, const input::LocalDescriptionSet& set);
    void on_input(TimeMs now, const input::RemoteDescriptionSet& set);
    void on_input(TimeMs now, const input::OperationFailed& failed);
    void on_input(TimeMs now, const input::LocalCandidate& candidate);
    void on_input(TimeMs now, const input::LocalCandidatesEnded& ended);
    void on_input(TimeMs now, const input::TransportChanged& changed);
    void on_input(TimeMs now, const input::ChannelOpened& opened);
    void on_input(TimeMs now, const input::Measured& measured);
    /// Something happened that may have cut the path to the peer too: if nothing arrives for a while, it has.
    void suspect(TimeMs now);
    /// Other paths may work now: a relay need not be the only one.
    void on_network_changed(TimeMs now);
    /// `CallResources::allowed_paths` is another one: paths are looked for anew, over which ever is in use now.
    void on_allowed_paths_changed(TimeMs now);

    /// Sends the slot's current track from now on; needs no negotiation.
    void track_changed(Slot slot);
    /// How the slot's picture is sent from now on, on this connection and those after it. Cheap when nothing changed.
    void set_encoding(Slot slot, const quality::Encoding& encoding);
    /// The same for the microphone.
    void set_sound_encoding(const quality::SoundEncoding& encoding);
    /// Asks how the connection is doing, if it carries anything.
    void measure();
    /// Lost when the connection is lost before it arrives; see `channel_ready`.
    void send_on_channel(std::string text);
    [[nodiscard]] bool channel_ready() const { return connected() && connection_->channel_open; }
    /// Whether since the last time a channel was given up that may have held messages of the peer.
    bool take_channel_loss() { return std::exchange(channel_lost_, false); }

    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const;
    /// The next message to be sealed for the peer; call until there is none.
    std::optional<protocol::PeerMessage> take_message();

    [[nodiscard]] bool owns(ConnectionId connection) const { return connection_ && connection_->handle == connection; }
    [[nodiscard]] std::optional<ConnectionId> connection() const {
        return connection_ ? std::optional(connection_->handle) : std::nullopt;
    }
    /// The connection whose pictures are shown and played; nothing before its media lines are known.
    [[nodiscard]] std::optional<ConnectionId> shown_connection() const {
        return connection_ && connection_->adopted ? std::optional(connection_->handle) : std::nullopt;
    }
    [[nodiscard]] PairState state() const;
    /// Since when the connection carries nothing; nothing while it is connected.
    [[nodiscard]] std::optional<TimeMs> quiet_since() const { return quiet_since_; }
    [[nodiscard]] const RunId& peer_run() const { return peer_run_; }
    /// One line for the debug overlay.
    [[nodiscard]] std::string summary() const;

private:
    /// Where the connection stands between two descriptions.
    enum class Step {
        Stable,
        MakingOffer,
        AwaitingAnswer,
        ApplyingAnswer,
        ApplyingOffer,
        MakingAnswer,
        Broken,  ///< a description was refused; a new connection takes over soon
    };
    enum class Timer {
        AwaitOffer,  ///< when to offer although it was the newcomer's turn
        Restart,     ///< when to restart ICE
        Unresolved,  ///< when to give this connection up for a new one
        Stall,       ///< when to look whether anything arrived since a sign of trouble
        Reroute,     ///< when to look for another path although one is there
        Count
    };
    /// Whether the path of a connection that says that it is connected still carries anything.
    enum class Doubt { None, StragglersMayCome, NothingMayCome };
    static constexpr std::uint32_t first_epoch = 1;
    struct Connection {
        ConnectionId handle;
        protocol::ConnectionName name;
        std::uint32_t epoch = first_epoch;
        Step step = Step::Stable;
        bool adopted = false;    ///< its transceivers exist
        bool made_here = false;  ///< by an offer of this side
        bool was_connected = false;
        bool channel_open = false;
        bool remote_set = false;                        ///< the remote description of this epoch is applied
        OperationId operation;                          ///< the one that is awaited
        std::uint32_t offer_id = 0;                     ///< of the latest offer that stood, whoever made it
        std::optional<protocol::Description> said;      ///< the latest, whichever it is
        std::optional<protocol::Description> answered;  ///< the latest answer
        CandidateBatch outgoing;
        std::vector<protocol::Candidate> incoming;  ///< wait for the remote description
        input::TransportState transport = input::TransportState::New;
        /// What the person allowed when paths were last looked for.
        output::CreateConnection::Paths allowed_paths = output::CreateConnection::Paths::All;
        bool shows_address = false;  ///< it has looked for direct paths at some time
        Doubt doubt = Doubt::None;
        std::uint64_t received_in_doubt = 0;  ///< bytes, when nothing more was under way on a path that is gone
    };

    void open_connection(TimeMs now, protocol::ConnectionName name,
                         output::CreateConnection::Transceivers transceivers);
    void offer_new_connection(TimeMs now);
    void make_offer(TimeMs now);
    void restart_ice(TimeMs now);
    void on_timer(TimeMs now, Timer timer);
    void on_unresolved(TimeMs now);
    void on_offer(TimeMs now, const protocol::Description& offer);
    void answer_again(const protocol::Description& offer);
    void on_answer(const protocol::Description& answer, std::uint64_t counter);
    void apply(const protocol::Description& description, Step step);
    void adopt();
    void settle(TimeMs now);
    void look_for_direct_path();
    output::CreateConnection::Paths choose_paths(TimeMs now);
    void reroute(TimeMs now);
    [[nodiscard]] bool must_hide_address() const;
    [[nodiscard]] TimeMs polite_pause_ms() const;
    void refresh_pictures();
    void weigh_doubt(TimeMs now, std::uint64_t received);
    void use_ice_servers(TimeMs now);
    void expect_progress(TimeMs now);
    [[nodiscard]] output::CreateConnection::Paths paths(TimeMs now);
    void flush_incoming();
    void send_candidates(TimeMs now);
    void set_track(Slot slot);
    void say_encoding(Slot slot);
    void say_sound_encoding();
    [[nodiscard]] bool offering() const;
    [[nodiscard]] bool connected() const;
    [[nodiscard]] bool must_not_roll_back() const;
    [[nodiscard]] bool stands_against(const protocol::Description& offer) const;

    CallResources& call_;
    PeerId peer_;
    RunId peer_run_;
    Manners manners_;
    std::optional<Connection> connection_;
    PausedClock clock_;  ///< of the timers and the candidates
    TimerTable<Timer> timers_;
    std::uint32_t last_remote_offer_ = 0;
    std::uint64_t answered_at_ = 0;  ///< counter of the latest answer that was taken
    int failed_connections_ = 0;
    std::optional<TimeMs> relay_only_until_;  ///< of this pair's clock
    Reach reach_ = Reach::Open;
    bool own_network_changed_ = false;
    bool direct_wanted_ = false;  ///< a path around the relay may have come to be
    bool was_connected_ = false;
    bool channel_lost_ = false;
    std::optional<TimeMs> quiet_since_;
    std::deque<protocol::PeerMessage> messages_;
    std::array<std::optional<quality::Encoding>, slot_count> encodings_{};  ///< of the slots that send pictures
    quality::SoundEncoding sound_encoding_;
};

}  // namespace parley::core
