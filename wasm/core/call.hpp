#pragma once

#include <cstdint>
#include <deque>
#include <list>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/negotiation.hpp"
#include "core/outbox.hpp"
#include "core/people.hpp"
#include "core/sealing.hpp"
#include "core/signalling.hpp"
#include "core/time.hpp"
#include "core/view.hpp"
#include "protocol/messages.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {

/// One stay in one room, from `Join` to `Leave`: who is there, and a connection to each of them.
class Call {
public:
    struct Entry {
        PeerId own;
        protocol::Join join;  ///< its presence is filled in when it is sealed
        protocol::Presence presence;
        std::uint64_t seed = 0;
    };
    /// What the owner has to show or act on.
    struct Joined {};
    struct PersonCame {
        std::string name;
    };
    struct PersonWent {
        std::string name;
        PeerId peer;
    };
    struct Refused {
        std::uint16_t close_code = 0;
        std::optional<ErrorCode> error;
    };
    using Event = std::variant<Joined, PersonCame, PersonWent, Refused>;

    Call(Outbox& outbox, Numbers& numbers, TimeMs now, Entry entry);

    /// Tells everyone and closes everything. Nothing may be called afterwards.
    void leave();

    /// Both are cheap when nothing changed.
    void set_presence(TimeMs now, const protocol::Presence& presence);
    void set_tracks(const OutgoingTracks& tracks);

    void on_input(TimeMs now, const input::SocketOpened& opened);
    void on_input(TimeMs now, const input::SocketReceived& received);
    void on_input(TimeMs now, const input::SocketClosed& closed);
    void on_input(TimeMs now, const input::Sealed& sealed);
    void on_input(TimeMs now, const input::Opened& opened);
    void on_input(TimeMs now, const input::ChannelReceived& received);
    void on_input(TimeMs now, const input::Levels& levels);
    void on_input(TimeMs now, const input::VideoPlaying& playing);
    void on_input(TimeMs now, const input::NetworkChanged& changed);
    void on_input(TimeMs now, const input::TransportChanged& changed);
    /// What concerns one connection goes to its negotiation; what concerns none is late and dropped.
    template <class ConnectionInput>
    void on_connection(TimeMs now, const ConnectionInput& happened) {
        Person* person = people_.find(happened.connection);
        if (person == nullptr) return;
        person->negotiation.on_input(now, happened);
        settle(now);
    }

    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const;
    /// Call until there is none.
    std::optional<Event> take_event();

    /// Whether people are being connected right now, so that everything else had better wait.
    [[nodiscard]] bool connecting(TimeMs now) const;
    [[nodiscard]] ServerLink server() const { return signalling_.link(); }
    [[nodiscard]] const std::list<Person>& people() const { return people_.all(); }

private:
    // What the server said, in its order, with its sealed part opened.
    struct NewSession {};
    struct ListKnown {};
    struct PeerHere {
        enum class Found { InList, Announced } found = Found::InList;
        PeerId peer;
        bool away = false;
    };
    struct PeerSays {
        PeerId peer;
    };
    struct PeerShows {
        PeerId peer;
    };
    using Incoming = std::variant<NewSession, ListKnown, PeerHere, PeerSays, PeerShows, protocol::PeerLeft,
                                  protocol::PeerAway, protocol::PeerBack>;

    // What we say, in our order, once it is sealed.
    struct OwnPresence {};
    struct ToPeer {
        PeerId peer;
    };
    using Outgoing = std::variant<OwnPresence, ToPeer>;

    void on_server(const protocol::ServerMessage& message);
    void open(Incoming item, output::SealKind kind, const PeerId& from, const PeerId& to, const std::string& sealed);
    void seal(Outgoing item, output::SealKind kind, const PeerId& to, std::string plaintext);
    void process_incoming(TimeMs now);
    void process_outgoing(TimeMs now);
    void process(TimeMs now, const PeerHere& here, const std::string& presence);
    void add(TimeMs now, const PeerHere& here, protocol::Presence presence, Negotiation::Opening opening);
    void process(TimeMs now, const PeerShows& shows, const std::string& presence);
    void process(TimeMs now, const protocol::PeerLeft& left);
    void process(TimeMs now, const protocol::PeerBack& back);
    void process_message(TimeMs now, Person& person, const std::string& text);
    void show(TimeMs now, Person& person, protocol::Presence presence, Negotiation::Opening opening);
    void remove(PeerId peer);
    void remove_quiet(TimeMs now);
    void seal_presence_when_allowed(TimeMs now);
    /// What follows from the state after every input: who can be reached, what is to be said.
    void settle(TimeMs now);
    void set_standing(TimeMs now, Person& person, Person::Standing standing);

    Outbox& outbox_;
    Numbers& numbers_;
    Entry entry_;
    CallResources resources_;
    Signalling signalling_;
    People people_;
    InOrder<Incoming> incoming_;
    InOrder<Outgoing> outgoing_;
    std::deque<Event> events_;
    PeerId returning_;  ///< is back on the server and unknown to us; its presence follows
    bool started_ = false;
    bool presence_changed_ = false;
    bool list_known_ = false;
    TimeMs entered_at_ = 0;
    TimeMs presence_sealed_at_ = 0;
};

}  // namespace parley::core
