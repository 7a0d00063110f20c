#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "effects/light.hpp"
#include "effects/mask.hpp"
#include "effects/network.hpp"

// What the worker calls (web/segmenter.js). It sees numbers and bytes in this module's memory, nothing else.

namespace {

using namespace parley::effects;

constexpr int picture_channels = 4;
constexpr int model_channels = 3;

// One worker has one camera, and a module of its own: these are the worker's whole state.
struct Room {
    std::vector<std::uint8_t> file;
    std::vector<std::uint8_t> picture;
    std::vector<std::uint8_t> mask_bytes;
    std::optional<Network> network;
    Mask mask;
    Light light;
};

Room& room() {
    static Room one;
    return one;
}

int make_picture(int width, int height) {
    const int bytes = width * height * picture_channels;
    room().picture.assign(static_cast<std::size_t>(bytes), 0);
    return 1;
}

}  // namespace

extern "C" {

/// Where the model's file of `size` bytes is to be put.
[[clang::export_name("model_room")]] std::uint8_t* model_room(int size) {
    room().file.resize(static_cast<std::size_t>(size));
    return room().file.data();
}
/// Reads it: 1 if it can be used.
[[clang::export_name("load_model")]] int load_model() {
    auto model = read_model(room().file);
    room().file = {};
    if (!model) return 0;
    room().network.emplace(std::move(*model));
    const Shape in = room().network->input_shape();
    const Shape out = room().network->output_shape();
    if (in.channels != model_channels || out != Shape{in.height, in.width, 1}) return 0;
    room().mask = {};
    room().mask_bytes.assign(out.size(), 0);
    return make_picture(in.width, in.height);
}
/// Without a model: pictures of that size are looked at for their light.
[[clang::export_name("use_pictures_of")]] int use_pictures_of(int width, int height) {
    return make_picture(width, height);
}
[[clang::export_name("picture_width")]] int picture_width() {
    return room().network ? room().network->input_shape().width : 0;
}
[[clang::export_name("picture_height")]] int picture_height() {
    return room().network ? room().network->input_shape().height : 0;
}
/// Where the next small picture goes, four bytes a pixel, and what `find_person` made of it, a byte a pixel.
[[clang::export_name("picture")]] std::uint8_t* picture() { return room().picture.data(); }
[[clang::export_name("mask")]] std::uint8_t* mask() { return room().mask_bytes.data(); }

[[clang::export_name("find_person")]] void find_person() {
    if (!room().network) return;
    const std::span<float> in = room().network->input();
    const auto& bytes = room().picture;
    for (std::size_t at = 0, from = 0; at < in.size(); at += model_channels, from += picture_channels) {
        for (std::size_t channel = 0; channel < model_channels; ++channel) {
            in[at + channel] = static_cast<float>(bytes[from + channel]) / 255;
        }
    }
    room().network->run();
    room().mask.take(room().network->output(), room().mask_bytes);
}
[[clang::export_name("look_at_light")]] void look_at_light() { room().light.look(room().picture); }
[[clang::export_name("light_gamma")]] float light_gamma() { return room().light.correction().gamma; }
[[clang::export_name("light_gain")]] float light_gain(int channel) {
    return room().light.correction().gain[static_cast<std::size_t>(channel)];
}
}
