#include "core/quality/governor.hpp"

namespace parley::core::quality {

void Governor::set_circumstances(TimeMs /*now*/, const Circumstances& circumstances) { circumstances_ = circumstances; }
void Governor::add(TimeMs /*now*/, const PeerId& viewer) {
    viewers_[viewer].choice.camera.bitrate_max_bps = 1'700'000;
    viewers_[viewer].choice.screen.bitrate_max_bps = 1'700'000;
}
void Governor::remove(TimeMs /*now*/, const PeerId& viewer) { viewers_.erase(viewer); }
void Governor::set_shown(TimeMs /*now*/, const PeerId& /*viewer*/, std::uint16_t /*camera*/, std::uint16_t /*screen*/) {
}
void Governor::begin_connection(TimeMs /*now*/, const PeerId& /*viewer*/) {}
void Governor::measure(TimeMs /*now*/, const PeerId& /*viewer*/, const Measurement& /*measurement*/) {}
void Governor::tick(TimeMs /*now*/) {}
std::optional<TimeMs> Governor::deadline() const { return std::nullopt; }
const Choice& Governor::choice(const PeerId& viewer) const { return viewers_.at(viewer).choice; }
bool Governor::line_is_short() const { return false; }
bool Governor::processor_is_short() const { return false; }

}  // namespace parley::core::quality
