#include "web/codec_preferences.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/codec_names.hpp"

namespace parley::web {

using core::quality::CodecOrder;
using emscripten::val;

namespace {

std::vector<std::string_view> wanted_names(const CodecOrder& order, std::string_view kind) {
    std::vector<std::string_view> names;
    if (kind == "audio" && order.sound == CodecOrder::Redundancy::On) names.push_back(redundant_sound_name);
    if (kind != "video") return names;
    for (const core::quality::VideoCodec codec : order.video) names.push_back(name_of(codec));
    return names;
}

struct Ranked {
    val codec;
    std::size_t rank = 0;
};

std::size_t rank_of(std::string_view name, const std::vector<std::string_view>& wanted) {
    const auto found = std::ranges::find_if(wanted, [&](std::string_view one) { return same_name(one, name); });
    return static_cast<std::size_t>(found - wanted.begin());
}

}  // namespace

void prefer_codecs(const val& transceiver, const CodecOrder& order) {
    const val kind = transceiver["receiver"]["track"]["kind"];
    const std::vector<std::string_view> names = wanted_names(order, kind.as<std::string>());
    if (names.empty() || transceiver["setCodecPreferences"].isUndefined()) return;
    const val capabilities = val::global("RTCRtpReceiver").call<val>("getCapabilities", kind);
    if (capabilities.isNull()) return;
    std::vector<Ranked> codecs;
    for (val codec : capabilities["codecs"]) {
        const std::size_t rank = rank_of(codec["mimeType"].as<std::string>(), names);
        codecs.push_back({std::move(codec), rank});
    }
    std::ranges::stable_sort(codecs, {}, &Ranked::rank);
    const val preferences = val::array();
    for (const Ranked& ranked : codecs) preferences.call<void>("push", ranked.codec);
    transceiver.call<void>("setCodecPreferences", preferences);
}

}  // namespace parley::web
