#include "effects/network.hpp"

#include <algorithm>
#include <utility>

#include "effects/kernels.hpp"

namespace parley::effects {

Network::Network(Model model) : model_(std::move(model)) {
    for (Layer& layer : model_.layers) {
        if (layer.kind != LayerKind::Convolve) continue;
        layer.weights = arranged_for_convolve(layer, shape(layer.operands[0]).channels, shape(layer.result).channels);
    }
    share_memory();
}

void Network::share_memory() {
    constexpr auto nowhere = static_cast<std::size_t>(-1);
    room_of_.assign(model_.values.size(), nowhere);
    std::vector<std::size_t> last_use(model_.values.size(), 0);
    for (std::size_t step = 0; step < model_.layers.size(); ++step) {
        for (const int operand : model_.layers[step].operands) last_use[static_cast<std::size_t>(operand)] = step;
    }
    last_use[static_cast<std::size_t>(model_.output)] = model_.layers.size();
    std::vector<std::size_t> free_rooms;
    const auto place = [&](int number) {
        const auto at = static_cast<std::size_t>(number);
        if (room_of_[at] != nowhere) return;
        if (free_rooms.empty()) {
            free_rooms.push_back(rooms_.size());
            rooms_.emplace_back();
        }
        room_of_[at] = free_rooms.back();
        free_rooms.pop_back();
        auto& room = rooms_[room_of_[at]];
        room.resize(std::max(room.size(), shape(number).size()));
    };
    place(model_.input);
    for (std::size_t step = 0; step < model_.layers.size(); ++step) {
        const Layer& layer = model_.layers[step];
        for (const int operand : layer.operands) place(operand);
        place(layer.result);
        auto done = layer.operands;
        std::ranges::sort(done);
        done.erase(std::ranges::unique(done).begin(), done.end());
        for (const int operand : done) {
            if (last_use[static_cast<std::size_t>(operand)] != step) continue;
            free_rooms.push_back(room_of_[static_cast<std::size_t>(operand)]);
        }
    }
    place(model_.output);
}

std::span<float> Network::value(int number) {
    return std::span(rooms_[room_of_[static_cast<std::size_t>(number)]]).first(shape(number).size());
}

void Network::run() {
    for (const Layer& layer : model_.layers) run(layer);
}

void Network::run(const Layer& layer) {
    const Shape& in_shape = shape(layer.operands[0]);
    const Shape& out_shape = shape(layer.result);
    const std::span<const float> in = value(layer.operands[0]);
    const std::span<float> out = value(layer.result);
    switch (layer.kind) {
        case LayerKind::Add:
            return add(in, value(layer.operands[1]), out);
        case LayerKind::Multiply:
            return multiply(in, value(layer.operands[1]), out);
        case LayerKind::Convolve:
            return convolve(layer, in_shape, in, out_shape, out);
        case LayerKind::ConvolveEachChannel:
            return convolve_each_channel(layer, in_shape, in, out_shape, out);
        case LayerKind::ConvolveTransposed:
            return convolve_transposed(layer, in_shape, in, out);
        case LayerKind::Mean:
            return mean(in_shape, in, out);
        case LayerKind::Enlarge:
            return enlarge(in_shape, in, out);
        case LayerKind::Rectify:
            return rectify(in, out);
        case LayerKind::HardSwish:
            return hard_swish(in, out);
        case LayerKind::Sigmoid:
            return sigmoid(in, out);
    }
}

}  // namespace parley::effects
