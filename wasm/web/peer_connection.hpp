#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/handles.hpp"
#include "core/output/connection.hpp"
#include "core/output/playback.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// One RTCPeerConnection (W3C WebRTC) with its data channel and the transceivers of every slot.
/// Silent once it is destroyed, which closes it.
class PeerConnection {
public:
    /// `certificate`: the RTCCertificate of this page load, or undefined for one of its own.
    PeerConnection(const core::output::CreateConnection& order, const emscripten::val& certificate, Sink sink);
    ~PeerConnection();
    PeerConnection(const PeerConnection&) = delete;
    PeerConnection& operator=(const PeerConnection&) = delete;

    void adopt_transceivers(const core::quality::CodecOrder& codecs);
    void set_local_description(core::OperationId operation);
    void set_remote_description(const core::output::SetRemoteDescription& description);
    /// Counts from the next gathering on.
    void set_ice_servers(const core::output::SetIceServers& order);
    void restart_ice();
    void add_candidate(const protocol::Candidate& candidate);
    /// `track`: a MediaStreamTrack, or null for none.
    void set_outgoing_track(core::Slot slot, const emscripten::val& track);
    /// How the slot's picture is sent from now on.
    void set_encoding(core::Slot slot, const core::quality::Encoding& encoding);
    /// The same for the microphone.
    void set_sound_encoding(const core::quality::SoundEncoding& encoding);
    /// The next frame of every picture that is sent is a whole one, in browsers that can be asked for it.
    void refresh_pictures();
    /// Dropped while the channel is not open.
    void send_on_channel(const std::string& text);
    /// Answered by Measured.
    void measure();

    /// A MediaStream of what arrives as microphone and camera, or as a screen and its sound.
    emscripten::val remote_stream(core::output::AttachRemote::What what) const;
    /// The RTCDataChannel that carries the bytes of files, beside the one for words.
    emscripten::val file_channel() const { return file_channel_; }
    /// The RTCRtpTransceiver of the slot, or undefined before there are any.
    emscripten::val transceiver(core::Slot slot) const;

    void on_event(const emscripten::val& event);
    void on_local_description(int operation);
    void on_remote_description(int operation);
    void on_operation_failed(int operation, const emscripten::val& error);
    void on_statistics(const emscripten::val& report);

private:
    enum class NextFrame : std::uint8_t { Any, Whole };

    void listen();
    [[nodiscard]] emscripten::val make_channel(const char* name, int id);
    void keep(const emscripten::val& transceiver, const core::quality::CodecOrder& codecs);
    void send_as_wanted(core::Slot slot, NextFrame next);
    /// A description was set.
    void on_negotiated();
    /// The number of the slot whose stream `statistics` is of.
    std::optional<std::size_t> slot_of(const emscripten::val& statistics) const;
    void await(const emscripten::val& promise, const char* done, core::OperationId operation);

    core::ConnectionId id_;
    Sink sink_;
    emscripten::val certificate_;
    emscripten::val connection_;
    emscripten::val channel_;
    emscripten::val file_channel_;
    emscripten::val person_stream_;  ///< names what belongs together, so that lips and voice stay in step
    emscripten::val screen_stream_;
    std::vector<emscripten::val> transceivers_;
    std::map<core::Slot, core::quality::Encoding> encodings_;  ///< as they are wanted
    std::optional<core::quality::SoundEncoding> sound_encoding_;
    Handle<PeerConnection> handle_{*this};
};

}  // namespace parley::web
