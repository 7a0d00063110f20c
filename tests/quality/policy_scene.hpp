#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/quality/policy.hpp"
#include "core/quality/steps.hpp"

/// Calls and viewers for tests of who is sent which picture.
namespace parley::core::quality {

using Activity = Encoding::Activity;
using Favour = Encoding::Favour;

inline constexpr int nothing = static_cast<int>(camera_steps.size());
inline constexpr std::uint32_t speech_bps = 50'000;

inline Viewer showing(std::uint16_t height) { return {.camera_height = height, .screen_height = {}, .line_bps = {}}; }

inline Choice choose_one(const Scene& scene, const Viewer& viewer = showing(720)) {
    return choose(scene, std::vector<Viewer>{viewer}).front();
}

inline Scene call_of(int people) {
    Scene scene;
    scene.people = people;
    return scene;
}

}  // namespace parley::core::quality
