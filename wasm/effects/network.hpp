#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "effects/model_file.hpp"

namespace parley::effects {

/// Computes a model, one picture at a time. Its memory is made once; values that are not needed at the same time
/// share it.
class Network {
public:
    explicit Network(Model model);

    [[nodiscard]] const Shape& input_shape() const { return shape(model_.input); }
    [[nodiscard]] const Shape& output_shape() const { return shape(model_.output); }

    /// Where the next picture goes: rows from the top, pixels from the left, channels of a pixel side by side.
    std::span<float> input() { return value(model_.input); }
    /// What came of the last one; stands until the next.
    std::span<const float> output() { return value(model_.output); }
    void run();

private:
    [[nodiscard]] const Shape& shape(int number) const { return model_.values[static_cast<std::size_t>(number)]; }
    std::span<float> value(int number);
    void share_memory();
    void run(const Layer& layer);

    Model model_;
    std::vector<std::size_t> room_of_;  ///< for each value
    std::vector<std::vector<float>> rooms_;
};

}  // namespace parley::effects
