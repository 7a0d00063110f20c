#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/replay/log_file.hpp"

namespace parley::replay {

/// Where what comes of an input is not what came of it in the page.
struct Difference {
    std::size_t line = 0;  ///< of the log
    std::string input;
    std::string expected;  ///< the output in the log; empty: nothing more came
    std::string found;     ///< the output now; empty: nothing more comes
};

struct Verdict {
    std::size_t inputs = 0;  ///< that were replayed
    std::optional<Difference> difference;
};

/// Told of each step with its outputs of now, in short, and of what the client then says of itself.
using OnStep =
    std::function<void(const Step&, const std::vector<std::string>& outputs, const std::vector<std::string>& summary)>;

/// Does to a new client what was done to that of the page, and compares what comes of it, up to the first difference.
Verdict replay(const LogFile& log, const OnStep& on_step = {});

}  // namespace parley::replay
