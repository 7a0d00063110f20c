#include "tests/world/network.hpp"

#include <algorithm>
#include <utility>

namespace parley::world {

using core::input::TransportState;

namespace {

constexpr int nowhere = -1;  // of an end whose path was given up

}  // namespace

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

bool Network::is_walled(const std::string& left, const std::string& right) const {
    return walled_.contains(between(left, right));
}

std::optional<std::uint32_t> Network::uplink_bps(const std::string& page) const {
    const auto found = uplinks_bps_.find(page);
    return found == uplinks_bps_.end() ? std::nullopt : std::optional(found->second);
}

FakeConnection* Network::other_end(const FakeConnection& connection) const {
    if (!connection.remote_) return nullptr;
    const auto found = open_.find(connection.remote_->name);
    return found == open_.end() ? nullptr : found->second.get();
}

// Whether one end has the other's description, and may still come to something with it.
bool Network::hears(const FakeConnection& one, const FakeConnection& two) const {
    return one.remote_ && one.remote_->name == two.name_ && one.remote_->fragment == two.local_ &&
           one.local_ != one.given_up_ && (one.peer_.empty() || one.peer_ == two.name_);
}

bool Network::agreed(const FakeConnection& one, const FakeConnection& two) const {
    return hears(one, two) && hears(two, one);
}

// Each end needs a candidate that leads to where the other one is now.
Network::Path Network::path_between(const FakeConnection& one, const FakeConnection& two) const {
    if (is_cut(one.page_, two.page_)) return Path::None;
    const auto knows = [](const FakeConnection& end, const FakeConnection& other, const std::string& address) {
        return end.candidates_.contains(other.local_ + '@' + address);
    };
    const bool to_two = knows(one, two, std::to_string(address_of(two.page_)));
    const bool to_one = knows(two, one, std::to_string(address_of(one.page_)));
    if (to_two && to_one && !is_walled(one.page_, two.page_)) return Path::Direct;
    const bool relay_of_two = knows(one, two, relay);
    const bool relay_of_one = knows(two, one, relay);
    const bool relayed = (relay_of_two && (to_one || relay_of_one)) || (relay_of_one && to_two);
    return relayed ? Path::Relayed : Path::None;
}

bool Network::flows(const FakeConnection& connection) const {
    const FakeConnection* other = other_end(connection);
    if (connection.closed_ || other == nullptr || connection.peer_ != other->name_) return false;
    const auto reachable = [this](const FakeConnection& end) {
        return end.connected() && end.address_ == address_of(end.page_);
    };
    const bool open = connection.relayed_ || !is_walled(connection.page_, other->page_);
    return reachable(connection) && reachable(*other) && open && !is_cut(connection.page_, other->page_);
}

void Network::look(FakeConnection& connection, Cause cause) {
    FakeConnection* other = other_end(connection);
    if (other == nullptr || connection.closed_ || !agreed(connection, *other)) return;
    const bool known = connection.path_local_ == connection.local_;
    if (connection.carries() && known && !(cause == Cause::Candidate && connection.relayed_)) return;
    // Checks go on once there is a candidate to check, and beside a path of an earlier generation.
    if (connection.candidates_.empty() && other->candidates_.empty()) return;
    for (FakeConnection* end : {&connection, other}) start_checks(*end);
    if (path_between(connection, *other) == Path::None) return;
    nature_.timeline.after(nature_.dice.draw(path),
                           [this, left = &connection, right = other, cause] { bring_up(*left, *right, cause); });
}

void Network::start_checks(FakeConnection& connection) {
    if (connection.carries()) return give_up_later(connection);
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

// A path that was found before the restart serves until then, and no longer.
void Network::give_up_later(FakeConnection& connection) {
    if (checks_give_up_after_ms == 0 || connection.checked_ == connection.local_) return;
    connection.checked_ = connection.local_;
    nature_.timeline.after(checks_give_up_after_ms, [this, &connection, fragment = connection.local_] {
        if (connection.local_ != fragment || connection.path_local_ == fragment || !connection.carries()) return;
        connection.given_up_ = fragment;
        connection.address_ = nowhere;
        changed();
    });
}

void Network::bring_up(FakeConnection& left, FakeConnection& right, Cause cause) {
    if (left.closed_ || right.closed_ || !agreed(left, right)) return;
    const Path found = path_between(left, right);
    if (found == Path::None) return;
    const bool better = cause == Cause::Candidate && left.relayed_ && found == Path::Direct;
    if (left.carries() && left.path_local_ == left.local_ && !better) return;
    left.peer_ = right.name_;
    right.peer_ = left.name_;
    for (FakeConnection* end : {&left, &right}) {
        end->address_ = address_of(end->page_);
        end->path_local_ = end->local_;
        end->relayed_ = found == Path::Relayed;
    }
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

void Network::wall(const std::string& left, const std::string& right) {
    walled_.insert(between(left, right));
    changed();
}

void Network::unwall(const std::string& left, const std::string& right) {
    walled_.erase(between(left, right));
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
