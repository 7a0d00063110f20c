#include <array>

#include "core/input.hpp"
#include "core/output.hpp"

namespace parley::core {

std::string_view name_of(const Input& input) {
    static constexpr std::array<std::string_view, std::variant_size_v<Input>> names = {"Boot",
                                                                                       "IdentityReady",
                                                                                       "IdentityFailed",
                                                                                       "RoomDerived",
                                                                                       "RoomDerivationFailed",
                                                                                       "DevicesOpened",
                                                                                       "DevicesFailed",
                                                                                       "TrackEnded",
                                                                                       "Levels",
                                                                                       "SocketOpened",
                                                                                       "SocketReceived",
                                                                                       "SocketClosed",
                                                                                       "Sealed",
                                                                                       "Opened",
                                                                                       "IdentityVerified",
                                                                                       "LocalDescriptionSet",
                                                                                       "RemoteDescriptionSet",
                                                                                       "OperationFailed",
                                                                                       "LocalCandidate",
                                                                                       "LocalCandidatesEnded",
                                                                                       "TransportChanged",
                                                                                       "Measured",
                                                                                       "ChannelOpened",
                                                                                       "ChannelReceived",
                                                                                       "PicturesShown",
                                                                                       "VideoPlaying",
                                                                                       "SoundBlocked",
                                                                                       "TestSoundPlayed",
                                                                                       "ServicesAnswered",
                                                                                       "CandidatesGathered",
                                                                                       "CopyFinished",
                                                                                       "NetworkChanged",
                                                                                       "UserAction"};
    return names[input.index()];
}

std::string_view name_of(const UserAction& action) {
    static constexpr std::array<std::string_view, std::variant_size_v<UserAction>> names = {
        "NewMeeting",      "OpenMeeting",     "ChangeName",      "Join",        "ToggleMicrophone", "ToggleCamera",
        "RetryMicrophone", "RetryCamera",     "ToggleChat",      "SendChat",    "CopyLink",         "OpenSettings",
        "CloseSettings",   "AllowPaths",      "CheckConnection", "CloseCheck",  "CopyReport",       "SaveCallLog",
        "Leave",           "Rejoin",          "GoHome",          "EnableSound", "SetSaver",         "SetSound",
        "ShowStatistics",  "CloseStatistics", "TogglePeople",    "OpenKeys",    "CloseKeys",        "SetSingleKeys"};
    return names[action.index()];
}

std::string_view name_of(const Output& output) {
    static constexpr std::array<std::string_view, std::variant_size_v<Output>> names = {"PrepareIdentity",
                                                                                        "DeriveRoom",
                                                                                        "ReplaceAddress",
                                                                                        "StoreName",
                                                                                        "StoreGrant",
                                                                                        "StorePreferences",
                                                                                        "SaveFile",
                                                                                        "CopyText",
                                                                                        "OpenDevices",
                                                                                        "EnableTrack",
                                                                                        "StopTrack",
                                                                                        "WatchLevels",
                                                                                        "OpenSocket",
                                                                                        "SendText",
                                                                                        "CloseSocket",
                                                                                        "Seal",
                                                                                        "Open",
                                                                                        "VerifyIdentity",
                                                                                        "CreateConnection",
                                                                                        "AdoptTransceivers",
                                                                                        "SetLocalDescription",
                                                                                        "SetRemoteDescription",
                                                                                        "SetIceServers",
                                                                                        "RestartIce",
                                                                                        "AddCandidate",
                                                                                        "SetOutgoingTrack",
                                                                                        "RefreshPictures",
                                                                                        "SetEncoding",
                                                                                        "SetSoundEncoding",
                                                                                        "Measure",
                                                                                        "SendOnChannel",
                                                                                        "CloseConnection",
                                                                                        "AttachRemote",
                                                                                        "AttachLocal",
                                                                                        "Detach",
                                                                                        "AskServices",
                                                                                        "GatherCandidates",
                                                                                        "StopGathering",
                                                                                        "PlayTestSound",
                                                                                        "ResumeSound"};
    return names[output.index()];
}

}  // namespace parley::core
