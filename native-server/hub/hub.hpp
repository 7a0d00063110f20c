#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "hub/events.hpp"
#include "hub/room.hpp"
#include "hub/token_bucket.hpp"
#include "protocol/limits.hpp"

namespace parley::hub {

struct Settings {
    std::size_t people_per_room = limits::people_per_room_default;
    /// In all rooms together, the away ones included. One more is told `rate-limited` and to come back later.
    std::size_t people_total = 20'000;
    std::int64_t come_back_after_ms = 10'000;
    /// Of every kind, so that acks and pings cannot flood either. Over it the socket is closed with `rate-limited`.
    Rate frames{.per_second = 100, .burst = 400};
    /// Bytes of bodies: what a client may make the server send, times the people in the room.
    Rate bytes{.per_second = 256 * 1024, .burst = 4 * 1024 * 1024};
    Rate presences{.per_second = 2, .burst = 10};
    std::vector<protocol::IceServer> ice_servers{};
};

/// The rooms of one server: who is in them, and what is said to whom. It does no I/O and knows no clock: put something
/// in with `handle` or `tick`, then drain `poll`. Times are milliseconds on any clock that does not run backwards.
class Hub {
public:
    explicit Hub(Settings settings);

    void handle(std::int64_t now_ms, ConnectionId connection, Input input);

    /// Call it when `deadline` has passed; earlier does no harm.
    void tick(std::int64_t now_ms);
    [[nodiscard]] std::optional<std::int64_t> deadline() const;

    /// The server is about to stop: everyone is told when to come back, and who joins from now on is refused with
    /// `draining`.
    void drain(const protocol::Drain& notice);

    /// What to do next, in order; to be called until it is empty after every `handle` and `tick`.
    std::optional<Output> poll();

    [[nodiscard]] std::size_t people() const { return people_; }
    [[nodiscard]] std::size_t rooms() const { return rooms_.size(); }

private:
    /// A peer's place, valid until the room's list of peers changes.
    struct Place {
        const RoomId& room_id;
        Room& room;
        Peer& peer;
    };
    struct Seat {
        RoomId room;
        PeerId peer;
    };
    struct Due {
        std::int64_t at_ms = 0;
        RoomId room;
        PeerId peer;
        friend auto operator<=>(const Due&, const Due&) = default;
    };

    void on(std::int64_t now_ms, ConnectionId connection, input::Join join);
    void on(std::int64_t now_ms, ConnectionId connection, input::Received received);
    void on(std::int64_t now_ms, ConnectionId connection, input::Fault fault);
    void on(std::int64_t now_ms, ConnectionId connection, input::Lost lost);

    void receive(std::int64_t now_ms, Place place, protocol::Join message);
    void receive(std::int64_t now_ms, Place place, protocol::Send message);
    void receive(std::int64_t now_ms, Place place, protocol::SetPresence message);
    void receive(std::int64_t now_ms, Place place, protocol::Ack message);
    void receive(std::int64_t now_ms, Place place, protocol::Ping message);
    void receive(std::int64_t now_ms, Place place, protocol::Leave message);

    [[nodiscard]] std::optional<protocol::Error> refusal_for(const input::Join& join) const;
    void arrive(std::int64_t now_ms, ConnectionId connection, Room& room, input::Join& join);
    void come_back(std::int64_t now_ms, ConnectionId connection, Room& room, Peer& peer, input::Join& join);
    void welcome(const Room& room, const Peer& peer, const SessionId& session);
    [[nodiscard]] Session new_session(std::int64_t now_ms, ConnectionId connection) const;

    /// Checks that `n` follows the last one, and sees to it that it is acknowledged. False: the connection was dropped.
    bool accept_number(std::int64_t now_ms, Place place, protocol::Sequence n);
    void acknowledge(Place place);

    /// Says why, closes the socket, and leaves its peer, if it has one, away.
    void drop(std::int64_t now_ms, ConnectionId connection, protocol::Error error);
    void drop_overflowing(std::int64_t now_ms);
    void go_away(std::int64_t now_ms, Place place, std::int64_t held_ms);
    void remove(Place place, protocol::LeaveReason reason);
    void set_due(Place place, std::optional<std::int64_t> at_ms);

    [[nodiscard]] std::optional<Place> find(ConnectionId connection);
    [[nodiscard]] std::optional<Place> find(const RoomId& room, const PeerId& peer);

    void deliver(ConnectionId connection, protocol::ServerMessage message);
    template <class Numbered>
    void push(Peer& peer, Numbered message);
    template <class Numbered>
    void push_to_others(Room& room, const PeerId& except, const Numbered& message);

    Settings settings_;
    std::unordered_map<RoomId, Room> rooms_;
    std::map<ConnectionId, Seat> seats_;
    std::set<Due> due_;
    std::queue<Output> outputs_;
    std::vector<ConnectionId> overflowing_;
    std::size_t people_ = 0;
};

}  // namespace parley::hub
