#pragma once

#include <emscripten/val.h>

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "core/output.hpp"
#include "web/background_picture.hpp"
#include "web/camera_effects.hpp"
#include "web/candidate_gatherer.hpp"
#include "web/clipboard.hpp"
#include "web/device_list.hpp"
#include "web/file_sender.hpp"
#include "web/file_sources.hpp"
#include "web/file_store.hpp"
#include "web/floating_picture.hpp"
#include "web/full_screen.hpp"
#include "web/identity.hpp"
#include "web/level_meter.hpp"
#include "web/media_devices.hpp"
#include "web/media_session.hpp"
#include "web/noise_filters.hpp"
#include "web/page_guard.hpp"
#include "web/peer_connection.hpp"
#include "web/qr_code.hpp"
#include "web/recordings.hpp"
#include "web/room_keys.hpp"
#include "web/screen_capture.hpp"
#include "web/sealer.hpp"
#include "web/services.hpp"
#include "web/share_sheet.hpp"
#include "web/signal_socket.hpp"
#include "web/sink.hpp"
#include "web/test_sound.hpp"
#include "web/video_layer.hpp"
#include "web/wake_lock.hpp"

namespace parley::app {

/// Carries out what the core asks for: one call of one adapter for each output. Answers go to `sink`.
class Platform {
public:
    Platform(web::Sink sink, web::VideoLayer& videos);

    void carry_out(const core::Output& output);

private:
    void run(const core::output::PrepareIdentity& order);
    void run(const core::output::DeriveRoom& order);
    void run(const core::output::ReplaceAddress& order);
    void run(const core::output::StoreName& order);
    void run(const core::output::StoreGrant& order);
    void run(const core::output::CopyText& order);
    void run(const core::output::OpenDevices& order);
    void run(const core::output::EnableTrack& order);
    void run(const core::output::StopTrack& order);
    void run(const core::output::WatchLevels& order);
    void run(const core::output::OpenSocket& order);
    void run(const core::output::SendText& order);
    void run(const core::output::CloseSocket& order);
    void run(const core::output::Seal& order);
    void run(const core::output::Open& order);
    void run(const core::output::VerifyIdentity& order);
    void run(const core::output::CreateConnection& order);
    void run(const core::output::AttachRemote& order);
    void run(const core::output::AttachLocal& order);
    void run(const core::output::Detach& order);
    void run(const core::output::ResumeSound& order);
    void run(const core::output::CloseConnection& order);
    void run(const core::output::StorePreferences& order);
    void run(const core::output::SaveFile& order);
    void run(const core::output::AskServices& order);
    void run(const core::output::GatherCandidates& order);
    void run(const core::output::StopGathering& order);
    void run(const core::output::PlayTestSound& order);
    void run(const core::output::OpenScreen& order);
    void run(const core::output::SetFullScreen& order);
    void run(const core::output::FloatPicture& order);
    void run(const core::output::ListDevices& order);
    void run(const core::output::TuneCamera& order);
    void run(const core::output::UseSpeaker& order);
    void run(const core::output::SetVolume& order);
    // Recordings.
    void run(const core::output::FindRecordings& order);
    void run(const core::output::StartRecorder& order);
    void run(const core::output::ComposeRecording& order);
    void run(const core::output::PauseRecorder& order);
    void run(const core::output::ResumeRecorder& order);
    void run(const core::output::StopRecorder& order);
    void run(const core::output::OfferRecording& order);
    void run(const core::output::DiscardRecording& order);
    void run(const core::output::StoreDraft& order);
    void run(const core::output::PickFiles& order);
    void run(const core::output::StopSending& order);
    void run(const core::output::DropReceived& order);
    void run(const core::output::SaveReceived& order);
    void run(const core::output::GuardPage& order);
    void run(const core::output::KeepAwake& order);
    void run(const core::output::UpdateMediaSession& order);
    void run(const core::output::ShareLink& order);
    void run(const core::output::MakeQrCode& order);
    void run(web::PeerConnection& connection, const core::output::SendFile& order);
    void run(web::PeerConnection& connection, const core::output::ReceiveFile& order);
    void forget_files(core::ConnectionId connection);
    void run(const core::output::StartEffect& order);
    void run(const core::output::ChangeEffect& order);
    void run(const core::output::StartNoiseFilter& order);
    void run(const core::output::AskPicture& order);
    void run(web::PeerConnection& connection, const core::output::AdoptTransceivers& order);
    void run(web::PeerConnection& connection, const core::output::SetLocalDescription& order);
    void run(web::PeerConnection& connection, const core::output::SetRemoteDescription& order);
    void run(web::PeerConnection& connection, const core::output::SetIceServers& order);
    void run(web::PeerConnection& connection, const core::output::RestartIce& order);
    void run(web::PeerConnection& connection, const core::output::AddCandidate& order);
    void run(web::PeerConnection& connection, const core::output::SetOutgoingTrack& order);
    void run(web::PeerConnection& connection, const core::output::RefreshPictures& order);
    void run(web::PeerConnection& connection, const core::output::SetEncoding& order);
    void run(web::PeerConnection& connection, const core::output::SetSoundEncoding& order);
    void run(web::PeerConnection& connection, const core::output::Measure& order);
    void run(web::PeerConnection& connection, const core::output::SendOnChannel& order);
    /// What concerns one connection finds it first; the core never names one that it closed.
    template <class Order>
    void run(const Order& order);

    std::vector<std::pair<core::ConnectionId, emscripten::val>> sound_lines() const;

    web::Sink sink_;
    web::VideoLayer& videos_;
    web::Identity identity_;
    web::RoomKeys room_keys_;
    web::Sealer sealer_;
    web::Clipboard clipboard_;
    web::MediaDevices devices_;
    web::ScreenCapture screens_;
    web::DeviceLister device_lister_;
    web::BackgroundPicture picture_;
    web::CameraEffects effects_;
    web::NoiseFilters noise_filters_;
    web::LevelMeter levels_;
    web::Services services_;
    web::TestSound test_sound_;
    web::FullScreen full_screen_;
    web::FloatingPicture floating_picture_;
    web::Recordings recordings_;
    std::map<core::RequestId, std::unique_ptr<web::CandidateGatherer>> gatherers_;
    std::map<core::SocketId, std::unique_ptr<web::SignalSocket>> sockets_;
    std::map<core::ConnectionId, std::unique_ptr<web::PeerConnection>> connections_;
    web::FileSources file_sources_;
    web::FileStore file_store_;
    web::PageGuard guard_;
    web::WakeLock wake_lock_;
    web::MediaSession media_session_;
    web::ShareSheet share_sheet_;
    web::QrCodes qr_codes_;
    std::map<std::pair<core::ConnectionId, core::SourceId>, std::unique_ptr<web::FileSender>> file_senders_;
};

/// The key under which the person's name is kept in the browser.
inline constexpr const char* name_storage_key = "parley.name";
/// The key under which it is kept what the person prefers, and the one of earlier pages.
inline constexpr const char* preferences_storage_key = "parley.preferences";
inline constexpr const char* former_paths_storage_key = "parley.paths";
/// The key under which the grant is kept in the tab.
inline constexpr const char* grant_storage_key = "parley.grant";
/// The same for what is being written in the chat.
inline constexpr const char* draft_storage_key = "parley.draft";

}  // namespace parley::app
