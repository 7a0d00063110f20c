#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <tuple>
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
    /// How long the credentials for relays are good that a join is answered with. At half of it they are renewed, for
    /// as long as the peer is connected. 0: there are none.
    std::int64_t ice_lifetime_ms = 0;
};

/// The rooms of one server: who is in them, and what is said to whom. It does no I/O and knows no clock: put something
/// in with `handle` or `tick`, then drain `poll`. Times are milliseconds on any clock that does not run backwards.
class Hub {
public:
    explicit Hub(const Settings& settings);

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
    struct Due {
        std::int64_t at_ms = 0;
        std::uint64_t number = 0;
        Peer* peer = nullptr;
        // Never by address: the same inputs give the same outputs on every run.
        bool operator<(const Due& other) const { return std::tie(at_ms, number) < std::tie(other.at_ms, other.number); }
    };
    struct HashOfConnection {
        std::size_t operator()(const ConnectionId& connection) const noexcept {
            return std::hash<std::uint64_t>{}(connection.value);
        }
    };

    void on(std::int64_t now_ms, ConnectionId connection, input::Join join);
    void on(std::int64_t now_ms, ConnectionId connection, input::Relay relay);
    void on(std::int64_t now_ms, ConnectionId connection, input::Received received);
    void on(std::int64_t now_ms, ConnectionId connection, input::Fault fault);
    void on(std::int64_t now_ms, ConnectionId connection, input::IceRenewed renewed);
    void on(std::int64_t now_ms, ConnectionId connection, input::Lost lost);

    void receive(std::int64_t now_ms, Peer& peer, const protocol::Join& message);
    void receive(std::int64_t now_ms, Peer& peer, const protocol::Send& message);
    void receive(std::int64_t now_ms, Peer& peer, protocol::SetPresence message);
    void receive(std::int64_t now_ms, Peer& peer, protocol::Ack message);
    void receive(std::int64_t now_ms, Peer& peer, protocol::Ping message);
    void receive(std::int64_t now_ms, Peer& peer, protocol::Leave message);

    // Joining (hub_join.cpp).
    [[nodiscard]] std::optional<protocol::Error> refusal_for(const input::Join& join) const;
    void arrive(std::int64_t now_ms, ConnectionId connection, Room& room, input::Join& join);
    void come_back(std::int64_t now_ms, ConnectionId connection, Peer& peer, input::Join& join);
    [[nodiscard]] Session new_session(std::int64_t now_ms, SessionId id) const;
    void sit_down(ConnectionId connection, Peer& peer);
    void evict_older_socket(Peer& peer);
    void welcome(std::int64_t now_ms, Peer& peer);
    void welcome_back(std::int64_t now_ms, Peer& peer, protocol::Sequence got);
    void admit(std::int64_t now_ms, Peer& peer, protocol::Joined joined);
    void make_host(Peer& peer);
    /// Now that a granted host is in the room.
    void end_provisional_hosts(const Peer& host);

    // Being in a room (hub_relay.cpp).
    /// The peer at this connection, when it has joined and may still send; otherwise the connection was dropped.
    Peer* sender_at(std::int64_t now_ms, ConnectionId connection, std::size_t body_size);
    /// Checks that `n` follows the last one, and sees to it that it is acknowledged. False: the connection was dropped.
    bool accept_number(std::int64_t now_ms, Peer& peer, protocol::Sequence n);
    void acknowledge(Peer& peer);
    void show_presence(Peer& peer, std::string presence);
    void acknowledge_in_time(std::int64_t now_ms, Peer& peer);
    void renew_ice_in_time(std::int64_t now_ms, Peer& peer);

    // Going (hub_departure.cpp).
    /// Says why, closes the socket, and leaves its peer, if it has one, away.
    void drop(std::int64_t now_ms, ConnectionId connection, const protocol::Error& error);
    void drop_overflowing(std::int64_t now_ms);
    void go_away(std::int64_t now_ms, Peer& peer, std::int64_t held_ms);
    void remove(Peer& peer, protocol::LeaveReason reason);
    void wake_up(std::int64_t now_ms, Peer& peer);
    void wake_at(Peer& peer, std::int64_t at_ms);

    [[nodiscard]] Peer* find(ConnectionId connection) const;
    void deliver(ConnectionId connection, const protocol::ServerMessage& message);
    void deliver(ConnectionId connection, std::string whole);
    void push(Peer& receiver, const Text& text, PresenceOf presence_of = 0);
    void push(Peer& receiver, const protocol::ServerMessage& numbered);
    void push_to_others(const Peer& except, const Text& text, PresenceOf presence_of = 0);
    void push_to_others(const Peer& except, const protocol::ServerMessage& numbered);

    Settings settings_;
    std::unordered_map<RoomId, Room> rooms_;
    std::unordered_map<ConnectionId, Peer*, HashOfConnection> seats_;
    std::set<Due> due_;  ///< each peer at most once: the earliest time at which it may need something
    std::vector<Output> outputs_;
    std::size_t outputs_taken_ = 0;
    std::vector<ConnectionId> overflowing_;
    std::optional<protocol::Drain> draining_;
    std::uint64_t last_number_ = 0;
    std::size_t people_ = 0;
};

}  // namespace parley::hub
