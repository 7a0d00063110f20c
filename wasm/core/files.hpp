#pragma once

#include <cstdint>
#include <deque>
#include <list>
#include <optional>
#include <string>
#include <vector>

#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/people.hpp"
#include "core/room_memory.hpp"
#include "core/time.hpp"
#include "core/view/chat.hpp"
#include "protocol/letters.hpp"

namespace parley::core {

/// The files of one call: who is offered what, who takes it, from where on it goes on after a connection was lost, and
/// whether it came whole. Bytes never come through here. A receiver asks for them, whenever it has a connection that it
/// did not ask on yet and when nothing came for a while, less and less often until it gives up; a sender sends what it
/// was asked for last.
class Files {
public:
    Files(Outbox& outbox, Numbers& numbers, RoomMemory& memory) : outbox_(outbox), numbers_(numbers), memory_(memory) {}

    struct Parcel {
        input::FilesChosen::File file;
        std::vector<PeerId> receivers;  ///< at least one
        ChatLine line;                  ///< without the file
        std::int64_t at_ms = 0;         ///< since the Unix epoch
    };
    /// False: too much is under way already.
    bool offer(Parcel parcel);
    /// By the line that shows it.
    void accept(std::uint64_t line);
    /// Of one's own: nobody gets it any more. Of others: it is not wanted any more.
    void cancel(std::uint64_t line);

    void hear(const Person& from, const protocol::FileOffer& offer);
    void hear(const Person& from, const protocol::FileWish& wish);
    void hear(const Person& from, const protocol::FileEnd& end);
    void hear(const Person& from, const protocol::FileWithdrawn& withdrawn);
    void hear(const Person& from, const protocol::FileOutcome& outcome);

    void on_input(TimeMs now, const input::FileSending& sending);
    void on_input(TimeMs now, const input::FileRead& read);
    void on_input(TimeMs now, const input::SourceFailed& failed);
    void on_input(TimeMs now, const input::FileArriving& arriving);
    void on_input(TimeMs now, const input::FileArrived& arrived);
    void on_input(TimeMs now, const input::FileNotKept& failed);

    /// The page that they were with is gone: they left, or loaded it anew. A letter is left for them in case that they
    /// did not leave, or come back as the same page, and wait for us to take what they sent.
    void lose(const PeerId& peer);
    /// The call is over: the same for everyone.
    void stop();

    /// Brings what is sent and received in line with the connections that there are.
    void settle(TimeMs now, const std::list<Person>& people);
    [[nodiscard]] std::optional<TimeMs> deadline() const;

private:
    using State = FileView::State;
    struct Outgoing {
        SourceId source;
        PeerId to;
        std::uint64_t line = 0;
        std::uint64_t size = 0;
        std::uint64_t moved = 0;
        State state = State::Waiting;
        std::optional<std::uint64_t> wished_from;  ///< and not sent from there yet
        std::optional<ConnectionId> on;
        bool stopping = false;  ///< it ended while it was being sent
    };
    struct Incoming {
        IncomingId id;
        PeerId from;
        std::uint32_t file = 0;
        std::uint64_t line = 0;
        std::uint64_t size = 0;
        std::uint64_t moved = 0;
        State state = State::Waiting;
        std::optional<ConnectionId> on;
        std::optional<TimeMs> moved_at;  ///< when the last byte came, or was asked for; nothing without a connection
        int attempts = 0;                ///< it was asked for in vain
        bool not_ready = false;          ///< what keeps it could not be loaded, and is tried again
        std::string digest;              ///< of what came
        std::string announced;           ///< by the sender
    };

    static bool has_ended(State state);
    [[nodiscard]] Outgoing* find_outgoing(const PeerId& to, std::uint32_t file);
    [[nodiscard]] Incoming* find_incoming(const PeerId& from, std::uint32_t file);
    [[nodiscard]] Incoming* find_incoming(IncomingId id);
    void end(Outgoing& outgoing, State state);
    void end(Incoming& incoming, State state);
    void refuse(Incoming& incoming, State state, protocol::FileOutcome::Verdict verdict);
    void compare(Incoming& incoming);
    [[nodiscard]] static TimeMs next_attempt(const Incoming& incoming);
    void ask_for(TimeMs now, Incoming& incoming);
    void give_up(Incoming& incoming);
    void settle(TimeMs now, Incoming& incoming, const Person& person);
    void settle(Outgoing& outgoing, const Person& person);
    void show(const Incoming& incoming);
    void show_outgoing(std::uint64_t line);
    [[nodiscard]] State state_of_all(std::uint64_t line) const;

    Outbox& outbox_;
    Numbers& numbers_;
    RoomMemory& memory_;
    std::deque<Outgoing> outgoing_;
    std::deque<Incoming> incoming_;
    std::uint64_t unasked_bytes_ = 0;  ///< that were taken so far
};

/// What a file of somebody else is called here: in one line, and without what would lead out of a folder or mislead
/// about its ending.
std::string tidied_file_name(std::string_view name);

}  // namespace parley::core
