#include "hub/unacknowledged.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "protocol/limits.hpp"

namespace parley::hub {
namespace {

/// Space for so many is kept for the next ones; more goes back once nothing is held.
constexpr std::size_t capacity_kept_max = 2 * limits::acknowledge_every;

}  // namespace

bool Unacknowledged::is_full() const {
    return entries().size() >= limits::outbox_messages_max || bytes_ + limits::frame_max > limits::outbox_bytes_max;
}

protocol::Sequence Unacknowledged::add(Text text, PresenceOf presence_of) {
    assert(!is_full());
    bytes_ += text->size();
    entries_.push_back({.text = std::move(text), .presence_of = presence_of});
    return sent();
}

bool Unacknowledged::replace(protocol::Sequence after, PresenceOf presence_of, const Text& text) {
    const std::size_t first = first_ + (std::max(after, acknowledged_) - acknowledged_);
    const auto found = std::ranges::find(std::span(entries_).subspan(first), presence_of, &Entry::presence_of);
    if (found == std::span(entries_).subspan(first).end()) return false;
    const std::size_t bytes = bytes_ - found->text->size() + text->size();
    if (bytes > limits::outbox_bytes_max) return false;
    bytes_ = bytes;
    found->text = text;
    return true;
}

void Unacknowledged::acknowledge(protocol::Sequence got) {
    assert(got <= sent());
    for (; acknowledged_ < got; ++acknowledged_, ++first_) {
        bytes_ -= entries_[first_].text->size();
        entries_[first_].text.reset();
    }
    if (first_ == entries_.size()) {
        entries_.clear();
        if (entries_.capacity() > capacity_kept_max) entries_.shrink_to_fit();
        first_ = 0;
    } else if (first_ > entries_.size() / 2) {
        entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
    }
}

}  // namespace parley::hub
