#pragma once

#include <cstddef>
#include <cstdint>

/// Every bound of the wire in one place. Sizes are bytes unless the name says otherwise.
namespace parley::limits {

inline constexpr std::size_t frame_max = 64 * 1024;
/// A relayed frame names its sender, so the frame that asks for the relay must leave room for that.
inline constexpr std::size_t send_frame_max = frame_max - 256;
inline constexpr std::size_t presence_max = 2 * 1024;
/// Of any room, peer or session id on the wire.
inline constexpr std::size_t id_max_characters = 64;
inline constexpr std::size_t name_max_characters = 64;
inline constexpr std::size_t room_name_min_characters = 10;
inline constexpr std::size_t room_name_max_characters = 64;
inline constexpr std::size_t json_depth_max = 8;
inline constexpr std::size_t people_per_room_default = 12;
inline constexpr std::size_t unacknowledged_max = 64;
inline constexpr std::size_t acknowledge_every = 16;
inline constexpr std::size_t outbox_messages_max = 512;
inline constexpr std::size_t outbox_bytes_max = 1024 * 1024;
/// Of a sealed body that is kept for later joiners, and of all of a room.
inline constexpr std::size_t kept_body_max = 8 * 1024;
inline constexpr std::size_t kept_entries_max = 500;
inline constexpr std::size_t kept_bytes_max = 512 * 1024;
inline constexpr std::size_t grant_max_characters = 128;
inline constexpr std::size_t chat_text_max = 4'000;
inline constexpr std::size_t resent_per_message_max = 32;
inline constexpr std::uint32_t hand_max = 1'000'000'000;
inline constexpr std::uint32_t reaction_count_max = 9;
/// Of one file that goes from page to page.
inline constexpr std::uint64_t file_size_max = std::uint64_t{2} * 1024 * 1024 * 1024;
inline constexpr std::size_t file_name_max = 1'024;
inline constexpr std::size_t media_type_max = 256;

inline constexpr std::int64_t join_timeout_ms = 5'000;
inline constexpr std::int64_t acknowledge_after_ms = 1'000;
inline constexpr std::int64_t heartbeat_ms = 20'000;
inline constexpr std::int64_t pong_timeout_ms = 6'000;
inline constexpr std::int64_t silence_timeout_ms = 75'000;
inline constexpr std::int64_t away_lost_ms = 60'000;
inline constexpr std::int64_t away_closed_page_ms = 10'000;
inline constexpr std::int64_t presence_min_gap_ms = 500;

}  // namespace parley::limits
