#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.hpp"

namespace parley::world {

using core::TimeMs;

/// What happened in a world: as one number that tells two histories apart, as text when somebody reads it, and
/// everything that must never happen.
class Journal {
public:
    /// Nothing that concerns the code under test may be amiss; each is a sentence.
    void fault(const std::string& what) {
        if (on_fault) return on_fault(what);
        faults_.push_back(what);
    }
    [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

    /// `detail()` makes the text that follows and is called only when somebody reads.
    template <class Detail>
    void note(TimeMs now, std::string_view who, std::string_view what, Detail detail) {
        mix(static_cast<std::uint64_t>(now));
        mix(std::hash<std::string_view>{}(who));
        mix(std::hash<std::string_view>{}(what));
        if (on_line) write(now, who, what, detail());
    }
    void mix(std::uint64_t value) { fingerprint_ = (fingerprint_ ^ value) * 0x100000001B3ULL; }
    [[nodiscard]] std::uint64_t fingerprint() const { return fingerprint_; }

    std::function<void(const std::string&)> on_fault;  ///< by default faults are kept
    std::function<void(const std::string&)> on_line;   ///< by default nobody reads

private:
    void write(TimeMs now, std::string_view who, std::string_view what, const std::string& detail) const;

    std::vector<std::string> faults_;
    std::uint64_t fingerprint_ = 0xCBF29CE484222325ULL;
};

}  // namespace parley::world
