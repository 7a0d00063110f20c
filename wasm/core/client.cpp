#include "core/client.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "core/bounds.hpp"
#include "core/display_name.hpp"
#include "core/overload.hpp"
#include "protocol/codes.hpp"

namespace parley::core {
namespace {

FailureReason reason_for(std::uint16_t close_code, std::optional<ErrorCode> error) {
    if (close_code == close_code::replaced) return FailureReason::Replaced;
    if (error == ErrorCode::WrongKey) return FailureReason::WrongKey;
    if (error == ErrorCode::RoomFull) return FailureReason::RoomFull;
    if (error == ErrorCode::BadMessage || close_code == close_code::bad_message) return FailureReason::ServerTooNew;
    return FailureReason::Refused;
}

}  // namespace

template <class CallInput>
void Client::tell_call(TimeMs now, const CallInput& happened) {
    if (!call_) return;
    if constexpr (requires { call_->on_input(now, happened); }) {
        call_->on_input(now, happened);
    } else {
        call_->on_connection(now, happened);
    }
}

void Client::handle(TimeMs now, const Input& input) {
    for (Call* call : {call_.get(), leaving_.get()}) {
        if (call != nullptr) call->note_time(now);
    }
    std::visit([&](const auto& happened) { on(now, happened); }, input);
    settle(now);
}

void Client::tick(TimeMs now) {
    own_speaking_.tick(now);
    muted_talk_.tick(now);
    checkup_.tick(now);
    media_.tick(now);
    recording_.tick(now);
    say_trouble(effects_.tick(now));
    if (call_) call_->tick(now);
    if (leaving_) leaving_->tick(now);
    settle(now);
}

std::optional<TimeMs> Client::deadline() const {
    const auto call = earlier(call_ ? call_->deadline() : std::nullopt, leaving_ ? leaving_->deadline() : std::nullopt);
    const auto talk = earlier(own_speaking_.deadline(), muted_talk_.deadline());
    const auto kept = earlier(recording_.deadline(), earlier(stage_.deadline(), media_.deadline()));
    const auto own = earlier(earlier(talk, checkup_.deadline()), earlier(kept, effects_.deadline()));
    return earlier(own, call);
}

void Client::on(TimeMs now, const input::Boot& boot) {
    origin_ = boot.origin;
    name_ = tidied_name(boot.stored_name);
    run_ = boot.run;
    seed_ = boot.seed;
    grant_ = boot.grant;
    preferences_ = boot.preferences;
    draft_ = boot.draft;
    equipment_ = boot.equipment;
    stage_.set_abilities(boot.abilities);
    media_.prefer(preferences_.devices, preferences_.sound);
    screen_share_.set_equipment(boot.screens, boot.equipment);
    effects_.set_own_backdrop(boot.own_backdrop);
    effects_.choose(preferences_.effect);
    effects_.choose(preferences_.noise, preferences_.sound);
    wall_origin_ms_ = boot.wall_ms - now;
    utc_offset_minutes_ = boot.utc_offset_minutes;
    joining_ = boot.entry == input::Boot::Entry::JoinAtOnce;
    outbox_.push(output::PrepareIdentity{run_});
    recording_.begin(equipment_);
    if (boot.path == "/" || boot.path.empty()) {
        screen_ = Screen::Landing;
        joining_ = false;
    } else if (const auto reference = read_address(boot.path, boot.fragment)) {
        open_reference(*reference);
    } else {
        fail(now, {FailureReason::BadLink, std::nullopt});
    }
}

void Client::on(TimeMs now, const input::IdentityReady& identity) {
    identity_ = identity;
    checkup_.set_identity(identity);
    enter_when_ready(now);
}

void Client::on(TimeMs now, const input::IdentityFailed& /*failed*/) {
    fail(now, {FailureReason::NoIdentity, std::nullopt});
}

void Client::open_reference(const MeetingReference& reference) {
    link_rejected_ = false;
    wanted_ = reference;
    derivation_ = numbers_.requests.next();
    outbox_.push(output::DeriveRoom{derivation_, reference.key});
}

void Client::reject_reference(TimeMs now, FailureReason reason) {
    wanted_.reset();
    joining_ = false;
    if (screen_ == Screen::Landing) {
        link_rejected_ = true;
    } else {
        fail(now, {reason, std::nullopt});
    }
}

void Client::on(TimeMs now, const input::RoomDerived& derived) {
    if (checkup_.on_input(derived) || derived.request != derivation_) return;
    derivation_ = {};
    if (wanted_ && wanted_->room && *wanted_->room != derived.room)
        return reject_reference(now, FailureReason::WrongKey);
    meeting_ = Meeting{derived.key, derived.room, derived.access};
    outbox_.push(output::ReplaceAddress{meeting_path(derived.room, derived.key)});
    if (screen_ == Screen::Failed) return;  // for a reason that came first; `Rejoin` goes on from here
    screen_ = Screen::PreJoin;
    ask_services();
    rehearsal_.begin();
    media_.open();
    media_.list();
    enter_when_ready(now);
}

void Client::on(TimeMs now, const input::RoomDerivationFailed& failed) {
    if (checkup_.on_input(failed)) return;
    if (failed.request == derivation_) fail(now, {FailureReason::NoIdentity, std::nullopt});
}

void Client::on(TimeMs now, const input::Levels& levels) {
    own_speaking_.hear(now, levels.microphone);
    muted_talk_.hear(now, levels.microphone);
    // Ten steps over the range of speech: the meter moves in steps, so that it need not be drawn all the time.
    const float steps = levels.microphone > 0 ? std::min(levels.microphone * 30.0F, 10.0F) : 0;
    microphone_level_ = static_cast<std::uint8_t>(steps);
    if (call_) call_->on_input(now, levels);
}

void Client::on(TimeMs /*now*/, const input::SoundBlocked& /*blocked*/) { sound_blocked_ = call_ != nullptr; }

void Client::on(TimeMs /*now*/, const input::PicturesShown& shown) { pictures_shown_ = shown; }

void Client::on(TimeMs now, const UserAction& action) {
    std::visit([&](const auto& done) { act(now, done); }, action);
}

void Client::on(TimeMs now, const input::LocalDescriptionSet& set) {
    if (!rehearsal_.on_input(set)) tell_call(now, set);
}

void Client::on(TimeMs now, const input::OperationFailed& failed) {
    if (!rehearsal_.on_input(failed)) tell_call(now, failed);
}

void Client::act(TimeMs /*now*/, const action::NewMeeting& /*action*/) {
    if (screen_ != Screen::Landing) return;
    link_rejected_ = false;
    wanted_.reset();
    derivation_ = numbers_.requests.next();
    outbox_.push(output::DeriveRoom{derivation_, std::nullopt});
}

void Client::act(TimeMs now, const action::OpenMeeting& open) {
    if (screen_ != Screen::Landing) return;
    if (const auto reference = read_typed(open.text)) {
        open_reference(*reference);
    } else {
        reject_reference(now, FailureReason::BadLink);
    }
}

void Client::act(TimeMs /*now*/, const action::ChangeName& change) { name_ = shortened_name(change.name); }

void Client::act(TimeMs now, const action::Join& /*action*/) {
    if (screen_ != Screen::PreJoin || joining_) return;
    joining_ = true;
    name_ = tidied_name(name_);
    outbox_.push(output::StoreName{name_});
    enter_when_ready(now);
}

void Client::on(TimeMs now, const input::Sealed& sealed) {
    tell_call(now, sealed);
    if (leaving_) leaving_->on_input(now, sealed);
}

void Client::on(TimeMs now, const input::SocketOpened& opened) {
    if (!checkup_.on_input(opened)) tell_call(now, opened);
}

void Client::on(TimeMs now, const input::SocketReceived& received) {
    if (!checkup_.on_input(now, received)) tell_call(now, received);
}

void Client::on(TimeMs now, const input::SocketClosed& closed) {
    if (checkup_.on_input(closed)) return;
    tell_call(now, closed);
    if (leaving_) leaving_->on_input(now, closed);
}

void Client::act(TimeMs /*now*/, const action::TogglePeople& /*action*/) {
    if (!call_) return;
    people_open_ = !people_open_;
    if (people_open_ && chat().view().open) chat().toggle();
}

// Whoever keeps the log around the client (RecordedClient) saves it.
void Client::act(TimeMs /*now*/, const action::SaveCallLog& /*action*/) {}

void Client::act(TimeMs now, const action::Leave& /*action*/) {
    const bool joining = screen_ == Screen::PreJoin && joining_;
    if (!call_ && !joining) return;
    end_call(now, Ending::Goodbye);
    media_.close();
    screen_ = Screen::Left;
}

void Client::act(TimeMs now, const action::Rejoin& /*action*/) {
    if (!meeting_ || (screen_ != Screen::Left && screen_ != Screen::Failed)) return;
    failure_.reset();
    screen_ = Screen::PreJoin;
    joining_ = true;
    if (!identity_) outbox_.push(output::PrepareIdentity{run_});
    media_.open();
    enter_when_ready(now);
}

void Client::act(TimeMs now, const action::GoHome& /*action*/) {
    end_call(now, Ending::Goodbye);
    media_.close();
    meeting_.reset();
    derivation_ = {};
    failure_.reset();
    link_rejected_ = false;
    screen_ = Screen::Landing;
    outbox_.push(output::ReplaceAddress{"/"});
}

void Client::act(TimeMs /*now*/, const action::EnableSound& /*action*/) {
    sound_blocked_ = false;
    outbox_.push(output::ResumeSound{});
}

void Client::enter_when_ready(TimeMs now) {
    if (!joining_ || call_ || !identity_ || !meeting_ || screen_ != Screen::PreJoin) return;
    Call::Entry entry;
    entry.own = identity_->peer;
    entry.join.room = meeting_->room;
    entry.join.access = meeting_->access;
    entry.join.secret = identity_->secret;
    entry.join.sign = identity_->identity.sign;
    const std::string room_prefix = meeting_->room.value + ' ';
    if (grant_.starts_with(room_prefix)) entry.join.grant = grant_.substr(room_prefix.size());
    entry.presence = presence();
    entry.seed = seed_++;
    entry.paths = preferences_.paths;
    RoomMemory* memory = memory_of(meeting_->room);
    if (memory == nullptr) return fail(now, {FailureReason::TooManyRooms, std::nullopt});
    call_ = std::make_unique<Call>(outbox_, numbers_, *memory, now, std::move(entry));
    // A page that is hidden has said so before, and says it once.
    pictures_told_.reset();
}

// Nothing is forgotten to make room: a counter used twice under one key would give what was sealed away.
RoomMemory* Client::memory_of(const RoomId& room) {
    if (const auto known = memories_.find(room); known != memories_.end()) return &known->second;
    if (memories_.size() >= bounds::rooms_per_page_max) return nullptr;
    Chat chat(identity_->peer, run_, utc_offset_minutes_);
    return &memories_.emplace(room, RoomMemory{{}, {}, std::move(chat), {}}).first->second;
}

void Client::end_call(TimeMs now, Ending ending) {
    recording_.stop(now);
    seen_recording_.clear();
    summary_.reset();
    looked_at_.reset();
    leave_stage();
    chat_to_.reset();
    if (call_ && call_->quality().met_anybody()) summary_ = call_->quality().summary(now);
    if (call_ && ending == Ending::AtOnce) call_->abandon();
    if (call_ && ending == Ending::Goodbye) {
        if (leaving_) leaving_->abandon();
        leaving_ = std::move(call_);
        leaving_->leave(now);
    }
    call_.reset();
    screen_share_.stop();
    qr_code_.close();
    volumes_.forget();
    joining_ = false;
    sound_blocked_ = false;
    people_open_ = false;
    own_speaking_.stop();
    hand_ = 0;
}

void Client::fail(TimeMs now, Failure failure) {
    end_call(now, Ending::AtOnce);
    media_.close();
    failure_ = failure;
    screen_ = Screen::Failed;
}

void Client::take_call_events(TimeMs now) {
    while (call_) {
        const auto event = call_->take_event();
        if (!event) return;
        std::visit(Overload{[&](const Call::Refused& refused) { on_call(now, refused); },
                            [&](const auto& happened) { on_call(happened); }},
                   *event);
    }
}

void Client::on_call(const Call::Joined& joined) {
    joining_ = false;
    screen_ = Screen::Call;
    ask_services();
    hint_at_keys();
    if (joined.grant.empty()) return;
    grant_ = meeting_->room.value + ' ' + joined.grant;
    outbox_.push(output::StoreGrant{grant_});
}
void Client::on_call(const Call::PersonCame& came) { notify(NoticeKind::PersonJoined, came.name); }
void Client::on_call(const Call::PersonWent& went) { notify(NoticeKind::PersonLeft, went.name); }
void Client::on_call(TimeMs now, const Call::Refused& refused) {
    fail(now, {reason_for(refused.close_code, refused.error), refused.error});
}

void Client::notify(NoticeKind kind, std::string name) {
    notices_.push_back({++last_notice_, kind, std::move(name)});
    if (notices_.size() > bounds::notices_max) notices_.pop_front();
}

std::vector<std::string> Client::summary() const {
    static constexpr std::string_view links[] = {"idle", "connecting", "online", "reconnecting"};
    std::vector<std::string> lines{"server " + std::string(links[static_cast<std::size_t>(view_.server)])};
    if (!call_) return lines;
    for (const Person& person : call_->people()) {
        lines.push_back(person.peer.value.substr(0, 6) + ": " + person.negotiation.summary());
    }
    return lines;
}

}  // namespace parley::core
