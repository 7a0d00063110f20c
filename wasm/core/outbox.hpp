#pragma once

#include <deque>
#include <optional>
#include <utility>

#include "core/output.hpp"

namespace parley::core {

/// The outputs that wait to be polled, in order. Drained to empty after every call into the core, so its length
/// is bounded by what one input can cause.
class Outbox {
public:
    template <class Kind>
    void push(Kind output) {
        waiting_.emplace_back(std::move(output));
    }

    std::optional<Output> poll() {
        if (waiting_.empty()) return std::nullopt;
        Output first = std::move(waiting_.front());
        waiting_.pop_front();
        return first;
    }

private:
    std::deque<Output> waiting_;
};

}  // namespace parley::core
