#include "tests/world/connection.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include "tests/world/network.hpp"

namespace parley::world {

using core::Input;
using core::OperationId;
using core::input::TransportState;
using protocol::DescriptionType;
namespace input = core::input;

std::string fingerprint_of(const std::string& page) { return "sha-256 " + page; }

FakeConnection::FakeConnection(Network& network, std::string page, const core::output::CreateConnection& order,
                               Tell tell)
    : network_(network),
      page_(std::move(page)),
      name_(network.name_connection(page_)),
      id_(order.connection),
      tell_(std::move(tell)),
      offered_first_(order.transceivers == core::output::CreateConnection::Transceivers::Add),
      has_transceivers_(offered_first_),
      shows_address_(order.paths == core::output::CreateConnection::Paths::All),
      ice_servers_(order.ice_servers) {}

TimeMs FakeConnection::now() const { return network_.nature_.timeline.now(); }

void FakeConnection::adopt_transceivers() {
    Journal& journal = network_.nature_.journal;
    if (!pending_remote_ && !remote_) journal.fault("transceivers are adopted before there is an offer");
    if (has_transceivers_) journal.fault("media lines would be doubled");
    has_transceivers_ = true;
}

void FakeConnection::set_local(OperationId operation) {
    in_chain([this, operation] { run_local(operation); });
}

void FakeConnection::set_remote(OperationId operation, DescriptionType type, const std::string& sdp) {
    Description description;
    std::istringstream(sdp) >> description.fragment >> description.name;
    in_chain([this, operation, type, description] { run_remote(operation, type, description); });
}

void FakeConnection::use(const core::output::SetIceServers& order) {
    if (order.paths == core::output::CreateConnection::Paths::All) shows_address_ = true;
    ice_servers_ = order.ice_servers;
}

bool FakeConnection::has_relay() const {
    return std::ranges::any_of(ice_servers_, [this](const protocol::IceServer& server) {
        return server.urls.front().starts_with("turn") && std::stoll(server.username.value()) > now();
    });
}

void FakeConnection::add_candidate(const protocol::Candidate& candidate) {
    in_chain([this, text = candidate.candidate] {
        // Section 4.4.2, addIceCandidate: without a remote description, or for an unknown generation, it is refused.
        const auto fragment = text.substr(0, text.find('@'));
        const bool known =
            (remote_ && remote_->fragment == fragment) || (pending_remote_ && pending_remote_->fragment == fragment);
        if (!known) {
            ++candidates_refused;
            return;
        }
        candidates_.insert(text);
        network_.look(*this, Network::Cause::Candidate);
    });
}

void FakeConnection::in_chain(std::function<void()> step) {
    const TimeMs ready_at = chain_.place(now()) + network_.nature_.dice.draw(network_.operation);
    network_.nature_.timeline.at(chain_.place(ready_at), [this, step = std::move(step)] {
        if (!closed_) step();
    });
}

bool FakeConnection::fails(OperationId operation) {
    if (!network_.nature_.dice.happens(network_.operation_fails)) return false;
    ++operations_failed;
    tell(input::OperationFailed{id_, operation, "OperationError"});
    return true;
}

void FakeConnection::run_local(OperationId operation) {
    if (!has_transceivers_) network_.nature_.journal.fault("a connection is described without media lines");
    if (fails(operation)) return;
    std::string fragment = local_;
    if (signalling_ == Signalling::HaveRemoteOffer) {
        const bool restarted = !remote_ || remote_->fragment != pending_remote_->fragment;
        if (restarted || local_.empty()) fragment = network_.fresh_fragment();
        ++answers;
        remote_ = std::exchange(pending_remote_, std::nullopt);
        local_ = fragment;
        signalling_ = Signalling::Stable;
    } else {
        if (local_.empty() || restart_wanted_) fragment = network_.fresh_fragment();
        restart_wanted_ = false;
        ++offers;
        pending_local_ = fragment;
        signalling_ = Signalling::HaveLocalOffer;
    }
    tell(input::LocalDescriptionSet{id_, operation,
                                    fragment + " " + name_ + "\r\na=fingerprint:" + fingerprint_of(page_) + "\r\n"});
    gather(fragment);
    network_.look(*this);
}

void FakeConnection::run_remote(OperationId operation, DescriptionType type, const Description& description) {
    const bool fits = type == DescriptionType::Offer || signalling_ == Signalling::HaveLocalOffer;
    if (!fits || std::exchange(refuse_remote, false)) {
        if (!fits) network_.nature_.journal.fault("an answer is given to a connection that made no offer");
        ++operations_failed;
        return tell(input::OperationFailed{id_, operation, "InvalidStateError"});
    }
    if (fails(operation)) return;
    if (type == DescriptionType::Offer) {
        pending_local_.clear();  // the implicit rollback
        pending_remote_ = description;
        signalling_ = Signalling::HaveRemoteOffer;
    } else {
        local_ = std::exchange(pending_local_, {});
        remote_ = description;
        signalling_ = Signalling::Stable;
    }
    tell(input::RemoteDescriptionSet{id_, operation});
    network_.look(*this);
}

void FakeConnection::gather(const std::string& fragment) {
    Queue gathered;
    TimeMs at = now() + 1;
    const auto find = [&](auto address) {
        network_.nature_.timeline.at(gathered.place(at), [this, fragment, address] {
            tell(input::LocalCandidate{id_, {.candidate = fragment + '@' + address(), .mid = "0", .line = 0}});
        });
        at += network_.nature_.dice.draw(network_.gathering);
    };
    for (int index = 0; shows_address_ && index < network_.candidates; ++index) {
        find([this] { return std::to_string(network_.address_of(page_)); });
    }
    if (has_relay()) find([] { return Network::relay; });
    network_.nature_.timeline.at(gathered.place(at), [this] { tell(input::LocalCandidatesEnded{id_}); });
}

// SCTP (RFC 9260) repeats what does not arrive for as long as the association lives, and keeps the order.
void FakeConnection::send(const std::string& text) {
    if (!channel_open_) network_.nature_.journal.fault("something is sent on a channel that is not open");
    unsent_.push_back(text);
    flush();
}

void FakeConnection::flush() {
    FakeConnection* other = network_.other_end(*this);
    if (!carries() || other == nullptr) return;
    for (std::string& text : std::exchange(unsent_, {})) {
        const TimeMs at = other->arriving_.place(now() + network_.nature_.dice.draw(network_.path));
        network_.nature_.timeline.at(
            at, [other, text = std::move(text)] { other->tell(input::ChannelReceived{other->id_, text}); });
    }
}

bool FakeConnection::send_piece(const Piece& piece) {
    FakeConnection* other = network_.other_end(*this);
    if (!carries() || other == nullptr) return false;
    const TimeMs at = other->arriving_.place(now() + network_.nature_.dice.draw(network_.path));
    network_.nature_.timeline.at(at, [other, piece] {
        if (!other->closed_ && other->take_piece) other->take_piece(piece);
    });
    return true;
}

std::uint64_t FakeConnection::received() const {
    return static_cast<std::uint64_t>(carried_ms_ + (carries_since_ ? now() - *carries_since_ : 0));
}

core::quality::Measurement FakeConnection::measure() const {
    constexpr std::uint32_t sound_bps = 40'000;  // goes first
    using namespace core::quality;
    // As much goes out as comes in, and most of it is the picture.
    Measurement measurement{
        .sent_bytes = received(), .received_bytes = received(), .path = relayed() ? Path::Relayed : Path::Direct};
    auto& camera = measurement.sent[static_cast<std::size_t>(core::Slot::Camera)];
    camera.bytes = received();
    const auto uplink_bps = network_.uplink_bps(page_);
    if (!uplink_bps) return measurement;
    const auto sharing = std::ranges::count_if(
        network_.all_open_, [this](const FakeConnection* one) { return one->page_ == page_ && one->connected(); });
    measurement.available_bps = *uplink_bps / static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(sharing, 1));
    const auto encoding = encodings.find(core::Slot::Camera);
    const bool wants_more =
        encoding != encodings.end() && encoding->second.bitrate_max_bps + sound_bps > *measurement.available_bps;
    if (wants_more) camera.limitation = Limitation::Bandwidth;
    return measurement;
}

void FakeConnection::close() {
    if (std::exchange(closed_, true)) return;
    network_.forget(*this);
}

void FakeConnection::change(TransportState state) {
    if (transport_ == state) return;
    transport_ = state;
    ++transport_changes_;
    tell(input::TransportChanged{id_, state});
    if (connected() && !std::exchange(channel_open_, true)) tell(input::ChannelOpened{id_});
}

// A page hears of everything in its order, and a little later.
void FakeConnection::tell(Input input) {
    if (closed_) return;
    const TimeMs at = told_.place(now() + network_.nature_.dice.draw(network_.event));
    if (at == now()) return deliver(input);
    network_.nature_.timeline.at(at, [this, input = std::move(input)] {
        if (!closed_) deliver(input);
    });
}

void FakeConnection::deliver(const Input& input) {
    if (const auto* changed = std::get_if<input::TransportChanged>(&input)) {
        believed_ = changed->state == TransportState::Connected;
    }
    tell_(input);
}

}  // namespace parley::world
