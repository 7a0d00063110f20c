#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "core/output.hpp"

/// What a person does, as the views report it. Values only; the core decides what they mean.
namespace parley::core::action {

struct NewMeeting {};
/// `text` is what was typed or pasted: a whole link, its path with the key, or a bare room code.
struct OpenMeeting {
    std::string text;
};
struct ChangeName {
    std::string name;
};
struct Join {};
struct ToggleMicrophone {};
struct ToggleCamera {};
/// Asks for a device again after it was denied, missing or busy.
struct RetryMicrophone {};
struct RetryCamera {};
struct ToggleChat {};
/// Who is there, at the side; the chat gives way, as the list does to the chat.
struct TogglePeople {};
/// At most `limits::chat_text_max` bytes of UTF-8; more is refused with a notice.
struct SendChat {
    std::string text;
};
struct CopyLink {};
struct OpenSettings {};
struct CloseSettings {};
/// Whether calls may go straight from one person to the other, who then learn each other's addresses, or through a
/// relay only.
struct AllowPaths {
    output::CreateConnection::Paths paths = output::CreateConnection::Paths::All;
};
/// Looks what works between here and a call, and shows it; again when it is shown already.
struct CheckConnection {};
struct CloseCheck {};
/// `text`: the findings in words.
struct CopyReport {
    std::string text;
};
/// What happened in this page so far, without names, keys and addresses, as a file.
struct SaveCallLog {};
struct Leave {};
struct Rejoin {};
struct GoHome {};
/// The "tap to hear" of a browser that refused to play sound without a gesture.
struct EnableSound {};
struct SetSaver {
    quality::Saver saver = quality::Saver::Off;
};
struct SetSound {
    output::Sound sound = output::Sound::Speech;
};
/// Of the connection to that person.
struct ShowStatistics {
    PeerId peer;
};
struct CloseStatistics {};
/// What keys do, on a sheet.
struct OpenKeys {};
struct CloseKeys {};
struct SetSingleKeys {
    output::SingleKeys single_keys = output::SingleKeys::On;
};

}  // namespace parley::core::action

namespace parley::core {

using UserAction =
    std::variant<action::NewMeeting, action::OpenMeeting, action::ChangeName, action::Join, action::ToggleMicrophone,
                 action::ToggleCamera, action::RetryMicrophone, action::RetryCamera, action::ToggleChat,
                 action::SendChat, action::CopyLink, action::OpenSettings, action::CloseSettings, action::AllowPaths,
                 action::CheckConnection, action::CloseCheck, action::CopyReport, action::SaveCallLog, action::Leave,
                 action::Rejoin, action::GoHome, action::EnableSound, action::SetSaver, action::SetSound,
                 action::ShowStatistics, action::CloseStatistics, action::TogglePeople, action::OpenKeys,
                 action::CloseKeys, action::SetSingleKeys>;

/// The action's kind in words, for logs.
std::string_view name_of(const UserAction& action);

}  // namespace parley::core
