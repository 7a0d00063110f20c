#pragma once

#include <cstddef>
#include <list>
#include <string>

namespace parley::hub {

/// What was said to everyone for those who join later, oldest first, each as an encoded entry of a `kept` frame. The
/// oldest goes when there is more than `limits::kept_entries_max` or `limits::kept_bytes_max`.
class KeptRing {
public:
    void add(std::string entry);
    [[nodiscard]] const std::list<std::string>& entries() const { return entries_; }

private:
    // Most rooms keep nothing, and an empty list takes nothing.
    std::list<std::string> entries_;
    std::size_t bytes_ = 0;
};

}  // namespace parley::hub
