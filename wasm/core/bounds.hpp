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
inline constexpr std::size_t letters_waiting_max = 128;    ///< to one person, or from one behind a gap
inline constexpr TimeMs letter_again_ms = 3'000;           ///< without a word that it came

// Files.
inline constexpr std::uint64_t file_accepted_max = 10 * 1024 * 1024;  ///< a larger one is asked about first
inline constexpr std::uint64_t files_unasked_max =
    500 * 1024 * 1024;                                   ///< in a call: then smaller ones are asked about too
inline constexpr std::size_t files_chosen_max = 32;      ///< at once
inline constexpr std::size_t files_under_way_max = 256;  ///< in a call, counted for each receiver
inline constexpr std::size_t files_receiving_max = 3;    ///< at once from one person; others wait
inline constexpr TimeMs file_stall_ms = 3'000;           ///< without a byte: they are asked for anew
inline constexpr TimeMs file_stall_max_ms = 60'000;      ///< the pause is doubled with each time in vain, up to this
inline constexpr int file_attempts_max = 6;              ///< without a byte; then it is given up

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

// Devices.
inline constexpr std::size_t devices_listed_max = 64;
inline constexpr std::size_t device_label_bytes_max = 200;
inline constexpr TimeMs device_silent_ms = 3'000;    ///< a camera on a busy machine pauses for a moment now and then
inline constexpr TimeMs device_settled_ms = 10'000;  ///< one that ends sooner was asked for in vain
inline constexpr int device_recoveries_max = 3;      ///< of such, one after the other
inline constexpr std::size_t volumes_max = 256;      ///< people of one call whose volume was changed

// How pictures are sent.
inline constexpr TimeMs measure_gap_ms = 1'000;
inline constexpr TimeMs quality_said_gap_ms = 500;  ///< between two words about pictures to one peer

// Signals.
inline constexpr TimeMs reaction_gap_ms = 300;           ///< between two of one's own; those in between are said as one
inline constexpr TimeMs reaction_shown_ms = 3'500;       ///< a floating one has faded before
inline constexpr std::size_t reactions_shown_max = 24;   ///< the oldest of more go
inline constexpr std::size_t reactions_of_one_max = 12;  ///< what one person can give in the time that one is shown
inline constexpr TimeMs hand_told_gap_ms = 10'000;       ///< between two notices of one person's hand
inline constexpr TimeMs mute_ask_gap_ms = 5'000;         ///< for asking one person again
inline constexpr TimeMs mute_request_gap_ms = 30'000;    ///< for being asked by one person again
inline constexpr TimeMs mute_request_shown_ms = 30'000;  ///< for who says neither yes nor no
inline constexpr TimeMs muted_talk_ms = 1'000;           ///< who talks so long has not noticed that they are muted
inline constexpr TimeMs muted_hint_ms = 6'000;
inline constexpr TimeMs muted_hint_gap_ms = 20'000;  ///< from one hint to the next

// What is done to camera and microphone.
inline constexpr TimeMs filter_start_ms = 20'000;    ///< how long what it is made of may take to arrive and to start
inline constexpr float effect_frame_max_ms = 60;     ///< for one picture, on average of a report; else it is too slow
inline constexpr int effect_slow_reports_max = 5;    ///< in a row; then the camera goes out as it is
inline constexpr int picture_width_max = 1'280;      ///< px, of the person's own background
inline constexpr int picture_height_max = 720;       ///< px
inline constexpr int picture_file_max = 32'000'000;  ///< bytes, of the file it is taken from

// The check.
inline constexpr TimeMs check_reach_ms = 3'500;  ///< how long server, sound and devices are waited for
inline constexpr TimeMs check_paths_ms = 6'000;  ///< and then the paths

// Who is shown large.
inline constexpr TimeMs speaker_after_ms = 1'500;      ///< of speech, before somebody takes over from who is silent
inline constexpr TimeMs speaker_overtakes_ms = 5'000;  ///< the same from who is not
inline constexpr TimeMs speaker_gap_ms = 3'000;        ///< between two changes
inline constexpr std::size_t pins_max = 4;
inline constexpr std::uint16_t floating_picture_lines = 360;  ///< px, of one that floats over other windows

// Recordings.
inline constexpr std::size_t recorded_tiles_max = 25;                            ///< in one picture
inline constexpr std::size_t kept_recordings_max = 8;                            ///< offered at once
inline constexpr TimeMs recorder_patience_ms = 20'000;                           ///< for its start and its end
inline constexpr TimeMs recording_gap_max_ms = 5'000;                            ///< between two signs of progress
inline constexpr TimeMs recording_rate_known_ms = 10'000;                        ///< how large it gets is known then
inline constexpr std::uint64_t recording_start_min_bytes = 64ULL * 1024 * 1024;  ///< free, to begin at all
inline constexpr std::uint64_t recording_reserve_bytes = 16ULL * 1024 * 1024;    ///< left free at its end
inline constexpr std::uint64_t recording_warning_s = 600;                        ///< before the disk is full

// What people see.
inline constexpr TimeMs connecting_first_ms = 1'000;  ///< how long after an arrival connecting goes before drawing
inline constexpr TimeMs drawing_patience_ms = 400;    ///< how long a frame then waits at most
inline constexpr std::size_t people_max = 64;
inline constexpr std::size_t notices_max = 8;
inline constexpr float speaking_threshold = 0.02F;  ///< linear amplitude, 0 to 1
inline constexpr TimeMs speaking_hold_ms = 700;

}  // namespace parley::core::bounds
