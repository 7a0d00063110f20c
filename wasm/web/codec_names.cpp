#include "web/codec_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace parley::web {

using core::quality::VideoCodec;

namespace {

constexpr std::array<std::pair<VideoCodec, std::string_view>, 4> names{{{VideoCodec::Vp8, "video/VP8"},
                                                                        {VideoCodec::Vp9, "video/VP9"},
                                                                        {VideoCodec::Av1, "video/AV1"},
                                                                        {VideoCodec::H264, "video/H264"}}};

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

}  // namespace

bool same_name(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower, lower);
}

VideoCodec video_codec(std::string_view name) {
    for (const auto& [codec, own_name] : names) {
        if (same_name(own_name, name)) return codec;
    }
    return VideoCodec::None;
}

std::string_view name_of(VideoCodec codec) {
    for (const auto& [named, name] : names) {
        if (named == codec) return name;
    }
    return {};
}

}  // namespace parley::web
