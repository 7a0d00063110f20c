#include "tests/core/network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace parley::core {

using input::TransportState;
using protocol::DescriptionType;

std::string fingerprint_of(const std::string& page) { return "sha-256 " + page; }

FakeConnection::FakeConnection(Network& network, std::string page, const output::CreateConnection& order, Tell tell)
    : network_(network),
      page_(std::move(page)),
      name_(page_ + "/" + std::to_string(order.connection.value)),
      id_(order.connection),
      tell_(std::move(tell)),
      has_transceivers_(order.transceivers == output::CreateConnection::Transceivers::Add) {}

void FakeConnection::adopt_transceivers() {
    EXPECT_TRUE(pending_remote_ || remote_) << "there is nothing to adopt before an offer";
    EXPECT_FALSE(has_transceivers_) << "media lines would be doubled";
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

void FakeConnection::add_candidate(const protocol::Candidate& candidate) {
    in_chain([this, fragment = candidate.candidate] {
        // Section 4.4.2, addIceCandidate: without a remote description, or for an unknown generation, it is refused.
        const bool known =
            (remote_ && remote_->fragment == fragment) || (pending_remote_ && pending_remote_->fragment == fragment);
        if (!known) {
            ++candidates_refused;
            return;
        }
        candidates_.insert(fragment);
        network_.look(*this);
    });
}

void FakeConnection::in_chain(std::function<void()> step) {
    chain_free_at_ = std::max(chain_free_at_, network_.timeline_.now()) + network_.operation_ms;
    network_.timeline_.after(chain_free_at_ - network_.timeline_.now(), [this, step = std::move(step)] {
        if (!closed_) step();
    });
}

void FakeConnection::run_local(OperationId operation) {
    ASSERT_TRUE(has_transceivers_) << "described without media lines";
    const auto fresh = [this] { return "u" + std::to_string(++network_.last_fragment_); };
    std::string fragment = local_;
    if (signalling_ == Signalling::HaveRemoteOffer) {
        const bool restarted = !remote_ || remote_->fragment != pending_remote_->fragment;
        if (restarted || local_.empty()) fragment = fresh();
        ++answers;
        remote_ = std::exchange(pending_remote_, std::nullopt);
        local_ = fragment;
        signalling_ = Signalling::Stable;
    } else {
        if (local_.empty() || restart_wanted_) fragment = fresh();
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
        return tell(input::OperationFailed{id_, operation, "InvalidStateError"});
    }
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
    constexpr TimeMs gap_ms = 30;
    for (int index = 0; index < network_.candidates; ++index) {
        network_.timeline_.after(1 + index * gap_ms, [this, fragment] {
            tell(input::LocalCandidate{id_, {.candidate = fragment, .mid = "0", .line = 0}});
        });
    }
    network_.timeline_.after(1 + network_.candidates * gap_ms, [this] { tell(input::LocalCandidatesEnded{id_}); });
}

// SCTP (RFC 9260) repeats what does not arrive for as long as the association lives, and keeps the order.
void FakeConnection::send(const std::string& text) {
    EXPECT_TRUE(channel_open_) << "the channel is not open";
    unsent_.push_back(text);
    flush();
}

void FakeConnection::flush() {
    const FakeConnection* other = network_.other_end(*this);
    if (!connected() || other == nullptr || !network_.whole(*this, *other)) return;
    for (const std::string& text : std::exchange(unsent_, {})) {
        network_.timeline_.after(network_.path_ms, [name = other->name_, &network = network_, text] {
            FakeConnection& receiver = *network.connections_.at(name);
            receiver.tell(input::ChannelReceived{receiver.id_, text});
        });
    }
}

std::uint64_t FakeConnection::received() const {
    const TimeMs flowing_ms = connected() ? network_.timeline_.now() - connected_at_ : 0;
    return static_cast<std::uint64_t>(connected_ms_ + flowing_ms);
}

void FakeConnection::close() {
    closed_ = true;
    for (const auto& [name, other] : network_.connections_) {
        if (network_.other_end(*other) == this && !other->closed_) network_.lose(*other);
    }
}

void FakeConnection::change(TransportState state) {
    if (transport_ == state) return;
    if (connected()) connected_ms_ += network_.timeline_.now() - connected_at_;
    connected_at_ = network_.timeline_.now();
    transport_ = state;
    tell(input::TransportChanged{id_, state});
    if (!connected()) return;
    if (!std::exchange(channel_open_, true)) tell(input::ChannelOpened{id_});
    flush();
}

void FakeConnection::tell(Input input) {
    if (!closed_) tell_(std::move(input));
}

std::shared_ptr<FakeConnection> Network::make(const std::string& page, const output::CreateConnection& order,
                                              FakeConnection::Tell tell) {
    auto made = std::make_shared<FakeConnection>(*this, page, order, std::move(tell));
    connections_.emplace(made->name(), made);
    return made;
}

std::pair<std::string, std::string> Network::path(const std::string& left, const std::string& right) {
    return std::minmax(left, right);
}

bool Network::whole(const FakeConnection& left, const FakeConnection& right) const {
    return !cut_.contains(path(left.page_, right.page_));
}

FakeConnection* Network::other_end(const FakeConnection& connection) {
    if (!connection.remote_) return nullptr;
    const auto found = connections_.find(connection.remote_->name);
    return found == connections_.end() ? nullptr : found->second.get();
}

void Network::look(FakeConnection& connection) {
    FakeConnection* other = other_end(connection);
    if (other == nullptr || connection.closed_ || other->closed_ || connection.connected()) return;
    const auto agreed = [](const FakeConnection& one, const FakeConnection& two) {
        return one.remote_ && one.remote_->name == two.name_ && one.remote_->fragment == two.local_ &&
               one.candidates_.contains(two.local_) && (one.peer_.empty() || one.peer_ == two.name_);
    };
    if (!agreed(connection, *other) || !agreed(*other, connection)) return;
    for (FakeConnection* end : {&connection, other}) end->change(TransportState::Connecting);
    timeline_.after(path_ms, [this, left = &connection, right = other] {
        if (left->closed_ || right->closed_ || !whole(*left, *right)) return;
        left->peer_ = right->name_;
        right->peer_ = left->name_;
        for (FakeConnection* end : {left, right}) end->change(TransportState::Connected);
    });
}

void Network::lose(FakeConnection& connection) {
    if (!connection.connected()) return;
    connection.change(TransportState::Disconnected);
    timeline_.after(failed_after_ms, [&connection] {
        if (connection.transport_ == TransportState::Disconnected) connection.change(TransportState::Failed);
    });
}

void Network::cut(const std::string& left, const std::string& right) {
    cut_.insert(path(left, right));
    for (const auto& [name, connection] : connections_) {
        const FakeConnection* other = other_end(*connection);
        if (other != nullptr && path(connection->page_, other->page_) == path(left, right)) lose(*connection);
    }
}

void Network::mend(const std::string& left, const std::string& right) {
    cut_.erase(path(left, right));
    for (const auto& [name, connection] : connections_) {
        // ICE finds a path again that it has not given up.
        if (connection->transport_ != TransportState::Failed) look(*connection);
    }
}

}  // namespace parley::core
