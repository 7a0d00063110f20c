#include "protocol/codes.hpp"

#include <algorithm>
#include <array>

namespace parley {
namespace {

struct CodeEntry {
    ErrorCode code;
    std::string_view text;
    std::uint16_t close;
};

constexpr std::array code_table{
    CodeEntry{ErrorCode::BadMessage, "bad-message", close_code::bad_message},
    CodeEntry{ErrorCode::TooLarge, "too-large", close_code::too_large},
    CodeEntry{ErrorCode::JoinTimeout, "join-timeout", close_code::join_timeout},
    CodeEntry{ErrorCode::Unauthorised, "unauthorised", close_code::unauthorised},
    CodeEntry{ErrorCode::WrongKey, "wrong-key", close_code::refused},
    CodeEntry{ErrorCode::Locked, "locked", close_code::refused},
    CodeEntry{ErrorCode::Denied, "denied", close_code::refused},
    CodeEntry{ErrorCode::Removed, "removed", close_code::refused},
    CodeEntry{ErrorCode::RoomFull, "room-full", close_code::refused},
    CodeEntry{ErrorCode::RoomEnded, "room-ended", close_code::room_ended},
    CodeEntry{ErrorCode::NotHost, "not-host", close_code::refused},
    CodeEntry{ErrorCode::NotAllowed, "not-allowed", close_code::refused},
    CodeEntry{ErrorCode::RateLimited, "rate-limited", close_code::rate_limited},
    CodeEntry{ErrorCode::Replaced, "replaced", close_code::replaced},
    CodeEntry{ErrorCode::SlowConsumer, "slow-consumer", close_code::slow_consumer},
    CodeEntry{ErrorCode::Draining, "draining", close_code::service_restart},
    CodeEntry{ErrorCode::Internal, "internal", close_code::internal_error},
};

constexpr bool is_in_enum_order() {
    for (std::size_t index = 0; index < code_table.size(); ++index) {
        if (static_cast<std::size_t>(code_table[index].code) != index) return false;
    }
    return code_table.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1;
}
static_assert(is_in_enum_order(), "the table is indexed by the enum");

constexpr const CodeEntry& entry_of(ErrorCode code) { return code_table[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view to_text(ErrorCode code) { return entry_of(code).text; }

std::optional<ErrorCode> error_code_from(std::string_view text) {
    const auto* const found = std::ranges::find(code_table, text, &CodeEntry::text);
    if (found == code_table.end()) return std::nullopt;
    return found->code;
}

std::uint16_t close_code_for(ErrorCode code) { return entry_of(code).close; }

bool is_final_close(std::uint16_t code) {
    constexpr std::array final_codes{close_code::bad_message, close_code::unauthorised, close_code::refused,
                                     close_code::replaced,    close_code::room_ended,   close_code::too_large};
    return std::ranges::find(final_codes, code) != final_codes.end();
}

}  // namespace parley
