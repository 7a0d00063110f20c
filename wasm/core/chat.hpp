#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/view/chat.hpp"
#include "protocol/ids.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {

/// The conversation of one room: what was written, each sender's messages in the order of their counters and once,
/// and what one's own messages were sealed to, for those who lack them. It outlives calls.
class Chat {
public:
    Chat(PeerId own, RunId own_run, std::int32_t utc_offset_minutes)
        : own_peer_(std::move(own)), own_run_(std::move(own_run)), utc_offset_minutes_(utc_offset_minutes) {}

    /// One's own: shown at once as waiting. `sealed` comes when it is sealed, `carried` when somebody else has it.
    void write(std::uint64_t counter, const protocol::Chat& said);
    void sealed(std::uint64_t counter, std::string text);
    struct Unsealed {
        std::uint64_t counter = 0;
        protocol::Chat said;
    };
    /// One's own that a call ended too soon for; in their order.
    [[nodiscard]] std::vector<Unsealed> unsealed() const;
    void carried(std::uint64_t counter);
    void carried_up_to(std::uint64_t counter) { carried(Range{.first = 1, .last = counter}); }
    /// Own messages by their counters; by default none.
    struct Range {
        std::uint64_t first = 1;
        std::uint64_t last = 0;
    };
    void carried(Range range);
    /// Everything that was sealed so far.
    [[nodiscard]] Range all_sealed() const;

    /// Somebody else's, or one's own of before a reload. One that comes again is dropped; one that comes before
    /// those that it follows waits for them.
    void hear(const PeerId& from, const RunId& run, std::uint64_t counter, const protocol::Chat& said);
    /// Up to which counter everything of that run has come.
    [[nodiscard]] std::uint64_t heard_up_to(const PeerId& from, const RunId& run) const;
    /// The sender has nothing up to `counter` any more: what follows need not wait for it.
    void give_up(const PeerId& from, const RunId& run, std::uint64_t counter);
    /// Whether something waits for earlier messages.
    [[nodiscard]] bool waits_for(const PeerId& from, const RunId& run) const;
    /// Shows what waits for senders that can't be asked any more.
    void release_unless(const std::function<bool(const PeerId&, const RunId&)>& can_be_asked);

    /// One's own messages after `counter` in batches of one message each; those that are gone are said first.
    [[nodiscard]] std::vector<protocol::PeerMessage> answer_to(const protocol::Have& have) const;

    /// A line for this person that is not part of what was written to everyone. Who wrote it, when, and of what day is
    /// filled in. Returns its id.
    std::uint64_t note(ChatLine line, std::int64_t at_ms);
    /// Nothing happens when the line is not kept any more.
    void change_line(std::uint64_t id, const std::function<void(ChatLine&)>& change);
    [[nodiscard]] const ChatLine* find_line(std::uint64_t id) const;

    void toggle();
    [[nodiscard]] ChatView view() const { return {open_, unread_, lines_, {}, 0, {}}; }
    [[nodiscard]] std::int64_t day_of(std::int64_t at_ms) const;

private:
    using Lines = std::vector<ChatLine>;
    struct Own {
        std::uint64_t counter = 0;
        std::uint64_t line = 0;
        std::optional<protocol::Chat> said;  ///< until it is sealed
        std::string sealed;                  ///< empty until it is
        bool carried = false;
    };
    struct Stream {
        std::uint64_t shown = 0;  ///< all up to this counter
        std::map<std::uint64_t, protocol::Chat> held;
        std::set<std::uint64_t> early;  ///< shown before something that is missing
    };
    using StreamName = std::pair<PeerId, RunId>;

    void show_held(const PeerId& from, Stream& stream);
    void show_other(const PeerId& from, const protocol::Chat& said);
    std::uint64_t show(const PeerId& from, const protocol::Chat& said, ChatLine::Delivery delivery);
    std::uint64_t add(ChatLine line, std::int64_t at_ms);
    void change_lines(const std::function<void(Lines&)>& change);
    void forget_oldest_own();
    [[nodiscard]] Own* find_own(std::uint64_t counter);
    [[nodiscard]] const Stream* find(const PeerId& from, const RunId& run) const;
    Stream& stream_of(const PeerId& from, const RunId& run);

    PeerId own_peer_;
    RunId own_run_;
    std::int32_t utc_offset_minutes_;
    std::shared_ptr<const Lines> lines_ = std::make_shared<const Lines>();
    std::uint64_t last_line_ = 0;
    std::map<StreamName, Stream> streams_;
    std::deque<Own> own_;
    std::size_t own_bytes_ = 0;
    std::uint64_t own_gone_ = 0;  ///< counters up to this one are not kept any more
    bool open_ = false;
    std::uint32_t unread_ = 0;
};

}  // namespace parley::core
