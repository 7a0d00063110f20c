#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tests/world/connection.hpp"
#include "tests/world/nature.hpp"

namespace parley::world {

/// What lies between the pages: paths that can be broken and mended.
class Network {
public:
    explicit Network(Nature& nature) : nature_(nature) {}

    std::shared_ptr<FakeConnection> make(const std::string& page, const core::output::CreateConnection& order,
                                         FakeConnection::Tell tell);

    /// Nothing gets through between two pages. Each end notices in its own time (`noticed`): it is `disconnected` then
    /// and `failed` after `failed_after_ms`.
    void cut(const std::string& left, const std::string& right);
    void mend(const std::string& left, const std::string& right);
    [[nodiscard]] bool is_cut(const std::string& left, const std::string& right) const;
    /// Nothing gets through to a page or from it; all its paths that are not cut come back afterwards.
    void isolate(const std::string& page);
    void rejoin(const std::string& page);
    /// Only a relay gets through between two pages.
    void wall(const std::string& left, const std::string& right);
    void unwall(const std::string& left, const std::string& right);
    [[nodiscard]] bool is_walled(const std::string& left, const std::string& right) const;
    /// The page has other addresses: what was found with the old ones is dead until ICE restarts.
    void move(const std::string& page);

    /// What leaves the page shares so many bits a second, and congestion control knows it.
    void narrow(const std::string& page, std::uint32_t capacity_bps) { uplinks_bps_[page] = capacity_bps; }
    void widen(const std::string& page) { uplinks_bps_.erase(page); }
    /// Nothing: more than anybody needs.
    [[nodiscard]] std::optional<std::uint32_t> uplink_bps(const std::string& page) const;

    /// The one that a connection is agreed with while both are open, or null.
    [[nodiscard]] FakeConnection* other_end(const FakeConnection& connection) const;

    Delay operation{2, 2};
    Delay path{20, 20};
    Delay gathering{30, 30};
    Delay event;
    Delay noticed;
    TimeMs failed_after_ms = 10'000;
    TimeMs checks_give_up_after_ms = 0;  ///< 0: never
    double operation_fails = 0;
    /// Candidates gathered for each generation; none means that no path is ever found.
    int candidates = 3;

    /// The address of whoever is reached through a relay.
    static inline const std::string relay = "relay";

private:
    friend class FakeConnection;
    enum class Path { None, Relayed, Direct };
    static std::pair<std::string, std::string> between(const std::string& left, const std::string& right);
    std::string name_connection(const std::string& page) { return page + '/' + std::to_string(++last_connection_); }
    std::string fresh_fragment() { return 'u' + std::to_string(++last_fragment_); }
    [[nodiscard]] int address_of(const std::string& page) const;
    [[nodiscard]] bool hears(const FakeConnection& one, const FakeConnection& two) const;
    [[nodiscard]] bool agreed(const FakeConnection& one, const FakeConnection& two) const;
    /// The best one between two ends that have agreed.
    [[nodiscard]] Path path_between(const FakeConnection& one, const FakeConnection& two) const;
    [[nodiscard]] bool flows(const FakeConnection& connection) const;
    /// Looks whether a path has come up.
    /// A candidate may lead to a better pair than the one that was found first; a network that changes by itself is not
    /// looked at again.
    enum class Cause { Candidate, Other };
    void look(FakeConnection& connection, Cause cause = Cause::Other);
    void start_checks(FakeConnection& connection);
    void give_up_later(FakeConnection& connection);
    void bring_up(FakeConnection& left, FakeConnection& right, Cause cause);
    void changed();
    void update(FakeConnection& connection);
    void lose(FakeConnection& connection);
    void forget(FakeConnection& connection);

    Nature& nature_;
    std::unordered_map<std::string, std::shared_ptr<FakeConnection>> open_;
    std::vector<std::shared_ptr<FakeConnection>> all_;  ///< what is planned may still name a closed one
    std::vector<FakeConnection*> all_open_;             ///< in the order in which they were made
    std::set<std::pair<std::string, std::string>> cut_;
    std::set<std::pair<std::string, std::string>> walled_;
    std::set<std::string> isolated_;
    std::map<std::string, int> addresses_;
    std::map<std::string, std::uint32_t> uplinks_bps_;  ///< those that are narrow
    int last_connection_ = 0;
    int last_fragment_ = 0;
};

}  // namespace parley::world
