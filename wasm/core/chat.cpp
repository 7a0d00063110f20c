#include "core/chat.hpp"

#include <algorithm>

#include "core/bounds.hpp"
#include "core/display_name.hpp"
#include "protocol/limits.hpp"

namespace parley::core {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t minutes_per_day = 24 * 60;

std::uint16_t minute_of_day(std::int64_t at_ms, std::int32_t utc_offset_minutes) {
    const std::int64_t minutes = (at_ms / ms_per_minute + utc_offset_minutes) % minutes_per_day;
    return static_cast<std::uint16_t>((minutes + minutes_per_day) % minutes_per_day);
}

constexpr std::int64_t rounded_down(std::int64_t number, std::int64_t unit) {
    return number / unit - (number % unit < 0 ? 1 : 0);
}

}  // namespace

void Chat::write(std::uint64_t counter, const protocol::Chat& said) {
    const std::uint64_t line = show(own_peer_, said, ChatLine::Delivery::Waiting);
    own_.push_back({.counter = counter, .line = line, .said = said, .sealed = {}});
}

void Chat::sealed(std::uint64_t counter, std::string text) {
    Own* own = find_own(counter);
    if (own == nullptr || !own->said) return;
    own->said.reset();
    own_bytes_ += text.size();
    own->sealed = std::move(text);
    forget_oldest_own();
}

std::vector<Chat::Unsealed> Chat::unsealed() const {
    std::vector<Unsealed> found;
    for (const Own& own : own_) {
        if (own.said) found.push_back({own.counter, *own.said});
    }
    return found;
}

void Chat::carried(std::uint64_t counter) {
    Own* own = find_own(counter);
    if (own == nullptr || std::exchange(own->carried, true)) return;
    change_lines([id = own->line](Lines& lines) {
        const auto line = std::ranges::find(lines, id, &ChatLine::id);
        if (line != lines.end()) line->delivery = ChatLine::Delivery::Sent;
    });
}

void Chat::carried(Range range) {
    for (const Own& own : own_) {
        if (own.counter >= range.first && own.counter <= range.last) carried(own.counter);
    }
}

Chat::Range Chat::all_sealed() const {
    const auto last = std::find_if(own_.rbegin(), own_.rend(), [](const Own& own) { return !own.sealed.empty(); });
    return last == own_.rend() ? Range{} : Range{.first = 1, .last = last->counter};
}

void Chat::hear(const PeerId& from, const RunId& run, std::uint64_t counter, const protocol::Chat& said) {
    if (run == own_run_) return;  // kept by the server, and shown when it was written
    Stream& stream = stream_of(from, run);
    if (counter <= stream.shown || stream.early.contains(counter)) return;
    stream.held.try_emplace(counter, said);
    // Who says so much behind a gap is shown with the gap.
    if (stream.held.size() > bounds::chat_held_max) stream.shown = stream.held.begin()->first - 1;
    show_held(from, stream);
}

std::uint64_t Chat::heard_up_to(const PeerId& from, const RunId& run) const {
    const Stream* stream = find(from, run);
    return stream == nullptr ? 0 : stream->shown;
}

void Chat::give_up(const PeerId& from, const RunId& run, std::uint64_t counter) {
    Stream& stream = stream_of(from, run);
    while (!stream.held.empty() && stream.held.begin()->first <= counter) {
        stream.shown = stream.held.begin()->first - 1;
        show_held(from, stream);
    }
    stream.shown = std::max(stream.shown, counter);
    stream.early.erase(stream.early.begin(), stream.early.upper_bound(counter));
    show_held(from, stream);
}

bool Chat::waits_for(const PeerId& from, const RunId& run) const {
    const Stream* stream = find(from, run);
    return stream != nullptr && !stream->held.empty();
}

void Chat::release_unless(const std::function<bool(const PeerId&, const RunId&)>& can_be_asked) {
    for (auto& [name, stream] : streams_) {
        if (stream.held.empty() || can_be_asked(name.first, name.second)) continue;
        // Should they come back after all, what is missing before it is still worth having.
        for (const auto& [counter, said] : stream.held) {
            show_other(name.first, said);
            stream.early.insert(counter);
        }
        stream.held.clear();
        if (stream.early.size() > bounds::chat_held_max) stream.shown = *stream.early.begin() - 1;
        show_held(name.first, stream);
    }
}

