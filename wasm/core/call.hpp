#pragma once

#include <cstdint>
#include <deque>
#include <list>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/call_quality.hpp"
#include "core/files.hpp"
#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/negotiation.hpp"
#include "core/outbox.hpp"
#include "core/people.hpp"
#include "core/room_memory.hpp"
#include "core/sealing.hpp"
#include "core/signalling.hpp"
#include "core/signals.hpp"
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
        output::CreateConnection::Paths paths = output::CreateConnection::Paths::All;
    };
    /// What decides how the own pictures and sound are sent.
    struct Media {
        quality::Scene::Voice voice = quality::Scene::Voice::Silent;
        quality::Saver saver = quality::Saver::Off;
        quality::Sound sound = quality::Sound::Speech;
        quality::Scene::Microphone microphone = quality::Scene::Microphone::Live;
        std::uint16_t camera_lines = 720;  ///< px, the shorter side of what the camera gives
        std::uint16_t screen_lines = 0;    ///< px, the height of what is shared; 0: nothing is
        quality::Scene::ScreenSound screen_sound = quality::Scene::ScreenSound::None;
        quality::Equipment equipment;
        friend bool operator==(const Media&, const Media&) = default;
    };
    /// What the owner has to show or act on.
    struct Joined {
        std::string grant;
    };
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
    struct PersonPresents {
        std::string name;
    };
    struct HandRaised {
        std::string name;
    };
    using Event = std::variant<Joined, PersonCame, PersonWent, Refused, PersonPresents, HandRaised>;

    Call(Outbox& outbox, Numbers& numbers, RoomMemory& memory, TimeMs now, Entry entry);

    /// Says goodbye to everyone and shows nobody any more. What was said before and the goodbye still go out: keep
    /// ticking and passing on `Sealed` until it is over.
    void leave(TimeMs now);
    [[nodiscard]] bool over() const { return stage_ == Stage::Over; }
    /// Closes everything at once, without a goodbye.
    void abandon();

    /// All three are cheap when nothing changed.
    void set_presence(TimeMs now, const protocol::Presence& presence);
    void set_tracks(const OutgoingTracks& tracks);
    void set_media(TimeMs now, Media media);
    /// For new connections, and for those that there are: they restart ICE (RFC 8445 section 9) when it is a change.
    void allow_paths(TimeMs now, output::CreateConnection::Paths paths);
    /// To everyone, now and later. False: too much waits to be sent.
    bool write_chat(TimeMs now, protocol::Chat chat);
    /// To everyone who is connected.
    void react(TimeMs now, protocol::ReactionKind kind);
    enum class Asked { Yes, AlreadyBefore, NoWay };
    Asked ask_to_mute(TimeMs now, const PeerId& peer);
    void end_mute_request() { signals_.end_request(); }

    /// To that one person, who must be there. False: too much waits for them.
    bool write_private(TimeMs now, const PeerId& to, protocol::PrivateChat chat);
    /// To everyone who is there, or to one. False: nobody is, or too much is under way.
    bool offer_file(TimeMs now, const input::FilesChosen::File& file, const std::optional<PeerId>& to,
                    std::int64_t at_ms);
    /// What the person decides about a file; whoever changes something here settles it.
    [[nodiscard]] Files& files() { return files_; }
    void settle_files(TimeMs now) { settle(now); }

    /// Before anything else is told at `now`: makes up for time in which nothing could be done.
    void note_time(TimeMs now);
    void on_input(TimeMs now, const input::SocketOpened& opened);
    void on_input(TimeMs now, const input::SocketReceived& received);
    void on_input(TimeMs now, const input::SocketClosed& closed);
    void on_input(TimeMs now, const input::Sealed& sealed);
    void on_input(TimeMs now, const input::Opened& opened);
    void on_input(TimeMs now, const input::IdentityVerified& verified);
    void on_input(TimeMs now, const input::ChannelOpened& opened);
    void on_input(TimeMs now, const input::ChannelReceived& received);
    void on_input(TimeMs now, const input::Levels& levels);
    void on_input(TimeMs now, const input::VideoPlaying& playing);
    void on_input(TimeMs now, const input::NetworkChanged& changed);
    void on_input(TimeMs now, const input::Measured& measured);
    void on_input(TimeMs now, const input::PicturesShown& shown);
    void on_input(TimeMs now, const input::TransportChanged& changed);
    template <class FileInput>
        requires requires(Files files, TimeMs now, const FileInput& happened) { files.on_input(now, happened); }
    void on_input(TimeMs now, const FileInput& happened) {
        files_.on_input(now, happened);
        settle(now);
    }
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
    [[nodiscard]] const CallQuality& quality() const { return quality_; }
    [[nodiscard]] const Signals& signals() const { return signals_; }
    /// As the server says.
    [[nodiscard]] protocol::Role own_role() const { return own_role_; }
    /// The number of a hand that is raised after all those that are.
    [[nodiscard]] std::uint32_t next_hand() const;

