#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/devices.hpp"
#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/output/capture.hpp"
#include "core/time.hpp"
#include "core/view/devices.hpp"

namespace parley::core {

/// What the captures of a page share.
struct CaptureContext {
    Outbox& outbox;
    Numbers& numbers;
    DeviceList list{};
    DevicePreferences preferences{};
    output::Sound sound = output::Sound::Speech;
    std::vector<TrackId> former{};  ///< replaced by others; to be stopped once nothing sends or shows them
};

/// The microphone or the camera of a person: which device it is, its track, and what to do when it goes away. A
/// microphone that is muted stays open and silent; a camera that is turned off is let go, so that its light goes out.
///
/// Another device is opened before the one in use is let go. One that does not start, goes away or comes back is
/// answered by the next that there is (core/device_choice.hpp).
class Capture {
public:
    /// What the person is to be told.
    struct Event {
        enum class What {
            Replaced,  ///< another device than the chosen one is in use now
            Back,      ///< it works again, or the chosen one is in use again
            Kept,      ///< what was chosen did not start; what was in use before still is
            Failed,    ///< it stopped, and there is no other
            Held,      ///< it gives nothing: another program or the system holds it
            Freed,
        } what = What::Replaced;
        std::string label;  ///< of the device in use, if it has one
    };

    Capture(DeviceKind kind, CaptureContext& context) : kind_(kind), context_(context) {}

    /// Whether there is something to ask for: `prepare` it, alone or together with another.
    [[nodiscard]] bool wants_to_open() const { return !track_ && !request_ && wanted(); }
    /// Fills in the part of this kind.
    void prepare(output::OpenDevices& question);
    /// By a question of its own.
    void open();
    /// Lets it go. What the person wanted is remembered.
    void release();
    /// The person chose otherwise, or it is to be opened differently.
    enum class Change { Device, Shape };
    void reopen(Change change);

    void toggle();
    void retry();
    void mute();
    /// While a key is held (TalkMode::PushToTalk).
    enum class Talking { No, Yes };
    void talk(Talking talking);

    [[nodiscard]] bool awaits(RequestId request) const { return request_ && request_ == request; }
    void on_opened(TimeMs now, const input::DevicesOpened& answer);
    /// Both were asked for at once: each says by itself what is wrong with it.
    void ask_alone();
    void on_failed(input::DeviceError error);
    [[nodiscard]] bool owns(TrackId track) const { return track_ == track; }
    void on_ended(TimeMs now);
    void on_silent(TimeMs now);
    void on_sounding();
    /// Other devices came or went since the last list.
    enum class News { Same, Changed };
    void on_list(News news);
    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const;

    [[nodiscard]] DeviceState state() const;
    [[nodiscard]] std::optional<TrackId> track() const { return track_; }
    /// The open one, or the one that was open last.
    [[nodiscard]] const DeviceName& device() const { return device_; }
    std::optional<Event> take_event();

private:
    enum class Wanted { On, Off };
    enum class Cause { Start, Chosen, Lost, Back };

    [[nodiscard]] bool microphone() const { return kind_ == DeviceKind::Microphone; }
    /// A microphone is open even when nobody is to hear it.
    [[nodiscard]] bool wanted() const { return microphone() || wanted_ == Wanted::On; }
    [[nodiscard]] bool live() const { return wanted_ == Wanted::On || talking_ == Talking::Yes; }
    [[nodiscard]] const DeviceName& chosen() const;
    [[nodiscard]] std::optional<std::string> next() const;
    void begin(Cause cause);
    void ask(std::string device);
    void give_up();
    void stop_track();
    void forget_request();
    void show();
    void announce_opened(const DeviceName& before);
    void look_for_chosen();
    [[nodiscard]] bool worn_out() const;
    void say(Event::What what) { events_.push_back({what, device_.label}); }

    DeviceKind kind_;
    CaptureContext& context_;
    Wanted wanted_ = Wanted::On;
    Talking talking_ = Talking::No;
    DeviceState trouble_ = DeviceState::Off;  ///< why nothing is open

    std::optional<TrackId> track_;
    DeviceName device_;
    std::string used_;  ///< the id that it was asked for by
    TimeMs opened_at_ = 0;
    bool held_ = false;
    std::optional<TimeMs> silent_since_;

    RequestId request_;  ///< the one that is awaited
    TrackId next_track_;
    std::string asked_;  ///< the id that was asked for last; empty: the system's own
    Cause cause_ = Cause::Start;
    std::vector<std::string> failed_;  ///< ids that did not start
    std::optional<input::DeviceError> first_error_;
    bool list_due_ = false;  ///< its track ended, and the list is to say whether it was unplugged
    bool news_due_ = false;  ///< devices came or went while one was being asked for
    int recoveries_ = 0;     ///< how often it ended in quick succession
    std::deque<Event> events_;
};

}  // namespace parley::core
