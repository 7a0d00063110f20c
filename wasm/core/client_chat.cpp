#include <algorithm>
#include <utility>

#include "core/bounds.hpp"
#include "core/client.hpp"
#include "protocol/limits.hpp"

// What a person writes and sends in the chat.

namespace parley::core {
namespace {

/// What would be lost with the page, and would not be had again for the asking. Smaller files come unasked: the chat
/// says how long they stay.
bool needs_guard(const ChatLine& line) {
    using State = FileView::State;
    if (!line.file) return false;
    const FileView& file = *line.file;
    if (file.state == State::Moving) return true;
    const bool kept_here = file.state == State::Complete && !line.you && file.saved == FileView::Saved::No;
    return kept_here && file.size > bounds::file_accepted_max;
}

}  // namespace

void Client::act(TimeMs /*now*/, const action::ToggleChat& /*action*/) {
    if (!call_) return;
    chat().toggle();
    people_open_ = false;
}

void Client::act(TimeMs now, const action::SendChat& send) {
    if (!in_call() || send.text.empty()) return;
    const std::int64_t at_ms = wall_origin_ms_ + now;
    const bool fits = send.text.size() <= limits::chat_text_max;
    const bool taken = fits && (chat_to_ ? call_->write_private(now, chat_to_->peer, {send.text, at_ms})
                                         : call_->write_chat(now, {presence().name, send.text, at_ms}));
    if (!taken) notify(NoticeKind::ChatRefused, {});
}

void Client::act(TimeMs /*now*/, const action::AddressChat& address) {
    chat_to_.reset();
    if (!in_call() || address.to.empty()) return;
    const auto& people = call_->people();
    const auto person = std::ranges::find(people, address.to, &Person::peer);
    if (person != people.end()) chat_to_ = {person->peer, person->presence.name, ChatView::Addressee::Presence::Here};
}

// Who has left stays named: what was meant for them alone must not go to all.
void Client::settle_addressee() {
    if (!chat_to_ || !call_) return;
    using Presence = ChatView::Addressee::Presence;
    const auto& people = call_->people();
    const auto person = std::ranges::find(people, chat_to_->peer, &Person::peer);
    chat_to_->presence = person == people.end() ? Presence::Gone : Presence::Here;
    if (person != people.end()) chat_to_->name = person->presence.name;
}

void Client::act(TimeMs /*now*/, const action::ChangeDraft& change) {
    if (!in_call() || change.text.size() > limits::chat_text_max) return;
    draft_ = {meeting_->room, change.text};
    outbox_.push(draft_);
}

void Client::act(TimeMs /*now*/, const action::AttachFiles& /*action*/) {
    if (in_call()) outbox_.push(output::PickFiles{});
}

void Client::on(TimeMs now, const input::FilesChosen& chosen) {
    if (!in_call()) return;
    // What was dropped on the page is seen to go.
    if (!chat().view().open) act(now, action::ToggleChat{});
    bool refused = chosen.files.size() > bounds::files_chosen_max;
    std::size_t count = 0;
    for (const auto& file : chosen.files) {
        if (++count > bounds::files_chosen_max) break;
        if (file.size > limits::file_size_max) {
            notify(NoticeKind::FileTooLarge, file.name);
            continue;
        }
        const auto to = chat_to_ ? std::optional(chat_to_->peer) : std::nullopt;
        refused = !call_->offer_file(now, file, to, wall_origin_ms_ + now) || refused;
    }
    if (refused) notify(NoticeKind::FilesRefused, {});
}

void Client::act(TimeMs now, const action::AcceptFile& accept) {
    if (!in_call()) return;
    call_->files().accept(accept.line);
    call_->settle_files(now);
}

void Client::act(TimeMs now, const action::CancelFile& cancel) {
    if (!in_call()) return;
    call_->files().cancel(cancel.line);
    call_->settle_files(now);
}

void Client::act(TimeMs /*now*/, const action::SaveReceived& save) {
    if (!in_call()) return;
    const ChatLine* line = chat().find_line(save.line);
    if (line == nullptr || !line->file || line->file->state != FileView::State::Complete || line->you) return;
    outbox_.push(output::SaveReceived{line->file->received, line->file->name});
    chat().change_line(save.line, [](ChatLine& saved) { saved.file->saved = FileView::Saved::Yes; });
}

bool Client::has_unsaved_files() {
    if (!meeting_ || !memories_.contains(meeting_->room)) return false;
    const auto lines = chat().view().lines;
    if (std::exchange(guarded_lines_, lines) != lines) files_unsaved_ = std::ranges::any_of(*lines, needs_guard);
    return files_unsaved_;
}

// Whoever closes the page loses what is not kept yet.
void Client::settle_guard() {
    using Mode = output::GuardPage::Mode;
    const bool records = recording_.view().state >= RecordingView::State::Starting;
    const Mode wanted = records || has_unsaved_files() ? Mode::Ask : Mode::Off;
    if (std::exchange(guard_, wanted) != wanted) outbox_.push(output::GuardPage{wanted});
}

ChatView Client::chat_view(TimeMs now) const {
    ChatView view = chat().view();
    view.to = chat_to_;
    view.today = chat().day_of(wall_origin_ms_ + now);
    if (draft_.room == meeting_->room) view.draft = draft_.text;
    return view;
}

}  // namespace parley::core
