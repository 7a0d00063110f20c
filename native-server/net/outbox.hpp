#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <utility>

#include "protocol/limits.hpp"

namespace parley::net {

/// The frames that wait for one socket, in order; the first of them may be on its way.
class Outbox {
public:
    // A session that goes on is given at once all that it had not acknowledged, and lists and answers come beside that.
    static constexpr std::size_t messages_max = 2 * limits::outbox_messages_max;
    static constexpr std::size_t bytes_max = 2 * limits::outbox_bytes_max;

    /// False, and nothing changes, when so much waits already that the client does not keep up.
    bool push(std::string frame) {
        if (size_ == messages_max || bytes_ + frame.size() > bytes_max) return false;
        bytes_ += frame.size();
        ++size_;
        frames_.push_back(std::move(frame));
        return true;
    }
    /// Only while not empty.
    [[nodiscard]] const std::string& front() const { return frames_.front(); }
    void pop() {
        bytes_ -= frames_.front().size();
        --size_;
        frames_.pop_front();
    }
    void keep_only_first() {
        while (size_ > 1) {
            bytes_ -= frames_.back().size();
            --size_;
            frames_.pop_back();
        }
    }
    [[nodiscard]] bool empty() const { return size_ == 0; }

private:
    // A list, because it holds nothing while nothing waits, as for nearly all sockets at nearly all times.
    std::list<std::string> frames_;
    std::size_t size_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace parley::net
