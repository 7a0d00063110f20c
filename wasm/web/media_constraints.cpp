#include "web/media_constraints.hpp"

#include <algorithm>

namespace parley::web {

using emscripten::val;

namespace {

constexpr int aspect_width = 16;
constexpr int aspect_height = 9;

val one(const char* name, const val& value) {
    val object = val::object();
    object.set(name, value);
    return object;
}

val ideal(int value) { return one("ideal", val(value)); }

}  // namespace

val microphone_constraints(const std::string& device, const core::SoundShape& shape) {
    val constraints = val::object();
    if (!device.empty()) constraints.set("deviceId", one("exact", val(device)));
    constraints.set("echoCancellation", shape.cleaning.echo_cancellation);
    constraints.set("noiseSuppression", shape.cleaning.noise_suppression);
    constraints.set("autoGainControl", shape.cleaning.automatic_gain);
    if (shape.channels > 1) constraints.set("channelCount", ideal(shape.channels));
    return constraints;
}

val picture_constraints(const core::CameraShape& shape) {
    val constraints = val::object();
    constraints.set("width", ideal(shape.lines * aspect_width / aspect_height));
    constraints.set("height", ideal(shape.lines));
    constraints.set("frameRate", ideal(shape.frames_per_s));
    return constraints;
}

val camera_constraints(const std::string& device, const core::CameraShape& shape) {
    val constraints = picture_constraints(shape);
    if (device.empty()) {
        constraints.set("facingMode", "user");
    } else {
        constraints.set("deviceId", one("exact", val(device)));
    }
    return constraints;
}

std::uint16_t lines_of(const val& track) {
    const val settings = track.call<val>("getSettings");
    const val width = settings["width"];
    const val height = settings["height"];
    if (width.isUndefined() || height.isUndefined()) return 0;
    return static_cast<std::uint16_t>(std::min(width.as<int>(), height.as<int>()));
}

core::DeviceName device_of(const val& track) {
    const val id = track.call<val>("getSettings")["deviceId"];
    return {.id = id.isString() ? id.as<std::string>() : std::string(), .label = track["label"].as<std::string>()};
}

}  // namespace parley::web