std::vector<protocol::PeerMessage> Chat::answer_to(const protocol::Have& have) const {
    std::vector<protocol::PeerMessage> answer;
    if (have.counter < own_gone_) answer.emplace_back(protocol::Gone{own_gone_});
    protocol::Again batch;
    std::size_t bytes = 0;
    const auto finish = [&] {
        if (!batch.sealed.empty()) answer.emplace_back(std::exchange(batch, {}));
        bytes = 0;
    };
    for (const Own& own : own_) {
        if (own.counter <= have.counter || own.sealed.empty()) continue;
        const bool full = batch.sealed.size() >= limits::resent_per_message_max ||
                          bytes + own.sealed.size() > bounds::again_bytes_max;
        if (full) finish();
        bytes += own.sealed.size();
        batch.sealed.push_back(own.sealed);
    }
    finish();
    return answer;
}

void Chat::toggle() {
    open_ = !open_;
    unread_ = 0;
}

void Chat::show_held(const PeerId& from, Stream& stream) {
    for (;;) {
        const auto held = stream.held.find(stream.shown + 1);
        if (held != stream.held.end()) {
            show_other(from, held->second);
            stream.held.erase(held);
        } else if (stream.early.erase(stream.shown + 1) == 0) {
            return;
        }
        ++stream.shown;
    }
}

void Chat::show_other(const PeerId& from, const protocol::Chat& said) {
    show(from, said, ChatLine::Delivery::Sent);
    if (!open_ && from != own_peer_) ++unread_;
}

std::uint64_t Chat::show(const PeerId& from, const protocol::Chat& said, ChatLine::Delivery delivery) {
    ChatLine line;
    line.name = tidied_name(said.name);
    line.you = from == own_peer_;
    line.text = said.text;
    line.delivery = delivery;
    return add(std::move(line), said.at_ms);
}

std::uint64_t Chat::add(ChatLine line, std::int64_t at_ms) {
    line.id = ++last_line_;
    line.minute = minute_of_day(at_ms, utc_offset_minutes_);
    line.day = day_of(at_ms);
    change_lines([&](Lines& lines) {
        if (lines.size() >= bounds::chat_lines_max) lines.erase(lines.begin());
        lines.push_back(std::move(line));
    });
    return last_line_;
}

std::int64_t Chat::day_of(std::int64_t at_ms) const {
    return rounded_down(rounded_down(at_ms, ms_per_minute) + utc_offset_minutes_, minutes_per_day);
}

std::uint64_t Chat::note(ChatLine line, std::int64_t at_ms) {
    if (!open_ && !line.you) ++unread_;
    return add(std::move(line), at_ms);
}

const ChatLine* Chat::find_line(std::uint64_t id) const {
    const auto line = std::ranges::lower_bound(*lines_, id, {}, &ChatLine::id);
    return line == lines_->end() || line->id != id ? nullptr : &*line;
}

void Chat::change_line(std::uint64_t id, const std::function<void(ChatLine&)>& change) {
    const ChatLine* shown = find_line(id);
    if (shown == nullptr) return;
    ChatLine changed = *shown;
    change(changed);
    if (changed == *shown) return;
    change_lines([&](Lines& lines) { *std::ranges::lower_bound(lines, id, {}, &ChatLine::id) = std::move(changed); });
}

// The view shares the lines: a change makes new ones.
void Chat::change_lines(const std::function<void(Lines&)>& change) {
    auto lines = std::make_shared<Lines>(*lines_);
    change(*lines);
    lines_ = std::move(lines);
}

void Chat::forget_oldest_own() {
    while (own_.size() > bounds::own_chat_messages_max || own_bytes_ > bounds::own_chat_bytes_max) {
        own_bytes_ -= own_.front().sealed.size();
        own_gone_ = own_.front().counter;
        own_.pop_front();
    }
}

Chat::Own* Chat::find_own(std::uint64_t counter) {
    const auto own = std::ranges::find(own_, counter, &Own::counter);
    return own == own_.end() ? nullptr : &*own;
}

Chat::Stream& Chat::stream_of(const PeerId& from, const RunId& run) {
    if (streams_.size() >= bounds::chat_streams_max && find(from, run) == nullptr) {
        const auto idle = std::ranges::find_if(streams_, [](const auto& one) { return one.second.held.empty(); });
        streams_.erase(idle == streams_.end() ? streams_.begin() : idle);
    }
    return streams_[{from, run}];
}

const Chat::Stream* Chat::find(const PeerId& from, const RunId& run) const {
    const auto stream = streams_.find({from, run});
    return stream == streams_.end() ? nullptr : &stream->second;
}

}  // namespace parley::core
