#include "core/letters.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"

namespace parley::core {

// No receiver is forgotten: a number that is used twice would be taken for a letter that is there already.
bool Letters::has_room_for(const PeerId& to) const {
    const auto known = outgoing_.find(to);
    if (known == outgoing_.end()) return outgoing_.size() < bounds::acquaintances_max;
    return known->second.waiting.size() < bounds::letters_waiting_max;
}

bool Letters::write(const PeerId& to, Content content, std::uint64_t line) {
    if (!has_room_for(to)) return false;
    Outgoing& outgoing = outgoing_[to];
    outgoing.waiting.push_back({++outgoing.last, line, std::move(content)});
    return true;
}

std::vector<protocol::Letter> Letters::due(TimeMs now, const PeerId& to) {
    std::vector<protocol::Letter> letters;
    const auto found = outgoing_.find(to);
    if (found == outgoing_.end() || found->second.waiting.empty()) return letters;
    Outgoing& outgoing = found->second;
    if (const auto at = again_at(to); at && now >= *at) outgoing.said = 0;
    for (const Waiting& one : outgoing.waiting) {
        if (one.number <= outgoing.said) continue;
        letters.push_back({one.number, outgoing.waiting.front().number, one.content});
    }
    if (letters.empty()) return letters;
    outgoing.said = letters.back().number;
    outgoing.said_at = now;
    return letters;
}

void Letters::say_again(const PeerId& to) {
    const auto found = outgoing_.find(to);
    if (found != outgoing_.end()) found->second.said = 0;
}

std::optional<TimeMs> Letters::again_at(const PeerId& to) const {
    const auto found = outgoing_.find(to);
    if (found == outgoing_.end() || found->second.waiting.empty()) return std::nullopt;
    const Outgoing& outgoing = found->second;
    if (outgoing.said < outgoing.waiting.front().number) return std::nullopt;
    return outgoing.said_at + bounds::letter_again_ms;
}

std::vector<std::uint64_t> Letters::received(const PeerId& by, const protocol::Receipt& receipt) {
    std::vector<std::uint64_t> lines;
    const auto found = outgoing_.find(by);
    if (found == outgoing_.end() || receipt.number > found->second.last) return lines;
    auto& waiting = found->second.waiting;
    while (!waiting.empty() && waiting.front().number <= receipt.number) {
        if (waiting.front().line != 0) lines.push_back(waiting.front().line);
        waiting.pop_front();
    }
    return lines;
}

// Numbers that nobody will be told are no gaps: the next letter says from where on there are any.
std::vector<std::uint64_t> Letters::give_up(const PeerId& to, const std::function<bool(const Content&)>& which) {
    std::vector<std::uint64_t> lines;
    const auto found = outgoing_.find(to);
    if (found == outgoing_.end()) return lines;
    std::deque<Waiting> kept;
    for (Waiting& one : found->second.waiting) {
        if (!which(one.content)) {
            kept.push_back(std::move(one));
        } else if (one.line != 0) {
            lines.push_back(one.line);
        }
    }
    // What stays is numbered anew, without holes. No number is used again: the peer may hold what was said under it.
    for (Waiting& one : kept) one.number = ++found->second.last;
    found->second.waiting = std::move(kept);
    found->second.said = 0;
    return lines;
}

std::vector<PeerId> Letters::waiting_for() const {
    std::vector<PeerId> peers;
    for (const auto& [peer, outgoing] : outgoing_) {
        if (!outgoing.waiting.empty()) peers.push_back(peer);
    }
    return peers;
}

Letters::Heard Letters::hear(const PeerId& from, const RunId& run, const protocol::Letter& letter) {
    if (incoming_.size() >= bounds::acquaintances_max && !incoming_.contains(from)) incoming_.erase(incoming_.begin());
    Incoming& incoming = incoming_[from];
    if (incoming.run != run) incoming = {run, 0, {}};
    if (letter.first > incoming.heard + 1) {
        incoming.heard = letter.first - 1;
        incoming.early.erase(incoming.early.begin(), incoming.early.upper_bound(incoming.heard));
    }
    Heard heard;
    const bool fits = letter.number <= incoming.heard + bounds::letters_waiting_max;
    if (letter.number > incoming.heard && fits) incoming.early.try_emplace(letter.number, letter.content);
    for (auto next = incoming.early.begin(); next != incoming.early.end() && next->first == incoming.heard + 1;) {
        heard.news.push_back(std::move(next->second));
        next = incoming.early.erase(next);
        ++incoming.heard;
    }
    heard.receipt.number = incoming.heard;
    return heard;
}

}  // namespace parley::core
