#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace parley::effects {

/// Where the person is, from picture to picture: what the network is sure of counts at once, what it is not sure of
/// follows slowly, so that edges don't flicker.
class Mask {
public:
    /// Takes what the network said of the next picture (0: background, 1: person) and writes it, steadied, as bytes.
    void take(std::span<const float> said, std::span<std::uint8_t> bytes);

private:
    std::vector<float> steady_;
};

}  // namespace parley::effects
