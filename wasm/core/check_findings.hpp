#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "core/input.hpp"
#include "core/view/check.hpp"
#include "core/view/devices.hpp"

namespace parley::core {

/// One value for each step of a check.
template <class Value>
class ForEachStep {
public:
    Value& operator[](CheckStep step) { return values_[static_cast<std::size_t>(step)]; }
    const Value& operator[](CheckStep step) const { return values_[static_cast<std::size_t>(step)]; }
    [[nodiscard]] const std::array<Value, static_cast<std::size_t>(CheckStep::Count)>& all() const { return values_; }

private:
    std::array<Value, static_cast<std::size_t>(CheckStep::Count)> values_{};
};

/// The steps that look for a path, and those among them that look for a relay.
inline constexpr std::array path_steps = {CheckStep::Address, CheckStep::RelayUdp, CheckStep::RelayTcp,
                                          CheckStep::RelayTls};
inline constexpr std::array relay_steps = {CheckStep::RelayUdp, CheckStep::RelayTcp, CheckStep::RelayTls};

/// All that a check has seen.
struct CheckFacts {
    ForEachStep<CheckState> steps;
    /// Of steps that failed: whether somebody answered, and said no.
    ForEachStep<bool> refused;
    DeviceState microphone = DeviceState::Off;
    DeviceState camera = DeviceState::Off;
    input::TestSoundPlayed::Outcome sound = input::TestSoundPlayed::Outcome::Failed;
};

/// What it comes to, gravest first. What could not be looked at is no finding.
std::vector<Finding> findings_of(const CheckFacts& facts);

}  // namespace parley::core
