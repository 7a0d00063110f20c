#pragma once

#include <optional>
#include <string>

#include "core/devices.hpp"
#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/view/devices.hpp"

namespace parley::core {

/// Where sound comes from, and whether anything is heard there.
class AudioOutput {
public:
    AudioOutput(Outbox& outbox, Numbers& numbers) : outbox_(outbox), numbers_(numbers) {}

    enum class Outcome { Same, Replaced, Back };
    /// The chosen one if it is there, else the system's own. What that means for a person who chose before.
    Outcome settle(const DeviceList& list, const DeviceName& chosen);

    void test();
    void end_test() { test_ = SpeakerTest::None; }
    /// Whether the answer was to the own question.
    bool on_input(const input::TestSoundPlayed& played);
    [[nodiscard]] SpeakerTest test_state() const { return test_; }

private:
    Outbox& outbox_;
    Numbers& numbers_;
    std::string used_;  ///< as it was said last
    DeviceName chosen_;
    bool away_ = false;
    RequestId question_;
    SpeakerTest test_ = SpeakerTest::None;
};

}  // namespace parley::core
