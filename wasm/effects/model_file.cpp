#include "effects/model_file.hpp"

#include <bit>
#include <string_view>

#include "effects/flat_buffer.hpp"

namespace parley::effects {
namespace {

// Of the schema of TensorFlow Lite: numbers of operators, of types and of fields in tables.
constexpr std::uint32_t operator_custom = 32;
constexpr std::uint32_t operator_dequantize = 6;
constexpr std::uint32_t type_float32 = 0;
constexpr std::uint32_t type_float16 = 1;
constexpr std::string_view transposed_name = "Convolution2DTransposeBias";

constexpr std::size_t values_max = 1'024;
constexpr std::size_t layers_max = 1'024;
constexpr int side_max = 1'024;
constexpr int channels_max = 1'024;
constexpr std::size_t numbers_max = 4'000'000;  ///< of one value
constexpr int channels_together = 4;            ///< convolutions compute so many at once

float from_half(std::uint32_t half) {
    const std::uint32_t sign = (half & 0x8000U) << 16;
    const std::uint32_t exponent = (half >> 10) & 0x1fU;
    const std::uint32_t fraction = half & 0x3ffU;
    if (exponent == 0) {
        const float tiny = static_cast<float>(fraction) / static_cast<float>(1U << 24);
        return sign != 0 ? -tiny : tiny;
    }
    const std::uint32_t wide = exponent == 31 ? 255 : exponent + 112;
    return std::bit_cast<float>(sign | (wide << 23) | (fraction << 13));
}

std::optional<LayerKind> kind_of(std::uint32_t code, std::span<const std::uint8_t> custom_name) {
    switch (code) {
        case 0:
            return LayerKind::Add;
        case 1:   // AVERAGE_POOL_2D, which here always takes in all that there is; the shapes are checked
        case 40:  // MEAN
            return LayerKind::Mean;
        case 3:
            return LayerKind::Convolve;
        case 4:
            return LayerKind::ConvolveEachChannel;
        case 14:
            return LayerKind::Sigmoid;
        case 18:
            return LayerKind::Multiply;
        case 19:
            return LayerKind::Rectify;
        case 23:
            return LayerKind::Enlarge;
        case operator_custom:
            if (std::string_view(reinterpret_cast<const char*>(custom_name.data()), custom_name.size()) ==
                transposed_name)
                return LayerKind::ConvolveTransposed;
            return std::nullopt;
        case 117:
            return LayerKind::HardSwish;
        default:
            return std::nullopt;
    }
}

class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> file) : file_(file) {}

    std::optional<Model> read() {
        const std::size_t root = file_.root();
        codes_ = file_.tables(root, 1);
        buffers_ = file_.tables(root, 4);
        const auto graphs = file_.tables(root, 2);
        if (graphs.size() != 1 || !read_values(graphs[0])) return std::nullopt;
        const auto inputs = file_.integers(graphs[0], 1);
        const auto outputs = file_.integers(graphs[0], 2);
        if (inputs.size() != 1 || outputs.size() != 1 || !known(inputs[0]) || !known(outputs[0])) return std::nullopt;
        model_.input = inputs[0];
        model_.output = outputs[0];
        const auto operators = file_.tables(graphs[0], 3);
        if (operators.size() > layers_max) return std::nullopt;
        for (const std::size_t one : operators) {
            if (!read_operator(one)) return std::nullopt;
        }
        if (file_.broken()) return std::nullopt;
        return std::move(model_);
    }

private:
    bool known(int value) const { return value >= 0 && static_cast<std::size_t>(value) < model_.values.size(); }
    const Shape& shape(int value) const { return model_.values[static_cast<std::size_t>(value)]; }

    bool read_values(std::size_t graph) {
        tensors_ = file_.tables(graph, 0);
        if (tensors_.size() > values_max) return false;
        for (const std::size_t tensor : tensors_) {
            // Weights have four dimensions too; what is no picture is never computed with as one.
            const auto sides = file_.integers(tensor, 0);
            Shape shape;
            if (sides.size() == 4 && sides[0] == 1) shape = {sides[1], sides[2], sides[3]};
            const bool fits = shape.height >= 0 && shape.height <= side_max && shape.width >= 0 &&
                              shape.width <= side_max && shape.channels >= 0 && shape.channels <= channels_max;
            model_.values.push_back(fits && shape.size() <= numbers_max ? shape : Shape{});
            constant_of_.push_back(static_cast<int>(model_.values.size()) - 1);
        }
        return true;
    }

    bool read_operator(std::size_t one) {
        const std::size_t code_index = file_.value(one, 0, 4);
        if (code_index >= codes_.size()) return false;
        const std::size_t code_table = codes_[code_index];
        // The code's first field is of one byte; what does not fit has a field of its own.
        const std::uint32_t wide_code = file_.value(code_table, 3, 4);
        const std::uint32_t code = wide_code != 0 ? wide_code : file_.value(code_table, 0, 1);
        const auto inputs = file_.integers(one, 1);
        const auto outputs = file_.integers(one, 2);
        if (inputs.empty() || outputs.size() != 1 || !known(outputs[0])) return false;
        for (const int input : inputs) {
            if (!known(input)) return false;
        }
        if (code == operator_dequantize) {
            constant_of_[static_cast<std::size_t>(outputs[0])] = inputs[0];
            return true;
        }
        const auto kind = kind_of(code, file_.bytes(code_table, 1));
        if (!kind) return false;
        Layer layer{.kind = *kind, .operands = {inputs[0]}, .result = outputs[0], .weights = {}, .bias = {}};
        return read_details(file_.table(one, 4), inputs, layer) && take(std::move(layer));
    }

