#include <string>
#include <utility>

#include "core/client.hpp"

// How the meeting's link gets to other people, and what else is copied.

namespace parley::core {
namespace {

constexpr const char* shared_title = "Parley meeting";

}  // namespace

void Client::act(TimeMs /*now*/, const action::CopyLink& /*action*/) { copy_link(); }

void Client::copy_link() {
    if (meeting_) copy(link(), NoticeKind::LinkCopied);
}

void Client::copy(std::string text, NoticeKind when_copied) {
    when_copied_ = when_copied;
    outbox_.push(output::CopyText{std::move(text)});
}

void Client::on(TimeMs /*now*/, const input::CopyFinished& copy) {
    const bool copied = copy.outcome == input::CopyFinished::Outcome::Copied;
    notify(copied ? when_copied_ : NoticeKind::CopyFailed, {});
}

void Client::act(TimeMs /*now*/, const action::ShareLink& /*action*/) {
    if (meeting_ && stage_.abilities().share_sheet) outbox_.push(output::ShareLink{shared_title, link()});
}

// Who closed the sheet knows that they did.
void Client::on(TimeMs /*now*/, const input::ShareFinished& share) {
    if (share.outcome == input::ShareFinished::Outcome::Failed) copy_link();
}

// One sheet at a time.
void Client::act(TimeMs /*now*/, const action::ShowQrCode& /*action*/) {
    if (!in_call() || settings_open_ || checkup_.view().open) return;
    keys_shown_ = false;
    qr_code_.open(link());
}

void Client::act(TimeMs /*now*/, const action::CloseQrCode& /*action*/) { qr_code_.close(); }

void Client::on(TimeMs /*now*/, const input::QrCodeMade& made) { qr_code_.on_input(made); }

}  // namespace parley::core
