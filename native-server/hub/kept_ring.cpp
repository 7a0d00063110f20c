#include "hub/kept_ring.hpp"

#include <utility>

#include "protocol/limits.hpp"

namespace parley::hub {

void KeptRing::add(std::string entry) {
    bytes_ += entry.size();
    entries_.push_back(std::move(entry));
    while (entries_.size() > limits::kept_entries_max || bytes_ > limits::kept_bytes_max) {
        bytes_ -= entries_.front().size();
        entries_.pop_front();
    }
}

}  // namespace parley::hub
