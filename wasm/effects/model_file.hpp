#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace parley::effects {

/// What a layer computes. Only what the models that find people are made of.
enum class LayerKind : std::uint8_t {
    Add,
    Multiply,  ///< the second operand may be one pixel, which then counts for all
    Convolve,
    ConvolveEachChannel,  ///< "depthwise"
    ConvolveTransposed,   ///< 2x2 taps, stride 2
    Mean,                 ///< over all pixels
    Enlarge,              ///< to twice the size, bilinear, pixel centres at halves
    Rectify,              ///< nothing below 0
    HardSwish,
    Sigmoid,
};

struct Shape {
    int height = 0;
    int width = 0;
    int channels = 0;
    [[nodiscard]] std::size_t size() const {
        return static_cast<std::size_t>(height) * static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
    }
    friend bool operator==(const Shape&, const Shape&) = default;
};

struct Layer {
    LayerKind kind = LayerKind::Add;
    int stride = 1;
    int taps = 1;               ///< of a convolution, along each side
    std::vector<int> operands;  ///< numbers of values
    int result = 0;             ///< number of a value
    std::vector<float> weights;
    std::vector<float> bias;
};

/// A network as a file describes it: values (pictures with channels), and the layers that make each from others.
struct Model {
    std::vector<Shape> values;
    std::vector<Layer> layers;  ///< in an order in which they can be computed
    int input = 0;
    int output = 0;
};

/// Reads a TensorFlow Lite file (a FlatBuffer). Nothing if it is broken, or is made of what is not known here: all
/// shapes of the layers fit each other in what is given.
std::optional<Model> read_model(std::span<const std::uint8_t> file);

}  // namespace parley::effects
