#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "core/call_log/call_log.hpp"
#include "core/client.hpp"

namespace parley::core {

/// A client whose inputs and outputs are kept in a log from `record` on. `Save call log` gives that log as a file; the
/// client itself knows nothing of it.
class RecordedClient {
public:
    /// Call it before the first input, or nothing can be replayed. `build` says which source the page was made from.
    void record(std::string_view build) { log_.emplace(build); }

    // As the client's own.
    void handle(TimeMs now, const Input& input);
    void tick(TimeMs now);
    std::optional<Output> poll();
    [[nodiscard]] std::optional<TimeMs> deadline() const { return client_.deadline(); }
    [[nodiscard]] const View& view() const { return client_.view(); }
    [[nodiscard]] bool connecting(TimeMs now) const { return client_.connecting(now); }
    [[nodiscard]] std::vector<std::string> summary() const { return client_.summary(); }

private:
    Client client_;
    std::optional<call_log::CallLog> log_;
    bool save_due_ = false;
};

}  // namespace parley::core
