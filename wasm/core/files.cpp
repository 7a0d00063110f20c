#include "core/files.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"

namespace parley::core {

using Verdict = protocol::FileOutcome::Verdict;

bool Files::has_ended(State state) {
    return state != State::Waiting && state != State::Asking && state != State::Moving;
}

Files::Outgoing* Files::find_outgoing(const PeerId& to, std::uint32_t file) {
    const auto found = std::ranges::find_if(outgoing_, [&](const Outgoing& one) {
        return one.to == to && one.source.value == file && !has_ended(one.state);
    });
    return found == outgoing_.end() ? nullptr : &*found;
}

Files::Incoming* Files::find_incoming(const PeerId& from, std::uint32_t file) {
    const auto found = std::ranges::find_if(
        incoming_, [&](const Incoming& one) { return one.from == from && one.file == file && !has_ended(one.state); });
    return found == incoming_.end() ? nullptr : &*found;
}

Files::Incoming* Files::find_incoming(IncomingId id) {
    const auto found =
        std::ranges::find_if(incoming_, [&](const Incoming& one) { return one.id == id && !has_ended(one.state); });
    return found == incoming_.end() ? nullptr : &*found;
}

bool Files::offer(Parcel parcel) {
    std::erase_if(outgoing_,
                  [this](const Outgoing& one) { return has_ended(state_of_all(one.line)) && !one.stopping; });
    if (outgoing_.size() + parcel.receivers.size() > bounds::files_under_way_max) return false;
    const auto& [source, name, media_type, size] = parcel.file;
    FileView file;
    file.name = name;
    file.media_type = media_type;
    file.size = size;
    file.source = source;
    file.receivers = static_cast<int>(parcel.receivers.size());
    file.to_move = size * parcel.receivers.size();
    parcel.line.file = std::move(file);
    using Audience = protocol::FileOffer::Audience;
    const bool is_private = parcel.line.audience == ChatLine::Audience::OnlyYouTwo;
    const std::uint64_t line = memory_.chat.note(std::move(parcel.line), parcel.at_ms);
    for (const PeerId& to : parcel.receivers) {
        Outgoing outgoing;
        outgoing.source = source;
        outgoing.to = to;
        outgoing.line = line;
        outgoing.size = size;
        const bool taken =
            memory_.letters.write(to, protocol::FileOffer{source.value, name, media_type, size, parcel.at_ms,
                                                          is_private ? Audience::OnlyYou : Audience::Everyone});
        if (!taken) outgoing.state = State::Undelivered;
        outgoing_.push_back(std::move(outgoing));
    }
    show_outgoing(line);
    return true;
}

void Files::hear(const Person& from, const protocol::FileOffer& offer) {
    if (find_incoming(from.peer, offer.file) != nullptr) return;
    std::erase_if(incoming_, [](const Incoming& one) { return has_ended(one.state); });
    if (incoming_.size() >= bounds::files_under_way_max) {
        memory_.letters.write(from.peer, protocol::FileOutcome{offer.file, Verdict::NoRoom});
        return;
    }
    Incoming incoming;
    incoming.id = numbers_.incoming.next();
    incoming.from = from.peer;
    incoming.file = offer.file;
    incoming.size = offer.size;
    const bool unasked = offer.size <= bounds::file_accepted_max && unasked_bytes_ <= bounds::files_unasked_max;
    if (unasked) unasked_bytes_ += offer.size;
    incoming.state = unasked ? State::Waiting : State::Asking;
    ChatLine line;
    line.name = from.presence.name;
    if (offer.audience == protocol::FileOffer::Audience::OnlyYou) line.audience = ChatLine::Audience::OnlyYouTwo;
    FileView file;
    file.name = tidied_file_name(offer.name);
    file.media_type = offer.media_type;
    file.size = file.to_move = offer.size;
    file.received = incoming.id;
    file.state = incoming.state;
    line.file = std::move(file);
    incoming.line = memory_.chat.note(std::move(line), offer.at_ms);
    incoming_.push_back(std::move(incoming));
}

void Files::accept(std::uint64_t line) {
    const auto incoming = std::ranges::find(incoming_, line, &Incoming::line);
    if (incoming == incoming_.end() || incoming->state != State::Asking) return;
    incoming->state = State::Waiting;
    show(*incoming);
}

void Files::cancel(std::uint64_t line) {
    for (Incoming& incoming : incoming_) {
        if (incoming.line == line && !has_ended(incoming.state)) refuse(incoming, State::Declined, Verdict::Declined);
    }
    for (Outgoing& outgoing : outgoing_) {
        if (outgoing.line != line || has_ended(outgoing.state)) continue;
        memory_.letters.write(outgoing.to, protocol::FileWithdrawn{outgoing.source.value});
        end(outgoing, State::Cancelled);
        show_outgoing(line);
    }
}

void Files::hear(const Person& from, const protocol::FileWish& wish) {
    Outgoing* outgoing = find_outgoing(from.peer, wish.file);
    if (outgoing == nullptr) {
        // It was lost here, as with a call that was left, and they did not notice: they would ask for ever.
        memory_.letters.write(from.peer, protocol::FileWithdrawn{wish.file});
        return;
    }
    if (wish.from > outgoing->size) return;
    outgoing->state = State::Moving;
    outgoing->wished_from = outgoing->moved = wish.from;
    show_outgoing(outgoing->line);
}

void Files::hear(const Person& from, const protocol::FileEnd& end_said) {
    Incoming* incoming = find_incoming(from.peer, end_said.file);
    if (incoming == nullptr) return;
    incoming->announced = end_said.digest;
    compare(*incoming);
}

void Files::hear(const Person& from, const protocol::FileWithdrawn& withdrawn) {
    if (Incoming* incoming = find_incoming(from.peer, withdrawn.file)) end(*incoming, State::Cancelled);
}

void Files::hear(const Person& from, const protocol::FileOutcome& outcome) {
    Outgoing* outgoing = find_outgoing(from.peer, outcome.file);
    if (outgoing == nullptr) return;
    if (outcome.verdict == Verdict::Whole) outgoing->moved = outgoing->size;
    switch (outcome.verdict) {
        case Verdict::Whole:
            end(*outgoing, State::Complete);
            break;
        case Verdict::Declined:
            end(*outgoing, State::Declined);
            break;
        case Verdict::NoRoom:
            end(*outgoing, State::NoRoom);
            break;
        case Verdict::Damaged:
            end(*outgoing, State::Damaged);
            break;
        case Verdict::Failed:
            end(*outgoing, State::Undelivered);
            break;
        case Verdict::Lost:
            end(*outgoing, State::Lost);
            break;
    }
    show_outgoing(outgoing->line);
}

void Files::on_input(TimeMs /*now*/, const input::FileSending& sending) {
    for (Outgoing& outgoing : outgoing_) {
        const bool meant = outgoing.source == sending.source && outgoing.on == sending.connection;
        if (!meant || outgoing.state != State::Moving) continue;
        outgoing.moved = std::min(sending.moved, outgoing.size);
        show_outgoing(outgoing.line);
    }
}

void Files::on_input(TimeMs /*now*/, const input::FileRead& read) {
    for (const Outgoing& outgoing : outgoing_) {
        const bool meant = outgoing.source == read.source && outgoing.on == read.connection;
        if (!meant || outgoing.state != State::Moving) continue;
        memory_.letters.write(outgoing.to, protocol::FileEnd{outgoing.source.value, read.digest});
    }
}

void Files::on_input(TimeMs /*now*/, const input::SourceFailed& failed) {
    for (Outgoing& outgoing : outgoing_) {
        if (outgoing.source != failed.source || has_ended(outgoing.state)) continue;
        memory_.letters.write(outgoing.to, protocol::FileWithdrawn{outgoing.source.value});
        end(outgoing, State::Failed);
        show_outgoing(outgoing.line);
    }
}

void Files::on_input(TimeMs now, const input::FileArriving& arriving) {
    Incoming* incoming = find_incoming(arriving.incoming);
    if (incoming == nullptr || arriving.moved <= incoming->moved) return;
    incoming->moved = std::min(arriving.moved, incoming->size);
    if (incoming->moved_at) incoming->moved_at = now;
    incoming->attempts = 0;
    // Their other files share the way with it: what has to wait for its turn is not given up.
    for (Incoming& one : incoming_) {
        if (one.from == incoming->from) one.attempts = std::min(one.attempts, bounds::file_attempts_max - 1);
    }
    show(*incoming);
}

void Files::on_input(TimeMs /*now*/, const input::FileArrived& arrived) {
    Incoming* incoming = find_incoming(arrived.incoming);
    if (incoming == nullptr) return;
    incoming->moved = incoming->size;
    incoming->digest = arrived.digest;
    compare(*incoming);
}

void Files::on_input(TimeMs /*now*/, const input::FileNotKept& failed) {
    Incoming* incoming = find_incoming(failed.incoming);
    if (incoming == nullptr) return;
    if (failed.reason == input::FileNotKept::Reason::NotReady) {
        incoming->not_ready = true;
        incoming->on.reset();
        incoming->moved = 0;
        return show(*incoming);
    }
    const bool no_room = failed.reason == input::FileNotKept::Reason::NoRoom;
    refuse(*incoming, no_room ? State::NoRoom : State::Failed, no_room ? Verdict::NoRoom : Verdict::Failed);
}

// What came is believed to be whole only when the sender read the same.
void Files::compare(Incoming& incoming) {
    if (incoming.digest.empty() || incoming.announced.empty()) return show(incoming);
    if (incoming.digest != incoming.announced) return refuse(incoming, State::Damaged, Verdict::Damaged);
    memory_.letters.write(incoming.from, protocol::FileOutcome{incoming.file, Verdict::Whole});
    incoming.state = State::Complete;
    show(incoming);
}

void Files::refuse(Incoming& incoming, State state, Verdict verdict) {
    memory_.letters.write(incoming.from, protocol::FileOutcome{incoming.file, verdict});
    end(incoming, state);
}

void Files::end(Incoming& incoming, State state) {
    incoming.state = state;
    if (incoming.on) outbox_.push(output::DropReceived{incoming.id});
    show(incoming);
}

void Files::end(Outgoing& outgoing, State state) {
    outgoing.state = state;
    outgoing.wished_from.reset();
    outgoing.stopping = outgoing.on.has_value();
}

void Files::lose(const PeerId& peer) {
    for (Incoming& incoming : incoming_) {
        if (incoming.from == peer && !has_ended(incoming.state)) refuse(incoming, State::Lost, Verdict::Lost);
    }
    for (Outgoing& outgoing : outgoing_) {
        if (outgoing.to != peer || has_ended(outgoing.state)) continue;
        end(outgoing, State::Lost);
        show_outgoing(outgoing.line);
    }
}

void Files::stop() {
    for (Incoming& incoming : incoming_) {
        if (!has_ended(incoming.state)) refuse(incoming, State::Lost, Verdict::Lost);
    }
    for (Outgoing& outgoing : outgoing_) {
        if (has_ended(outgoing.state)) continue;
        end(outgoing, State::Lost);
        show_outgoing(outgoing.line);
    }
}

void Files::settle(TimeMs now, const std::list<Person>& people) {
    for (const Person& person : people) {
        for (Incoming& incoming : incoming_) {
            if (incoming.from == person.peer) settle(now, incoming, person);
        }
        for (Outgoing& outgoing : outgoing_) {
            if (outgoing.to == person.peer) settle(outgoing, person);
        }
    }
}

void Files::settle(TimeMs now, Incoming& incoming, const Person& person) {
    if (incoming.state == State::Waiting) {
        const auto moving = std::ranges::count_if(
            incoming_, [&](const Incoming& one) { return one.from == incoming.from && one.state == State::Moving; });
        if (static_cast<std::size_t>(moving) >= bounds::files_receiving_max) return;
        incoming.state = State::Moving;
        show(incoming);
    }
    if (incoming.state != State::Moving) return;
    if (!person.negotiation.channel_ready()) {
        incoming.moved_at.reset();
        incoming.attempts = 0;
        return;
    }
    if (!incoming.moved_at) incoming.moved_at = now;
    const auto connection = person.negotiation.connection();
    const bool elsewhere = incoming.on != connection && !incoming.not_ready;
    if (elsewhere) incoming.attempts = 0;
    const bool all_there = !incoming.digest.empty();
    if (!elsewhere && (all_there || now < next_attempt(incoming))) return;
    if (incoming.attempts >= bounds::file_attempts_max) return give_up(incoming);
    if (incoming.on != connection) {
        incoming.on = connection;
        incoming.not_ready = false;
        outbox_.push(output::ReceiveFile{incoming.id, *connection, incoming.file, incoming.size});
    }
    ask_for(now, incoming);
}

TimeMs Files::next_attempt(const Incoming& incoming) {
    TimeMs pause = bounds::file_stall_ms;
    for (int again = 1; again < incoming.attempts; ++again) pause = std::min(2 * pause, bounds::file_stall_max_ms);
    return *incoming.moved_at + pause;
}

void Files::ask_for(TimeMs now, Incoming& incoming) {
    incoming.moved_at = now;
    ++incoming.attempts;
    memory_.letters.write(incoming.from, protocol::FileWish{incoming.file, incoming.moved});
}

void Files::give_up(Incoming& incoming) {
    refuse(incoming, incoming.not_ready ? State::Failed : State::Undelivered, Verdict::Failed);
}

void Files::settle(Outgoing& outgoing, const Person& person) {
    const auto connection = person.negotiation.connection();
    if (std::exchange(outgoing.stopping, false) && outgoing.on == connection) {
        outbox_.push(output::StopSending{*connection, outgoing.source});
    }
    if (!outgoing.wished_from || !person.negotiation.channel_ready()) return;
    outgoing.on = connection;
    outbox_.push(output::SendFile{*connection, outgoing.source, *outgoing.wished_from});
    outgoing.wished_from.reset();
}

std::optional<TimeMs> Files::deadline() const {
    std::optional<TimeMs> first;
    for (const Incoming& incoming : incoming_) {
        const bool waits = incoming.state == State::Moving && incoming.digest.empty() && incoming.moved_at;
        if (waits) first = earlier(first, next_attempt(incoming));
    }
    return first;
}

void Files::show(const Incoming& incoming) {
    memory_.chat.change_line(incoming.line, [&](ChatLine& line) {
        line.file->state = incoming.state;
        line.file->moved = incoming.moved;
    });
}

/// What one bubble says of all who were to get it.
Files::State Files::state_of_all(std::uint64_t line) const {
    std::optional<State> ending;
    bool moving = false;
    bool waiting = false;
    for (const Outgoing& outgoing : outgoing_) {
        if (outgoing.line != line) continue;
        moving = moving || outgoing.state == State::Moving;
        waiting = waiting || outgoing.state == State::Waiting;
        if (has_ended(outgoing.state) && ending != State::Complete) ending = outgoing.state;
    }
    if (moving) return State::Moving;
    if (waiting) return State::Waiting;
    return ending.value_or(State::Failed);
}

void Files::show_outgoing(std::uint64_t line) {
    const State state = state_of_all(line);
    memory_.chat.change_line(line, [&](ChatLine& shown) {
        if (!shown.you || !shown.file) return;
        shown.file->state = state;
        shown.file->moved = shown.file->to_move = 0;
        shown.file->complete = 0;
        for (const Outgoing& outgoing : outgoing_) {
            if (outgoing.line != line) continue;
            shown.file->complete += outgoing.state == State::Complete ? 1 : 0;
            // Who won't get it is waited for no longer.
            if (has_ended(outgoing.state) && outgoing.state != State::Complete) continue;
            shown.file->moved += outgoing.moved;
            shown.file->to_move += outgoing.size;
        }
    });
}

}  // namespace parley::core
