#pragma once

#include <concepts>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/quality/codec.hpp"
#include "core/recording/plan.hpp"
#include "core/time.hpp"
#include "core/view/recording.hpp"

namespace parley::core {

/// What happens to recordings and to nothing else.
template <class Happened>
concept ConcernsRecording =
    std::same_as<Happened, input::RecordingsFound> || std::same_as<Happened, input::RecorderStarted> ||
    std::same_as<Happened, input::RecorderProgressed> || std::same_as<Happened, input::RecorderStopped> ||
    std::same_as<Happened, input::RecorderFailed> || std::same_as<Happened, input::RecordingOffered> ||
    std::same_as<Happened, action::StopRecording> || std::same_as<Happened, action::PauseRecording> ||
    std::same_as<Happened, action::ResumeRecording> || std::same_as<Happened, action::SaveRecording> ||
    std::same_as<Happened, action::DiscardRecording> || std::same_as<Happened, action::CloseRecordingFault>;

/// One recording at a time, from its start to a file that is whole; and the files that were not saved yet, from this
/// visit and from those before.
class Recording {
public:
    explicit Recording(Outbox& outbox) : outbox_(outbox) {}

    /// Asks what there is from before and what can be recorded here. Once, first.
    void begin(const quality::Equipment& equipment);

    /// `local_ms`: Unix time by the person's clock, for the file's name.
    void start(TimeMs now, const recording::Subject& subject, std::int64_t local_ms);
    /// Ends what goes on, whole; does nothing without.
    void stop(TimeMs now);

    void on_input(TimeMs now, const input::RecordingsFound& found);
    void on_input(TimeMs now, const input::RecorderStarted& started);
    void on_input(TimeMs now, const input::RecorderProgressed& progressed);
    void on_input(TimeMs now, const input::RecorderStopped& stopped);
    void on_input(TimeMs now, const input::RecorderFailed& failed);
    void on_input(TimeMs now, const input::RecordingOffered& offered);
    void on_input(TimeMs now, const action::StopRecording& action);
    void on_input(TimeMs now, const action::PauseRecording& action);
    void on_input(TimeMs now, const action::ResumeRecording& action);
    void on_input(TimeMs now, const action::SaveRecording& action);
    void on_input(TimeMs now, const action::DiscardRecording& action);
    void on_input(TimeMs now, const action::CloseRecordingFault& action);

    /// What is seen and heard from now on, while something is recorded. Cheap when nothing changed.
    void compose(output::ComposeRecording composition);

    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const { return answer_by_; }

    /// Whether everyone is to see that this page records.
    [[nodiscard]] bool active() const;
    /// Of the latest one.
    [[nodiscard]] const recording::Subject& subject() const { return view_.subject; }
    [[nodiscard]] const recording::Shape& shape() const { return plan_.shape; }
    [[nodiscard]] const RecordingView& view() const { return view_; }

private:
    using State = RecordingView::State;

    [[nodiscard]] bool is_current(RecordingId recording) const { return active() && recording == recording_; }
    void count(TimeMs now);
    void watch_disk(TimeMs now, std::uint64_t free_bytes);
    void end(TimeMs now, recording::Fault cause);
    /// Back to where another can be started. What has a file is kept to be saved.
    void finish(recording::Fault cause);
    void give_up(recording::Fault cause);
    void rest();
    void keep(KeptRecording kept);

    Outbox& outbox_;
    Numbering<RecordingId> numbers_;
    quality::Equipment equipment_;
    std::vector<recording::Format> formats_;
    recording::Plan plan_;
    RecordingId recording_;
    std::string file_;
    recording::Fault cause_ = recording::Fault::None;  ///< why it ends
    output::ComposeRecording composed_;                ///< as it was said last
    std::optional<TimeMs> answer_by_;
    TimeMs counted_at_ = 0;
    TimeMs elapsed_ms_ = 0;
    RecordingView view_;
};

}  // namespace parley::core
