#pragma once

#include <boost/intrusive/list.hpp>
#include <chrono>
#include <cstdint>
#include <functional>

/// Time limits of connections, thousands at once: all are looked at now and then, where a timer for each would cost
/// memory, and a set timer for each message.
namespace parley::net {

class Deadlines;

/// One time limit. It is over at most once for each `set`; when it is destroyed it never is.
class Deadline : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    /// `all` must live as long. `when_over` may set it anew, or destroy it.
    Deadline(Deadlines& all, std::function<void()> when_over) : all_(all), when_over_(std::move(when_over)) {}
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    /// Replaces what was set before. Never early; late by up to two intervals of `Deadlines`.
    void set(std::chrono::milliseconds delay);
    void clear() { unlink(); }

private:
    friend Deadlines;
    Deadlines& all_;
    std::function<void()> when_over_;
    std::int64_t over_at_ms_ = 0;
};

/// All time limits of a server. Time is handed in: milliseconds on any clock that does not run backwards.
class Deadlines {
public:
    explicit Deadlines(std::chrono::milliseconds interval) : interval_(interval) {}

    /// How often `look` wants to be called.
    [[nodiscard]] std::chrono::milliseconds interval() const { return interval_; }

    void look(std::int64_t now_ms);

private:
    friend Deadline;
    using List = boost::intrusive::list<Deadline, boost::intrusive::constant_time_size<false>>;

    std::chrono::milliseconds interval_;
    std::int64_t looked_at_ms_ = 0;
    List set_;
    List over_;  ///< while looking
};

}  // namespace parley::net
