#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/world/page.hpp"

namespace parley::sim {

/// Everything that was written in a schedule, to be found again: once, in its writer's order, at everyone who should
/// have it.
class ChatLedger {
public:
    /// A page that may come to see what is written.
    void meet(const world::Page& page);
    /// Lets the page write something that nobody wrote before. Nothing may keep it from being taken.
    void write(world::Page& page);

    /// What is wrong with the conversation that `reader` sees: every message of the pages in `writers` must be there,
    /// and everything in `kept`, sealed as it is, too.
    [[nodiscard]] std::vector<std::string> check(const world::Page& reader,
                                                 const std::vector<const world::Page*>& writers,
                                                 const std::vector<std::string>& kept) const;

    /// Whether `reader` has everything that `writer` wrote while `reader` saw them.
    void check_arrived(const world::Page& reader, const world::Page& writer, std::vector<std::string>& faults) const;

private:
    std::map<const world::Page*, std::vector<std::string>> written_;
    std::map<std::string, std::size_t> place_;  ///< of each text among its writer's
    std::map<std::string, const world::Page*> writer_;
    std::vector<const world::Page*> pages_;
    std::map<std::string, std::set<const world::Page*>> in_touch_;  ///< who saw its writer when it was written
    std::size_t count_ = 0;
};

}  // namespace parley::sim
