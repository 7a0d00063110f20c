#include "web/equipment.hpp"

#include <emscripten/val.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "web/codec_names.hpp"

namespace parley::web {

using core::quality::Browser;
using core::quality::Equipment;
using core::quality::VideoCodec;
using emscripten::val;

namespace {

// By the words that each puts into its own name only; what runs on iOS is Safari inside and says so.
Browser browser_of(std::string_view user_agent) {
    const auto says = [&](std::string_view word) { return user_agent.find(word) != std::string_view::npos; };
    if (says("Firefox/")) return Browser::Firefox;
    if (says("Chrome/") || says("Chromium/")) return Browser::Chromium;
    return says("Safari/") ? Browser::Safari : Browser::Other;
}

std::vector<VideoCodec> encoders() {
    std::vector<VideoCodec> found;
    const val sender = val::global("RTCRtpSender");
    if (sender.isUndefined()) return found;
    const val capabilities = sender.call<val>("getCapabilities", val("video"));
    if (capabilities.isNull()) return found;
    for (const val& codec : capabilities["codecs"]) {
        const VideoCodec known = video_codec(codec["mimeType"].as<std::string>());
        if (known != VideoCodec::None && std::ranges::find(found, known) == found.end()) found.push_back(known);
    }
    return found;
}

}  // namespace

Equipment read_equipment() {
    const val navigator = val::global("navigator");
    const auto user_agent = navigator["userAgent"].as<std::string>();
    Equipment equipment{.browser = browser_of(user_agent), .encoders = encoders()};
    // The word that browsers agreed upon for what is held in a hand.
    if (user_agent.find("Mobi") != std::string::npos) equipment.form = Equipment::Form::Phone;
    if (const val processors = navigator["hardwareConcurrency"]; !processors.isUndefined()) {
        equipment.processors = processors.as<std::uint16_t>();
    }
    return equipment;
}

}  // namespace parley::web
