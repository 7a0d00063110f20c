#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>

#include "core/handles.hpp"

namespace parley::core {

/// Things that wait for a seal to be made or opened and go on in the order in which they came, however the
/// answers arrive. `Item` is what goes on; those without a seal wait only for those before them.
template <class Item>
class InOrder {
public:
    enum class Answer { None, Pending, Ready, Failed };

    void push(Item item) { waiting_.push_back({std::move(item), SealId{}, Answer::None, {}}); }
    void push(Item item, SealId seal) { waiting_.push_back({std::move(item), seal, Answer::Pending, {}}); }

    /// Whether `seal` was one of these.
    bool answer(SealId seal, const std::optional<std::string>& text) {
        for (auto& entry : waiting_) {
            if (entry.answer != Answer::Pending || entry.seal != seal) continue;
            entry.answer = text ? Answer::Ready : Answer::Failed;
            entry.text = text.value_or(std::string());
            return true;
        }
        return false;
    }

    struct Entry {
        Item item;
        SealId seal;
        Answer answer = Answer::None;
        std::string text;  ///< what the answer gave; empty without one
    };

    /// The first entry, once nothing holds it up.
    std::optional<Entry> pop() {
        if (waiting_.empty() || waiting_.front().answer == Answer::Pending) return std::nullopt;
        Entry first = std::move(waiting_.front());
        waiting_.pop_front();
        return first;
    }

    void clear() { waiting_.clear(); }
    [[nodiscard]] std::size_t size() const { return waiting_.size(); }

private:
    std::deque<Entry> waiting_;
};

}  // namespace parley::core