private:
    enum class Stage { In, Leaving, Over };

    // What the server or a peer said, in its order, with its sealed part opened.
    struct Stamp {
        RunId run;
        std::uint64_t counter = 0;
    };
    struct NewSession {};
    struct ListKnown {};  ///< and what was kept
    struct PeerHere {
        enum class Found { InList, Announced } found = Found::InList;
        PeerId peer;
        bool away = false;
        protocol::Role role = protocol::Role::Participant;
        Stamp stamp{};
        protocol::Presence presence{};
    };
    struct PeerShows {
        enum class Source { Server, Peer } source = Source::Server;
        PeerId peer;
        Stamp stamp{};
        protocol::Presence presence{};
    };
    struct PeerSays {
        enum class Source { Server, Channel } source = Source::Server;
        PeerId peer;
        Stamp stamp{};
        protocol::PeerMessage message{};
    };
    struct PeerWrites {
        enum class Source { Peer, Kept } source = Source::Peer;
        PeerId peer;
        Stamp stamp{};
        protocol::Chat chat{};
    };
    using Incoming = std::variant<NewSession, ListKnown, PeerHere, PeerShows, PeerSays, PeerWrites, protocol::PeerLeft,
                                  protocol::PeerAway, protocol::PeerBack, protocol::RoleChanged>;

    // What we say, in our order, once it is sealed.
    struct OwnPresence {};
    struct ToPeer {
        enum class Way { ServerFirst, ChannelFirst, ChannelOnly } way = Way::ServerFirst;
        PeerId peer;
        Chat::Range carries{};  ///< the own chat messages that the peer has with it
    };
    struct ToEveryone {};
    struct Outgoing {
        std::variant<OwnPresence, ToPeer, ToEveryone> what;
        output::Seal order;
        int attempts = 1;
        std::string sealed{};
    };

    void on_server(const protocol::ServerMessage& message);
    void on_overflow(TimeMs now);
    template <class Item>
    void open(Item item, protocol::SealKind kind, const PeerId& to, const std::string& sealed);
    // What was opened is read into the item that waited for it; the next question, if there is one, is asked here.
    enum class Reading { Done, Asked, Refused };
    template <class Shown>
    Reading read_presence(SealId question, Shown& shown, const std::string& text);
    Reading read(SealId question, PeerHere& here, const std::string& text);
    Reading read(SealId question, PeerShows& shows, const std::string& text);
    Reading read(SealId question, PeerSays& says, const std::string& text);
    Reading read(SealId question, PeerWrites& writes, const std::string& text);
    template <class Other>
    Reading read(SealId question, Other& other, const std::string& text);

    void process_incoming(TimeMs now);
    void process(TimeMs now, const NewSession& session);
    void process(TimeMs now, const ListKnown& known);
    /// Whether it is news.
    bool accept_presence(const PeerId& peer, const Stamp& stamp);
    void process(TimeMs now, PeerHere& here);
    void process(TimeMs now, PeerShows& shows);
    void process(TimeMs now, const PeerSays& says);
    void process(TimeMs now, const PeerWrites& writes);
    void process(TimeMs now, const protocol::PeerLeft& left);
    void process(TimeMs now, const protocol::PeerAway& away);
    void process(TimeMs now, const protocol::PeerBack& back);
    void process(TimeMs now, const protocol::RoleChanged& changed);
    /// What came with a message of a peer.
    struct Heard {
        TimeMs now;
        Person& person;
        const PeerSays& says;
    };
    static void on_message(const Heard& heard, const protocol::Description& said);
    void on_message(const Heard& heard, const protocol::Candidates& said);
    void on_message(const Heard& heard, const protocol::Have& said);
    void on_message(const Heard& heard, const protocol::Again& said);
    void on_message(const Heard& heard, const protocol::Gone& said);
    void on_message(const Heard& heard, const protocol::PresenceCopy& said);
    void on_message(const Heard& heard, const protocol::PicturesWanted& said);
    static void on_message(const Heard& heard, const protocol::PictureSent& said);
    void on_message(const Heard& heard, const protocol::Bye& said);
    void on_message(const Heard& heard, const protocol::Chat& said);
    void on_message(const Heard& heard, const protocol::Reaction& said);
    void on_message(const Heard& heard, const protocol::MuteRequest& said);
    void on_message(const Heard& heard, const protocol::Letter& said);
    void on_message(const Heard& heard, const protocol::Receipt& said);
    void read_letter(const Person& from, const protocol::LetterContent& content);
    void add(TimeMs now, const PeerId& peer, PeerHere::Found found, bool away, protocol::Presence presence);
    void show(TimeMs now, Person& person, protocol::Presence presence, Negotiation::Opening opening);
    void come_back(TimeMs now, Person& person);
    void remove(PeerId peer);
    void remove_quiet(TimeMs now);

    /// The counter that it is sealed under. Nothing: too much waits already.
    std::optional<std::uint64_t> seal(decltype(Outgoing::what) what, protocol::SealKind kind, const PeerId& to,
                                      std::string plaintext, output::Packing packing = output::Packing::Plain);
    void seal_as(std::uint64_t counter, decltype(Outgoing::what) what, const protocol::SealContext& context,
                 std::string plaintext, output::Packing packing = output::Packing::Plain);
    void seal_what_was_written_before();
    bool say(const Person& person, ToPeer::Way way, protocol::PeerMessage message, Chat::Range carries = {});
    void seal_presence();
    void seal_presence_when_allowed(TimeMs now);
    void process_outgoing(TimeMs now);
    void dispatch(TimeMs now, const OwnPresence& what, const Outgoing& ready);
    void dispatch(TimeMs now, const ToPeer& what, const Outgoing& ready);
    void dispatch(TimeMs now, const ToEveryone& what, const Outgoing& ready);
    [[nodiscard]] bool askable(const Person& person) const;
    void say_letters(TimeMs now, Person& person);
    /// Their page is another one now, which knows nothing of what the last one was in the middle of.
    void note_new_page(const PeerId& peer);
    /// They are gone for good.
    void give_up_letters(const PeerId& peer);
    void end_letters();
    void ask_what_was_missed(TimeMs now, Person& person);

    /// What follows from the state after every input: who can be reached, what is to be said.
    void settle(TimeMs now);
    /// Whether the server passes on what is said to them, as far as it knows.
    [[nodiscard]] bool served(const Person& person) const;
    [[nodiscard]] Person::Carrier carrier_to(const Person& person) const;
    void settle_carrier(TimeMs now, Person& person);
    void look_around(TimeMs now);
    void settle_chat();
    void settle_quality(TimeMs now);
    void settle_signals(TimeMs now);
    void note_server_loss(TimeMs now);
    void settle_farewell(TimeMs now);
    void set_standing(TimeMs now, Person& person, Person::Standing standing);
    /// Shows and plays the screens that people present, and no others.
    void settle_screen(Person& person);
    void detach(const Person& person);

    Outbox& outbox_;
    Numbers& numbers_;
    RoomMemory& memory_;
    Entry entry_;
    CallResources resources_;
    Signalling signalling_;
    People people_;
    CallQuality quality_;
    Signals signals_;
    protocol::Role own_role_ = protocol::Role::Participant;
    Files files_;
    Media media_;
    InOrder<Incoming> incoming_;
    InOrder<Outgoing> outgoing_;
    std::deque<Event> events_;
    std::deque<std::pair<Signalling::Ticket, Chat::Range>> undelivered_;  ///< own chat and the ticket it went on
    Stage stage_ = Stage::In;
    std::optional<TimeMs> close_at_;  ///< while leaving
    bool goodbyes_said_ = false;
    bool started_ = false;
    bool presence_changed_ = false;
    std::uint64_t presence_counter_ = 0;  ///< of the last one that was sealed
    std::string own_presence_;            ///< sealed; the last one that is
    bool list_known_ = false;             ///< and what the server kept: all of it was opened and acted on
    bool server_was_there_ = false;
    TimeMs entered_at_ = 0;
    TimeMs last_at_ = 0;     ///< when anything was told last
    bool look_due_ = false;  ///< after a sleep
    TimeMs presence_sealed_at_ = 0;
};

}  // namespace parley::core
