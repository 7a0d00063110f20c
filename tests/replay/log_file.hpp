#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/input.hpp"
#include "core/time.hpp"
#include "protocol/result.hpp"

/// A call log (see core/call_log/call_log.hpp) as it is read.
namespace parley::replay {

struct Step {
    core::TimeMs at = 0;
    std::optional<core::Input> input;  ///< none: a tick
    std::string name;                  ///< of what happened
    std::vector<std::string> outputs;  ///< what came of it in the page, in short
    std::size_t line = 0;              ///< of the file, from 1
};

struct LogFile {
    std::string build;
    std::vector<Step> steps;
    enum class End { Saved, Full } end = End::Saved;  ///< full: more happened than the log holds
};

/// Why a text can't be replayed; `code` is stable and for programs, `message` a sentence for people.
struct ReadError {
    enum class Code { NotALog, UnknownVersion, CutOff, BadLine } code = Code::NotALog;
    std::string message;
};
std::string_view to_text(ReadError::Code code);

Result<LogFile, ReadError> read_log(std::string_view text);

}  // namespace parley::replay
