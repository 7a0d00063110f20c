#pragma once

#include <optional>

#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/view.hpp"

namespace parley::core {

/// The person's own microphone and camera. Muting keeps the microphone and silences its track; a camera that is
/// turned off is let go, so that its light goes out.
class LocalMedia {
public:
    LocalMedia(Outbox& outbox, Numbers& numbers) : outbox_(outbox), numbers_(numbers) {}

    /// Asks for what the person wants and has not got: both at once, so that the browser asks once.
    void open();
    /// Lets everything go. What the person wanted is remembered for the next `open`.
    void close();

    /// A microphone that is open is opened anew.
    void set_sound(output::Sound sound);
    void toggle_microphone();
    void toggle_camera();
    void retry_microphone();
    void retry_camera();

    void on_input(const input::DevicesOpened& opened);
    void on_input(const input::DevicesFailed& failed);
    /// The kind that stopped, if it was one of ours.
    std::optional<Slot> on_input(const input::TrackEnded& ended);

    [[nodiscard]] DeviceState microphone() const { return microphone_.state; }
    [[nodiscard]] DeviceState camera() const { return camera_.state; }
    /// The captured tracks, muted or not; nothing while there is none.
    [[nodiscard]] std::optional<TrackId> microphone_track() const { return microphone_.track(); }
    [[nodiscard]] std::optional<TrackId> camera_track() const { return camera_.track(); }
    /// px, the shorter side of what the camera gives.
    [[nodiscard]] std::uint16_t camera_lines() const { return camera_lines_; }

private:
    enum class Wanted { On, Off };
    struct Device {
        DeviceState state = DeviceState::Off;
        Wanted wanted = Wanted::On;
        RequestId request;  ///< the one that is awaited
        TrackId handle;     ///< of the request, or of the open track
        bool open = false;

        [[nodiscard]] std::optional<TrackId> track() const { return open ? std::optional(handle) : std::nullopt; }
    };

    void request(bool microphone, bool camera);
    void prepare(Device& device, RequestId request);
    void opened(Device& device);
    void release(Device& device);
    void show_microphone();

    Outbox& outbox_;
    Numbers& numbers_;
    Device microphone_;
    Device camera_;
    static constexpr std::uint16_t lines_asked_for = 720;
    std::uint16_t camera_lines_ = lines_asked_for;
    output::Sound sound_ = output::Sound::Speech;
};

}  // namespace parley::core