    bool read_details(std::size_t options, const std::vector<int>& inputs, Layer& layer) {
        switch (layer.kind) {
            case LayerKind::Convolve:
            case LayerKind::ConvolveEachChannel: {
                const int across = static_cast<int>(file_.value(options, 1, 4));
                layer.stride = static_cast<int>(file_.value(options, 2, 4));
                return across == layer.stride && layer.stride >= 1 && layer.stride <= 2 && read_weights(inputs, layer);
            }
            case LayerKind::ConvolveTransposed:
                layer.stride = 2;
                return read_weights(inputs, layer);
            case LayerKind::Add:
            case LayerKind::Multiply:
                if (inputs.size() != 2) return false;
                layer.operands.push_back(inputs[1]);
                return true;
            default:
                return true;
        }
    }

    bool read_weights(const std::vector<int>& inputs, Layer& layer) {
        if (inputs.size() != 3) return false;
        const auto sides = file_.integers(tensors_[static_cast<std::size_t>(source(inputs[1]))], 0);
        if (sides.size() != 4 || sides[1] != sides[2] || sides[1] < 1 || sides[1] > 7) return false;
        layer.taps = sides[1];
        layer.weights = constant(source(inputs[1]));
        layer.bias = constant(source(inputs[2]));
        return true;
    }

    int source(int value) const { return constant_of_[static_cast<std::size_t>(value)]; }

    std::vector<float> constant(int value) {
        const std::size_t tensor = tensors_[static_cast<std::size_t>(value)];
        const std::uint32_t type = file_.value(tensor, 1, 1);
        const std::size_t buffer = file_.value(tensor, 2, 4);
        if (buffer >= buffers_.size() || (type != type_float32 && type != type_float16)) return {};
        const auto raw = file_.bytes(buffers_[buffer], 0);
        const std::size_t size = type == type_float16 ? 2 : 4;
        std::vector<float> numbers;
        numbers.reserve(raw.size() / size);
        FlatBuffer content(raw);
        for (std::size_t at = 0; at + size <= raw.size(); at += size) {
            const std::uint32_t bits = content.number(at, size);
            numbers.push_back(type == type_float16 ? from_half(bits) : std::bit_cast<float>(bits));
        }
        return numbers;
    }

    bool take(Layer layer) {
        if (!fits(layer)) return false;
        model_.layers.push_back(std::move(layer));
        return true;
    }

    /// Whether what goes in, what comes out and the weights belong together.
    bool fits(const Layer& layer) const {
        const Shape& in = shape(layer.operands[0]);
        const Shape& out = shape(layer.result);
        if (in.size() == 0 || out.size() == 0) return false;
        const auto taps = static_cast<std::size_t>(layer.taps);
        const std::size_t weights = taps * taps;
        const auto channels_out = static_cast<std::size_t>(out.channels);
        const Shape strided{(in.height + layer.stride - 1) / layer.stride, (in.width + layer.stride - 1) / layer.stride,
                            out.channels};
        switch (layer.kind) {
            case LayerKind::Convolve:
                return out == strided && out.channels % channels_together == 0 && layer.bias.size() == channels_out &&
                       layer.weights.size() == weights * channels_out * static_cast<std::size_t>(in.channels);
            case LayerKind::ConvolveEachChannel:
                return out == strided && in.channels == out.channels && in.channels % channels_together == 0 &&
                       layer.bias.size() == channels_out && layer.weights.size() == weights * channels_out;
            case LayerKind::ConvolveTransposed:
                return layer.taps == 2 && out == Shape{in.height * 2, in.width * 2, 1} && layer.bias.size() == 1 &&
                       layer.weights.size() == weights * static_cast<std::size_t>(in.channels);
            case LayerKind::Mean:
                return out == Shape{1, 1, in.channels};
            case LayerKind::Enlarge:
                return out == Shape{in.height * 2, in.width * 2, in.channels};
            case LayerKind::Multiply:
                return in == out &&
                       (shape(layer.operands[1]) == in || shape(layer.operands[1]) == Shape{1, 1, in.channels});
            case LayerKind::Add:
                return in == out && shape(layer.operands[1]) == in;
            default:
                return in == out;
        }
    }

    FlatBuffer file_;
    Model model_;
    std::vector<std::size_t> codes_;
    std::vector<std::size_t> buffers_;
    std::vector<std::size_t> tensors_;
    std::vector<int> constant_of_;  ///< the value whose numbers are meant, for each value
};

}  // namespace

std::optional<Model> read_model(std::span<const std::uint8_t> file) { return Reader(file).read(); }

}  // namespace parley::effects
