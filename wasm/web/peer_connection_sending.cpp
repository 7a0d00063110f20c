#include <algorithm>
#include <string>

#include "web/codec_names.hpp"
#include "web/peer_connection.hpp"

// How pictures and sound are sent (W3C WebRTC section 5.2). While one change is under way the browser still tells the
// parameters of before it, so each change says all that is wanted. What a browser refuses is sent as before.

namespace parley::web {

using core::Slot;
using core::quality::Encoding;
using core::quality::SoundEncoding;
using core::quality::VideoCodec;
using emscripten::val;

namespace {

val degradation_preference(Encoding::Favour favour) {
    return val(favour == Encoding::Favour::Motion ? "maintain-framerate" : "maintain-resolution");
}

val bitrate(std::uint32_t max_bps) { return max_bps == 0 ? val::undefined() : val(max_bps); }

/// Undefined, for the browser's own choice, unless both sides have agreed on the codec: another is refused.
val agreed_codec(const val& parameters, VideoCodec wanted) {
    if (wanted == VideoCodec::None) return val::undefined();
    for (val codec : parameters["codecs"]) {
        if (video_codec(codec["mimeType"].as<std::string>()) == wanted) return codec;
    }
    return val::undefined();
}

/// RTCRtpSendParameters.encodings[0]: there is one as long as nobody asks for simulcast.
val encoding_of(const val& parameters) { return parameters["encodings"][0]; }

void describe(const Encoding& encoding, val& parameters) {
    parameters.set("degradationPreference", degradation_preference(encoding.favour));
    val picture = encoding_of(parameters);
    picture.set("active", encoding.activity == Encoding::Activity::Sent);
    picture.set("scaleResolutionDownBy", encoding.scale_down);
    picture.set("maxBitrate", bitrate(encoding.bitrate_max_bps));
    picture.set("maxFramerate", static_cast<int>(encoding.frames_per_s_max));
    picture.set("codec", agreed_codec(parameters, encoding.codec));
}

void describe(const SoundEncoding& encoding, val& parameters) {
    val sound = encoding_of(parameters);
    sound.set("active", encoding.activity == Encoding::Activity::Sent);
    sound.set("maxBitrate", bitrate(encoding.bitrate_max_bps));
}

}  // namespace

void PeerConnection::set_encoding(Slot slot, const Encoding& encoding) {
    encodings_.insert_or_assign(slot, encoding);
    send_as_wanted(slot, NextFrame::Any);
}

void PeerConnection::set_sound_encoding(const SoundEncoding& encoding) {
    sound_encoding_ = encoding;
    send_as_wanted(Slot::Microphone, NextFrame::Any);
}

void PeerConnection::refresh_pictures() {
    for (const Slot slot : {Slot::Camera, Slot::Screen}) send_as_wanted(slot, NextFrame::Whole);
}

// Which codecs both sides have is known only now. And Chromium refuses what meets a description that is being set.
void PeerConnection::on_negotiated() {
    if (connection_["signalingState"].as<std::string>() != "stable") return;
    for (const auto& [slot, encoding] : encodings_) send_as_wanted(slot, NextFrame::Any);
    if (sound_encoding_) send_as_wanted(Slot::Microphone, NextFrame::Any);
}

void PeerConnection::send_as_wanted(Slot slot, NextFrame next) {
    const val line = transceiver(slot);
    if (line.isUndefined()) return;
    const val sender = line["sender"];
    val parameters = sender.call<val>("getParameters");
    // Chromium's answerer has no encoding of its microphone before its first answer; all is said again then.
    if (encoding_of(parameters).isUndefined()) return;
    if (slot == Slot::Microphone && sound_encoding_) describe(*sound_encoding_, parameters);
    if (const auto wanted = encodings_.find(slot); wanted != encodings_.end()) describe(wanted->second, parameters);
    val options = val::object();
    if (next == NextFrame::Whole) {
        val whole_frame = val::object();
        whole_frame.set("keyFrame", true);
        const val of_each = val::array();
        of_each.call<void>("push", whole_frame);
        options.set("encodingOptions", of_each);
    }
    sender.call<val>("setParameters", parameters, options)
        .call<void>("catch", callback("connection_ignore", handle_.number()));
}

}  // namespace parley::web
