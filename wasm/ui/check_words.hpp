#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/view/check.hpp"
#include "ui/words.hpp"

/// What a check of the connection found, in plain English.
namespace parley::ui {

/// How much a finding stands in the way of a call.
enum class Gravity : std::uint8_t { None, Some, Great };

/// What is the case, as one sentence without its full stop, and then: what it means for a call, who can mend it and
/// what to do next. `code` counts for SignallingRefused only.
Message finding_message(core::Finding finding, std::optional<ErrorCode> code);
Gravity gravity_of(core::Finding finding);

std::string_view step_name(core::CheckStep step);
/// What came of a step so far, in a word or two.
std::string_view step_outcome(const core::CheckView& check, core::CheckStep step);

/// What a check found as lines of text to be sent to whoever can help: findings and steps, and nothing that names a
/// person, a place, an address or a moment. Empty while the check runs.
std::string check_report(const core::CheckView& check);

}  // namespace parley::ui
