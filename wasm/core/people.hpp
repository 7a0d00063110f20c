#pragma once

#include <list>
#include <optional>
#include <string>

#include "core/negotiation.hpp"
#include "core/quality/history.hpp"
#include "core/speaking.hpp"
#include "core/time.hpp"
#include "core/view/people.hpp"
#include "protocol/messages.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {

/// One other person in the call: what they say of themselves, and the connection to them.
struct Person {
    /// Whether the server still knows the peer. One that is not present keeps its connection and its tile for as
    /// long as the connection carries something.
    enum class Standing {
        Present,
        Away,    ///< its socket is down
        Absent,  ///< a new session of ours did not list it
        Lost,    ///< the server gave it up
    };

    /// How the connection is doing, and what was said of pictures.
    struct Quality {
        quality::History history;
        ConnectionId connection;  ///< the one that is followed
        bool measuring = false;   ///< it was asked and has not answered yet
        protocol::PictureSent theirs;
        std::optional<protocol::PictureSent> said_sent = protocol::PictureSent();  ///< as they know it, if they do
        std::optional<protocol::PicturesWanted> said_wanted;
        std::optional<TimeMs> said_at;
        quality::Cause cause = quality::Cause::None;
    };

    /// What a message to the peer goes through.
    enum class Carrier { None, Channel, Server };

    PeerId peer;
    protocol::Presence presence;
    Standing standing = Standing::Present;
    TimeMs standing_since = 0;
    TimeMs came_at = 0;
    Negotiation negotiation;
    Speaking speaking;
    bool picture_arrived = false;
    std::optional<ConnectionId> screen_attached{};  ///< whose screen line is shown and played
    bool screen_arrived = false;                    ///< its first picture
    bool have_due = false;                          ///< something of theirs may have been missed: they are to be asked
    TimeMs asked_at = 0;                            ///< when they were asked last
    Carrier carrier = Carrier::None;
    bool lost_server = false;  ///< as they said themselves; the server may not know it yet
    Quality quality{};
    protocol::Role role = protocol::Role::Participant;  ///< as the server says

    /// When to let go of a person who is absent or lost and whose connection carries nothing.
    [[nodiscard]] std::optional<TimeMs> removal_at() const;
    [[nodiscard]] ParticipantView view() const;
    /// Whether this person is new and not yet seen and heard: then that goes before drawing.
    [[nodiscard]] bool arriving(TimeMs now) const;
};

/// The others in the order of their arrival; at most `bounds::people_max`.
class People {
public:
    [[nodiscard]] Person* find(const PeerId& peer);
    [[nodiscard]] Person* find(ConnectionId connection);
    /// Nothing when the call is full.
    Person* add(Person person);
    void remove(const PeerId& peer);

    [[nodiscard]] std::list<Person>& all() { return people_; }
    [[nodiscard]] const std::list<Person>& all() const { return people_; }
    void clear() { people_.clear(); }

    /// Of everything but removals, which wait for the server's word.
    [[nodiscard]] std::optional<TimeMs> deadline() const;
    [[nodiscard]] std::optional<TimeMs> first_removal_at() const;

private:
    std::list<Person> people_;
};

}  // namespace parley::core
