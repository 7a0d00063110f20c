#include "core/audio_output.hpp"

#include <utility>

#include "core/device_choice.hpp"

namespace parley::core {

AudioOutput::Outcome AudioOutput::settle(const DeviceList& list, const DeviceName& chosen) {
    const auto there = find_chosen(list, DeviceKind::Speaker, chosen);
    const std::string wanted = there.value_or(std::string());
    if (std::exchange(used_, wanted) != wanted) outbox_.push(output::UseSpeaker{wanted});
    const bool was_away = std::exchange(away_, !there.has_value());
    // Who chooses another knows what they hear.
    if (std::exchange(chosen_, chosen) != chosen && there) return Outcome::Same;
    if (was_away == away_) return Outcome::Same;
    return away_ ? Outcome::Replaced : Outcome::Back;
}

void AudioOutput::test() {
    question_ = numbers_.requests.next();
    test_ = SpeakerTest::Playing;
    outbox_.push(output::PlayTestSound{question_});
}

bool AudioOutput::on_input(const input::TestSoundPlayed& played) {
    if (!question_ || played.request != question_) return false;
    question_ = {};
    if (test_ != SpeakerTest::Playing) return true;
    switch (played.outcome) {
        case input::TestSoundPlayed::Outcome::Played:
            test_ = SpeakerTest::Played;
            break;
        case input::TestSoundPlayed::Outcome::Blocked:
            test_ = SpeakerTest::Blocked;
            break;
        case input::TestSoundPlayed::Outcome::NoDevice:
            test_ = SpeakerTest::NoDevice;
            break;
        case input::TestSoundPlayed::Outcome::Failed:
            test_ = SpeakerTest::Failed;
            break;
    }
    return true;
}

}  // namespace parley::core
