#include "core/checkup.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "core/bounds.hpp"
#include "protocol/codec.hpp"

namespace parley::core {
namespace {

using enum CheckStep;

// The server wants something there; nobody reads it.
constexpr const char* nobody_sees = "check";
// Codes of the server's own (RFC 6455 section 7.4.2); what is below comes from whoever is between.
constexpr std::uint16_t own_close_codes_begin = 4'000;
// RTCPeerConnectionIceErrorEvent.errorCode (W3C WebRTC section 4.8.3): STUN's own error classes (RFC 8489 section
// 14.8), and one for no answer at all.
constexpr int answered_codes_begin = 400;
constexpr int answered_codes_end = 600;
constexpr int no_answer_code = 701;

/// Which step a URL of a STUN or TURN server belongs to (RFC 7064 and 7065).
CheckStep step_of(std::string_view url) {
    if (url.starts_with("turns:")) return RelayTls;
    if (!url.starts_with("turn:")) return Address;
    return url.ends_with("?transport=tcp") ? RelayTcp : RelayUdp;
}

/// The servers with those of their URLs that belong to the step.
std::vector<protocol::IceServer> of_step(CheckStep step, const std::vector<protocol::IceServer>& servers) {
    std::vector<protocol::IceServer> found;
    for (protocol::IceServer server : servers) {
        std::erase_if(server.urls, [step](const std::string& url) { return step_of(url) != step; });
        if (!server.urls.empty()) found.push_back(std::move(server));
    }
    return found;
}

bool was_refused(const input::CandidatesGathered& found) {
    return std::ranges::any_of(found.error_codes,
                               [](int code) { return code >= answered_codes_begin && code < answered_codes_end; });
}

bool found_path(CheckStep step, const input::CandidatesGathered& found) {
    if (step != Address) return found.relayed > 0;
    if (found.reflexive > 0) return true;
    // Where no address is translated the answer tells nothing new, and browsers leave it out.
    const bool all_answered = std::ranges::find(found.error_codes, no_answer_code) == found.error_codes.end();
    return found.stage == input::CandidatesGathered::Stage::Ended && found.host > 0 && all_answered;
}

CheckState state_of(DeviceState device, CheckState while_starting) {
    switch (device) {
        case DeviceState::Off:
            return CheckState::Absent;
        case DeviceState::Starting:
            return while_starting;
        case DeviceState::On:
            return CheckState::Works;
        case DeviceState::Denied:
        case DeviceState::Missing:
        case DeviceState::Busy:
        case DeviceState::Failed:
        case DeviceState::Held:
            break;
    }
    return CheckState::Failed;
}

}  // namespace

void Checkup::start(TimeMs now) {
    stop();
    facts_ = {};
    view_ = {};
    view_.open = view_.running = true;
    for (const CheckStep step : {Page, Signalling, Speaker}) facts_.steps[step] = CheckState::Running;
    timers_.set(Timer::Reach, now + bounds::check_reach_ms);
    sound_ = numbers_.requests.next();
    outbox_.push(output::PlayTestSound{sound_});
    services_ = numbers_.requests.next();
    outbox_.push(output::AskServices{services_});
    socket_ = numbers_.sockets.next();
    socket_state_ = Socket::Opening;
    outbox_.push(output::OpenSocket{socket_});
    if (!room_ && !derivation_) {
        derivation_ = numbers_.requests.next();
        outbox_.push(output::DeriveRoom{derivation_, std::nullopt});
    }
    settle();
}

void Checkup::close() {
    stop();
    view_ = {};
}

void Checkup::stop() {
    timers_.clear_all();
    if (socket_) end_signalling(CheckState::Waiting);
    for (const Gathering& gathering : std::exchange(gatherings_, {})) {
        outbox_.push(output::StopGathering{gathering.request});
    }
    services_ = sound_ = {};
    view_.running = false;
}

void Checkup::set_identity(const input::IdentityReady& identity) {
    identity_ = identity;
    join_when_ready();
}

void Checkup::set_devices(DeviceState microphone, DeviceState camera) {
    microphone_ = microphone;
    camera_ = camera;
    settle();
}

bool Checkup::on_input(const input::RoomDerived& derived) {
    if (!derivation_ || derived.request != derivation_) return false;
    derivation_ = {};
    room_ = Room{derived.room, derived.access};
    join_when_ready();
    return true;
}

bool Checkup::on_input(const input::RoomDerivationFailed& failed) {
    if (!derivation_ || failed.request != derivation_) return false;
    derivation_ = {};
    return true;
}

bool Checkup::on_input(const input::SocketOpened& opened) {
    if (!socket_ || opened.socket != socket_) return false;
    socket_state_ = Socket::Open;
    join_when_ready();
    return true;
}

void Checkup::join_when_ready() {
    if (!socket_ || socket_state_ != Socket::Open || !room_ || !identity_) return;
    protocol::Join join;
    join.room = room_->id;
    join.access = room_->access;
    join.secret = identity_->secret;
    join.sign = identity_->identity.sign;
    join.presence = nobody_sees;
    socket_state_ = Socket::Joining;
    outbox_.push(output::SendText{socket_, encode(protocol::ClientMessage(std::move(join)))});
}

bool Checkup::on_input(TimeMs now, const input::SocketReceived& received) {
    if (!socket_ || received.socket != socket_) return false;
    const auto decoded = protocol::decode_server(received.text);
    if (!decoded) return true;
    if (const auto* joined = std::get_if<protocol::Joined>(&decoded.value())) on_joined(now, *joined);
    if (const auto* error = std::get_if<protocol::Error>(&decoded.value())) on_refused(error->code);
    settle();
    return true;
}

bool Checkup::on_input(const input::SocketClosed& closed) {
    if (!socket_ || closed.socket != socket_) return false;
    socket_ = {};
    if (closed.code >= own_close_codes_begin) {
        on_refused(std::nullopt);
    } else {
        end_signalling(CheckState::Failed);
    }
    settle();
    return true;
}

void Checkup::on_joined(TimeMs now, const protocol::Joined& joined) {
    end_signalling(CheckState::Works);
    timers_.set(Timer::Paths, now + bounds::check_paths_ms);
    for (const CheckStep step : path_steps) look_for_path(step, of_step(step, joined.ice_servers));
}

void Checkup::on_refused(std::optional<ErrorCode> code) {
    view_.code = code;
    facts_.refused[Signalling] = true;
    end_signalling(CheckState::Failed);
}

void Checkup::end_signalling(CheckState state) {
    facts_.steps[Signalling] = state;
    if (!socket_) return;
    if (socket_state_ == Socket::Joining) {
        outbox_.push(output::SendText{socket_, encode(protocol::ClientMessage(protocol::Leave{}))});
    }
    outbox_.push(output::CloseSocket{socket_, close_code::normal});
    socket_ = {};
}

void Checkup::look_for_path(CheckStep step, const std::vector<protocol::IceServer>& offered) {
    facts_.steps[step] = offered.empty() ? CheckState::Absent : CheckState::Running;
    if (offered.empty()) return;
    using Paths = output::CreateConnection::Paths;
    gatherings_.push_back({.step = step, .request = numbers_.requests.next(), .found = {}});
    outbox_.push(
        output::GatherCandidates{gatherings_.back().request, step == Address ? Paths::All : Paths::RelayOnly, offered});
}

bool Checkup::on_input(const input::CandidatesGathered& gathered) {
    const auto gathering = std::ranges::find(gatherings_, gathered.request, &Gathering::request);
    if (gathering == gatherings_.end()) return false;
    gathering->found = gathered;
    const bool found = found_path(gathering->step, gathered);
    if (found || gathered.stage == input::CandidatesGathered::Stage::Ended) {
        end(*gathering, found ? CheckState::Works : CheckState::Failed);
        gatherings_.erase(gathering);
        settle();
    }
    return true;
}

void Checkup::end(const Gathering& gathering, CheckState state) {
    facts_.steps[gathering.step] = state;
    facts_.refused[gathering.step] = state == CheckState::Failed && was_refused(gathering.found);
    outbox_.push(output::StopGathering{gathering.request});
}

bool Checkup::on_input(const input::ServicesAnswered& answered) {
    if (!services_ || answered.request != services_) return false;
    services_ = {};
    facts_.steps[Page] = answered.services ? CheckState::Works : CheckState::Failed;
    if (answered.services) leave_out_what_is_not_offered(*answered.services);
    settle();
    return true;
}

// What a join then gives is the last word.
void Checkup::leave_out_what_is_not_offered(const input::ServicesAnswered::Services& services) {
    for (const CheckStep step : path_steps) {
        const bool offered = step == Address ? services.stun : services.turn;
        CheckState& state = facts_.steps[step];
        if (!offered && state == CheckState::Waiting) state = CheckState::Absent;
    }
}

bool Checkup::on_input(const input::TestSoundPlayed& played) {
    if (!sound_ || played.request != sound_) return false;
    sound_ = {};
    facts_.sound = played.outcome;
    const bool works = played.outcome == input::TestSoundPlayed::Outcome::Played;
    facts_.steps[Speaker] = works ? CheckState::Works : CheckState::Failed;
    settle();
    return true;
}

void Checkup::tick(TimeMs now) {
    while (const auto timer = timers_.expired(now)) {
        if (*timer == Timer::Reach) {
            on_reach_overdue();
        } else {
            on_paths_overdue();
        }
        settle();
    }
}

void Checkup::on_reach_overdue() {
    if (std::exchange(services_, {})) facts_.steps[Page] = CheckState::Failed;
    if (std::exchange(sound_, {})) {
        // A browser that wants a gesture first says nothing at all.
        facts_.sound = input::TestSoundPlayed::Outcome::Blocked;
        facts_.steps[Speaker] = CheckState::Failed;
    }
    if (!socket_) return;
    // Without keys there is nothing to join with; that the socket opened is all that can be known then.
    end_signalling(socket_state_ == Socket::Open ? CheckState::Works : CheckState::Failed);
}

void Checkup::on_paths_overdue() {
    for (const Gathering& gathering : std::exchange(gatherings_, {})) end(gathering, CheckState::Failed);
}

void Checkup::settle_devices() {
    const auto while_starting = timers_.is_set(Timer::Reach) ? CheckState::Running : CheckState::Waiting;
    facts_.microphone = microphone_;
    facts_.camera = camera_;
    facts_.steps[Microphone] = state_of(microphone_, while_starting);
    facts_.steps[Camera] = state_of(camera_, while_starting);
}

void Checkup::settle() {
    if (!view_.running) return;
    settle_devices();
    view_.steps = facts_.steps.all();
    if (std::ranges::find(view_.steps, CheckState::Running) != view_.steps.end()) return;
    timers_.clear_all();
    view_.running = false;
    view_.findings = findings_of(facts_);
}

}  // namespace parley::core
