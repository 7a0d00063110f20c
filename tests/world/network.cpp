#include "tests/world/network.hpp"

#include <algorithm>
#include <utility>

namespace parley::world {

using core::input::TransportState;

std::shared_ptr<FakeConnection> Network::make(const std::string& page, const core::output::CreateConnection& order,
                                              FakeConnection::Tell tell) {
    auto made = std::make_shared<FakeConnection>(*this, page, order, std::move(tell));
    open_.emplace(made->name(), made);
    all_.push_back(made);
    all_open_.push_back(made.get());
    return made;
}

std::pair<std::string, std::string> Network::between(const std::string& left, const std::string& right) {
    return std::minmax(left, right);
}

int Network::address_of(const std::string& page) const {
    const auto found = addresses_.find(page);
    return found == addresses_.end() ? 0 : found->second;
}

bool Network::is_cut(const std::string& left, const std::string& right) const {
    return cut_.contains(between(left, right)) || isolated_.contains(left) || isolated_.contains(right);
}

bool Network::whole(const FakeConnection& left, const FakeConnection& right) const {
    return !is_cut(left.page_, right.page_);
}

FakeConnection* Network::other_end(const FakeConnection& connection) const {
    if (!connection.remote_) return nullptr;
    const auto found = open_.find(connection.remote_->name);
    return found == open_.end() ? nullptr : found->second.get();
}

// Whether one end has all that it needs of the other: its description, and a candidate that leads to where it is now.
bool Network::hears(const FakeConnection& one, const FakeConnection& two) const {
    return one.remote_ && one.remote_->name == two.name_ && one.remote_->fragment == two.local_ &&
           one.local_ != one.given_up_ && (one.peer_.empty() || one.peer_ == two.name_) &&
           one.candidates_.contains(two.local_ + '@' + std::to_string(address_of(two.page_)));
}

bool Network::agreed(const FakeConnection& one, const FakeConnection& two) const {
    return hears(one, two) && hears(two, one);
}

bool Network::flows(const FakeConnection& connection) const {
    const FakeConnection* other = other_end(connection);
    if (connection.closed_ || other == nullptr || connection.peer_ != other->name_) return false;
    const auto reachable = [this](const FakeConnection& end) {
        return end.connected() && end.address_ == address_of(end.page_);
    };
    return reachable(connection) && reachable(*other) && whole(connection, *other);
}

void Network::look(FakeConnection& connection) {
    FakeConnection* other = other_end(connection);
    if (other == nullptr || connection.closed_ || connection.carries() || !agreed(connection, *other)) return;
    for (FakeConnection* end : {&connection, other}) start_checks(*end);
    nature_.timeline.after(nature_.dice.draw(path),
                           [this, left = &connection, right = other] { bring_up(*left, *right); });
}

void Network::start_checks(FakeConnection& connection) {
    if (connection.transport_ != TransportState::New && connection.transport_ != TransportState::Failed) return;
    connection.change(TransportState::Connecting);
    if (checks_give_up_after_ms == 0) return;
    const auto change = connection.transport_changes_;
    nature_.timeline.after(checks_give_up_after_ms, [&connection, change] {
        if (connection.closed_ || connection.transport_changes_ != change) return;
        connection.given_up_ = connection.local_;
        connection.change(TransportState::Failed);
    });
}

void Network::bring_up(FakeConnection& left, FakeConnection& right) {
    if (left.closed_ || right.closed_ || left.carries() || !whole(left, right) || !agreed(left, right)) return;
    left.peer_ = right.name_;
    right.peer_ = left.name_;
    for (FakeConnection* end : {&left, &right}) end->address_ = address_of(end->page_);
    for (FakeConnection* end : {&left, &right}) end->change(TransportState::Connected);
    for (FakeConnection* end : {&left, &right}) update(*end);
    for (FakeConnection* end : {&left, &right}) end->flush();
}

void Network::update(FakeConnection& connection) {
    const bool flowing = flows(connection);
    if (flowing == connection.carries()) return;
    if (flowing) {
        connection.carries_since_ = nature_.timeline.now();
        ++connection.losses_;
    } else {
        connection.carried_ms_ += nature_.timeline.now() - *connection.carries_since_;
        connection.carries_since_.reset();
        lose(connection);
    }
}

void Network::lose(FakeConnection& connection) {
    const auto loss = ++connection.losses_;
    const auto notice = [this, &connection, loss] {
        if (connection.closed_ || connection.losses_ != loss) return;
        connection.change(TransportState::Disconnected);
        nature_.timeline.after(failed_after_ms, [&connection, change = connection.transport_changes_] {
            if (connection.closed_ || connection.transport_changes_ != change) return;
            connection.given_up_ = connection.local_;
            connection.change(TransportState::Failed);
        });
    };
    const TimeMs notices_in_ms = nature_.dice.draw(noticed);
    if (notices_in_ms == 0) return notice();
    nature_.timeline.after(notices_in_ms, notice);
}

void Network::changed() {
    // In the order in which they were made: a world must not depend on where things lie in memory.
    std::erase_if(all_open_, [](const FakeConnection* connection) { return connection->closed_; });
    const std::vector<FakeConnection*> open = all_open_;
    for (FakeConnection* connection : open) update(*connection);
    for (FakeConnection* connection : open) connection->flush();
    for (FakeConnection* connection : open) look(*connection);
}

void Network::forget(FakeConnection& connection) {
    FakeConnection* other = other_end(connection);
    update(connection);
    open_.erase(connection.name_);
    if (other != nullptr && other->peer_ == connection.name_) update(*other);
}

void Network::cut(const std::string& left, const std::string& right) {
    cut_.insert(between(left, right));
    changed();
}

void Network::mend(const std::string& left, const std::string& right) {
    cut_.erase(between(left, right));
    changed();
}

void Network::isolate(const std::string& page) {
    isolated_.insert(page);
    changed();
}

void Network::rejoin(const std::string& page) {
    isolated_.erase(page);
    changed();
}

void Network::move(const std::string& page) {
    ++addresses_[page];
    changed();
}

}  // namespace parley::world
