#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "auth/ice.hpp"
#include "relay/trial.hpp"

namespace parley::relay {

/// How often the relays are tried out, and how long each may take.
struct Pace {
    std::chrono::milliseconds interval{std::chrono::hours(1)};
    std::chrono::milliseconds patience{5'000};
};

/// What is known of one relay.
struct Finding {
    std::string url;
    std::optional<Verdict> verdict{};  ///< nothing until it was tried out once
};

/// Tries out the relays that pages are offered, one after the other, at once and then at each interval. To be used on
/// the thread of the `io_context` only, and destroyed after it.
class Watch {
public:
    /// `report` is told, in a line, of each relay of which something else is known than before.
    Watch(const auth::IceOffer& offer, Pace pace, std::function<void(const std::string&)> report);

    void start(boost::asio::io_context& context);

    [[nodiscard]] std::span<const Finding> findings() const { return findings_; }

private:
    boost::asio::awaitable<void> run();
    void note(Finding& finding, Verdict verdict);

    std::string secret_;
    Pace pace_;
    std::function<void(const std::string&)> report_;
    std::vector<Finding> findings_;
};

}  // namespace parley::relay
