#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "core/handles.hpp"
#include "protocol/sealed.hpp"

namespace parley::core {

/// Numbers what this run seals in one room. A number used twice would give the key away, so that it lives as long as
/// the page does, whatever calls come and go.
class SealCounters {
public:
    std::uint64_t next(const protocol::SealContext& context) { return ++last_[context]; }

private:
    std::map<protocol::SealContext, std::uint64_t> last_;
};

/// Things that wait for an answer (a seal made or opened, an identity verified) and go on in the order in which they
/// came, however the answers arrive. Those without a question wait only for those before them.
template <class Item>
class InOrder {
public:
    void push(Item item) { waiting_.push_back({std::move(item), SealId{}}); }
    void push(Item item, SealId question) { waiting_.push_back({std::move(item), question}); }

    /// What waits for the answer to `question`, or null.
    [[nodiscard]] Item* find(SealId question) {
        const auto found = entry(question);
        return found == waiting_.end() ? nullptr : &found->item;
    }
    /// It waits for another answer now.
    void wait_on(SealId question, SealId next) { entry(question)->question = next; }
    void release(SealId question) { entry(question)->question = {}; }
    void drop(SealId question) { waiting_.erase(entry(question)); }

    /// The first item, once nothing holds it up.
    std::optional<Item> pop() {
        if (waiting_.empty() || waiting_.front().question) return std::nullopt;
        Item first = std::move(waiting_.front().item);
        waiting_.pop_front();
        return first;
    }

    void clear() { waiting_.clear(); }
    [[nodiscard]] std::size_t size() const { return waiting_.size(); }

private:
    struct Entry {
        Item item;
        SealId question;  ///< none: it may go on
    };
    auto entry(SealId question) {
        return std::ranges::find_if(waiting_,
                                    [&](const Entry& one) { return one.question && one.question == question; });
    }

    std::deque<Entry> waiting_;
};

}  // namespace parley::core
