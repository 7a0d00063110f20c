#include <utility>

#include "core/call.hpp"
#include "core/overload.hpp"

// What a call says to one person alone: private chat, and files.

namespace parley::core {
namespace {

bool is_about_a_file(const Letters::Content& content) {
    return !std::holds_alternative<protocol::PrivateChat>(content);
}

bool is_not_about_an_end(const Letters::Content& content) {
    return !std::holds_alternative<protocol::FileOutcome>(content);
}

ChatLine private_line(std::string name) {
    ChatLine line;
    line.name = std::move(name);
    line.audience = ChatLine::Audience::OnlyYouTwo;
    return line;
}

}  // namespace

bool Call::write_private(TimeMs now, const PeerId& to, protocol::PrivateChat chat) {
    const Person* person = people_.find(to);
    if (person == nullptr) return false;
    ChatLine line = private_line(entry_.presence.name);
    line.you = true;
    line.to = person->presence.name;
    line.text = chat.text;
    line.delivery = ChatLine::Delivery::Waiting;
    if (!memory_.letters.has_room_for(to)) return false;
    const std::int64_t at_ms = chat.at_ms;
    memory_.letters.write(to, std::move(chat), memory_.chat.note(std::move(line), at_ms));
    settle(now);
    return true;
}

bool Call::offer_file(TimeMs now, const input::FilesChosen::File& file, const std::optional<PeerId>& to,
                      std::int64_t at_ms) {
    Files::Parcel parcel;
    parcel.file = file;
    parcel.at_ms = at_ms;
    parcel.line.name = entry_.presence.name;
    parcel.line.you = true;
    for (const Person& person : people_.all()) {
        if (to && person.peer != *to) continue;
        parcel.receivers.push_back(person.peer);
        if (!to) continue;
        parcel.line.to = person.presence.name;
        parcel.line.audience = ChatLine::Audience::OnlyYouTwo;
    }
    if (parcel.receivers.empty() || !files_.offer(std::move(parcel))) return false;
    settle(now);
    return true;
}

void Call::say_letters(TimeMs now, Person& person) {
    if (!askable(person)) return;
    for (protocol::Letter& letter : memory_.letters.due(now, person.peer)) {
        say(person, ToPeer::Way::ChannelFirst, std::move(letter));
    }
}

void Call::on_message(const Heard& heard, const protocol::Letter& said) {
    const auto [news, receipt] = memory_.letters.hear(heard.person.peer, heard.says.stamp.run, said);
    for (const auto& content : news) read_letter(heard.person, content);
    using Way = ToPeer::Way;
    // Back the way it came: what has lost its channel speaks past it, while this end may still believe in it.
    const Way way = heard.says.source == PeerSays::Source::Channel ? Way::ChannelFirst : Way::ServerFirst;
    say(heard.person, way, receipt);
}

void Call::on_message(const Heard& heard, const protocol::Receipt& said) {
    for (const std::uint64_t line : memory_.letters.received(heard.person.peer, said)) {
        memory_.chat.change_line(line, [](ChatLine& shown) { shown.delivery = ChatLine::Delivery::Sent; });
    }
}

void Call::read_letter(const Person& from, const protocol::LetterContent& content) {
    std::visit(Overload{[&](const protocol::PrivateChat& said) {
                            ChatLine line = private_line(from.presence.name);
                            line.text = said.text;
                            memory_.chat.note(std::move(line), said.at_ms);
                        },
                        [](const protocol::UnknownContent& /*unknown*/) {},
                        [&](const auto& of_file) { files_.hear(from, of_file); }},
               content);
}

void Call::note_new_page(const PeerId& peer) {
    files_.lose(peer);
    // Files are numbered anew by each page: this one would take what was said of others for its own.
    memory_.letters.give_up(peer, is_about_a_file);
}

void Call::give_up_letters(const PeerId& peer) {
    // Who sent a file may not have noticed that we parted, and would wait for its end for ever.
    for (const std::uint64_t line : memory_.letters.give_up(peer, is_not_about_an_end)) {
        memory_.chat.change_line(line, [](ChatLine& shown) { shown.delivery = ChatLine::Delivery::Undelivered; });
    }
    files_.lose(peer);
}

void Call::end_letters() {
    for (const PeerId& peer : memory_.letters.waiting_for()) give_up_letters(peer);
    files_.stop();
}

}  // namespace parley::core
