#pragma once

#include <cstddef>
#include <cstdint>

#include "core/time.hpp"

/// Every bound and pause of the call logic in one place.
namespace parley::core::bounds {

// Signalling.
inline constexpr TimeMs connect_attempt_ms = 3'000;
inline constexpr TimeMs network_changed_pong_ms = 1'500;  ///< a silent socket is given up sooner then
inline constexpr std::size_t unsent_messages_max = 512;
inline constexpr std::size_t unsealed_messages_max = 512;
inline constexpr std::size_t unopened_messages_max = 1'024;
inline constexpr int seal_attempts_max = 8;             ///< for one message; then it can't be said
inline constexpr TimeMs settled_session_ms = 10'000;    ///< one that ends sooner doesn't shorten the next pause
inline constexpr TimeMs stray_join_ms = 30'000;         ///< how long a join may travel whose socket was given up
inline constexpr TimeMs urgent_reconnect_ms = 120'000;  ///< for so long pauses are short while a pair is down
inline constexpr TimeMs retry_after_max_ms = 300'000;   ///< a server can't send a page away for longer

// What is remembered of a room.
inline constexpr std::size_t rooms_per_page_max = 64;
inline constexpr std::size_t acquaintances_max = 256;
inline constexpr std::size_t runs_left_behind_max = 16;  ///< of one peer
inline constexpr std::size_t counters_ahead_max = 1'024;

// Chat.
inline constexpr std::size_t chat_lines_max = 1'000;
inline constexpr std::size_t chat_held_max = 1'000;          ///< of one sender, behind a gap
inline constexpr std::size_t chat_streams_max = 1'024;       ///< senders and their runs
inline constexpr std::size_t own_chat_messages_max = 1'000;  ///< kept for those who lack them
inline constexpr std::size_t own_chat_bytes_max = 1024 * 1024;
inline constexpr std::size_t again_bytes_max = 32 * 1024;  ///< of sealed text in one message; one always fits
inline constexpr TimeMs ask_again_ms = 3'000;              ///< for what is missing before what has come

// Time.
inline constexpr TimeMs slept_ms = 30'000;  ///< without anything: the machine slept, or the tab was hidden

// Leaving.
inline constexpr TimeMs farewell_ms = 200;        ///< how long a goodbye may travel before the connections close
inline constexpr TimeMs farewell_max_ms = 1'000;  ///< how long it may take to seal it

// Negotiation.
inline constexpr TimeMs await_offer_ms = 3'000;     ///< who was found waits this long for the newcomer's offer
inline constexpr TimeMs polite_restart_ms = 2'000;  ///< how long the polite side lets the other restart first
inline constexpr TimeMs disconnected_grace_ms = 3'000;
inline constexpr TimeMs stragglers_ms = 500;             ///< what was under way at a sign of trouble has come by then
inline constexpr TimeMs stall_ms = 1'000;                ///< without a byte after that: the path is gone
inline constexpr TimeMs relay_only_ms = 60'000;          ///< how long new connections then use relays only
inline constexpr int connections_before_relay = 2;       ///< that led nowhere
inline constexpr TimeMs unresolved_ms = 15'000;          ///< an offer or restart that led nowhere
inline constexpr TimeMs retry_after_failure_ms = 1'000;  ///< doubled with each connection that led nowhere
inline constexpr int retry_doublings_max = 4;
inline constexpr TimeMs late_ms = 5'000;  ///< a deadline that is looked at later than this was slept through
inline constexpr TimeMs candidate_batch_ms = 75;
inline constexpr std::size_t candidates_held_max = 256;
inline constexpr std::size_t candidates_per_message_max = 32;
inline constexpr int fresh_connections_before_failed = 3;

// Presence of others.
inline constexpr TimeMs lost_quiet_ms = 10'000;    ///< the server gave a peer up: its connection may rest this long
inline constexpr TimeMs absent_quiet_ms = 60'000;  ///< a peer that a new server does not know may rest this long

// How pictures are sent.
inline constexpr TimeMs measure_gap_ms = 1'000;
inline constexpr TimeMs quality_said_gap_ms = 500;  ///< between two words about pictures to one peer

// The check.
inline constexpr TimeMs check_reach_ms = 3'500;  ///< how long server, sound and devices are waited for
inline constexpr TimeMs check_paths_ms = 6'000;  ///< and then the paths

// What people see.
inline constexpr TimeMs connecting_first_ms = 1'000;  ///< how long after an arrival connecting goes before drawing
inline constexpr TimeMs drawing_patience_ms = 400;    ///< how long a frame then waits at most
inline constexpr std::size_t people_max = 64;
inline constexpr std::size_t notices_max = 8;
inline constexpr float speaking_threshold = 0.02F;  ///< linear amplitude, 0 to 1
inline constexpr TimeMs speaking_hold_ms = 700;

}  // namespace parley::core::bounds
