#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace parley::effects {

/// How a picture is made brighter and freed from the colour of its light.
struct Correction {
    float gamma = 1;                        ///< each channel is raised to this power; below 1 brightens
    std::array<float, 3> gain = {1, 1, 1};  ///< then, of red, green and blue
    friend bool operator==(const Correction&, const Correction&) = default;
};

/// Follows the light of the pictures. Only ever brightens: who sits before a bright window is not made darker still.
class Light {
public:
    /// Looks at a small picture of four bytes a pixel (red, green, blue, unused).
    void look(std::span<const std::uint8_t> picture);
    [[nodiscard]] const Correction& correction() const { return correction_; }

private:
    enum class Seen : std::uint8_t { Nothing, Something };
    Correction correction_;
    Seen seen_ = Seen::Nothing;
};

}  // namespace parley::effects
