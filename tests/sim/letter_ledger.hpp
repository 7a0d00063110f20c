#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/world/page.hpp"

namespace parley::sim {

/// Everything that was said to one person alone, and every file: to be found again once, in its writer's order, whole,
/// and at nobody else.
class LetterLedger {
public:
    /// Lets `from` write something to `to` that nobody wrote before.
    void write(world::Page& from, const world::Page& to);
    /// Lets `from` choose a file for everyone who is there, among them those in `connected`.
    void send_file(world::Page& from, std::uint64_t size, std::vector<const world::Page*> connected);

    /// What is wrong with what `reader` sees now that everything should have arrived; `present` are all who are there.
    [[nodiscard]] std::vector<std::string> check(const world::Page& reader,
                                                 const std::vector<const world::Page*>& present) const;

private:
    struct Letter {
        const world::Page* from = nullptr;
        const world::Page* to = nullptr;
        std::size_t place = 0;  ///< among those from the one to the other
    };
    struct File {
        const world::Page* from = nullptr;
        std::vector<const world::Page*> to;  ///< who must get it
        std::uint64_t size = 0;
    };

    void check_letters(const world::Page& reader, const std::vector<const world::Page*>& present,
                       std::vector<std::string>& faults) const;
    void check_files(const world::Page& reader, const std::vector<const world::Page*>& present,
                     std::vector<std::string>& faults) const;

    std::map<std::string, Letter> letters_;
    std::map<std::string, File> files_;
    std::map<std::pair<const world::Page*, std::string>, std::size_t> counts_;
};

}  // namespace parley::sim
