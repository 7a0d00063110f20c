#pragma once

#include <cstdint>
#include <optional>

#include "core/capture.hpp"
#include "core/devices.hpp"
#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/time.hpp"
#include "core/view/devices.hpp"

namespace parley::core {

/// The person's own microphone and camera, and what the browser says of the devices that there are.
class LocalMedia {
public:
    LocalMedia(Outbox& outbox, Numbers& numbers) : context_{.outbox = outbox, .numbers = numbers} {}

    /// Asks for what the person wants and has not got: both at once, so that the browser asks once.
    void open();
    /// Lets everything go. What the person wanted is remembered for the next `open`.
    void close();

    /// What is open already follows at once.
    void prefer(const DevicePreferences& preferences, output::Sound sound);
    void toggle_microphone() { microphone_.toggle(); }
    void toggle_camera() { camera_.toggle(); }
    void retry_microphone() { microphone_.retry(); }
    void retry_camera() { camera_.retry(); }
    /// Nothing happens unless push-to-talk is preferred.
    void talk(Capture::Talking talking);
    void list() { context_.outbox.push(output::ListDevices{}); }

    void on_input(TimeMs now, const input::DevicesOpened& opened);
    void on_input(const input::DevicesFailed& failed);
    void on_input(TimeMs now, const input::TrackEnded& ended);
    void on_input(TimeMs now, const input::TrackSilent& silent);
    void on_input(const input::TrackSounding& sounding);
    void on_input(const input::DevicesListed& listed);
    void on_input(const input::CameraTuned& tuned);
    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const;
    /// Once no connection sends and no element shows what was replaced.
    void stop_former();

    struct Event {
        DeviceKind kind = DeviceKind::Microphone;
        Capture::Event happened;
    };
    /// Call until there is none.
    std::optional<Event> take_event();

    [[nodiscard]] DeviceState microphone() const { return microphone_.state(); }
    [[nodiscard]] DeviceState camera() const { return camera_.state(); }
    /// The captured tracks, muted or not; nothing while there is none.
    [[nodiscard]] std::optional<TrackId> microphone_track() const { return microphone_.track(); }
    [[nodiscard]] std::optional<TrackId> camera_track() const { return camera_.track(); }
    /// px, the shorter side of what the camera gives.
    [[nodiscard]] std::uint16_t camera_lines() const { return camera_lines_; }
    [[nodiscard]] const DeviceList& devices() const { return context_.list; }
    /// As it is to be drawn.
    [[nodiscard]] DeviceChoiceView choice(DeviceKind kind) const;

private:
    CaptureContext context_;
    Capture microphone_{DeviceKind::Microphone, context_};
    Capture camera_{DeviceKind::Camera, context_};
    std::uint16_t camera_lines_ = CameraShape().lines;
    bool listed_ = false;
};

}  // namespace parley::core
