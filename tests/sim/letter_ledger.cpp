#include "tests/sim/letter_ledger.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace parley::sim {
namespace {

using core::ChatLine;
using core::FileView;
using world::Page;
using Faults = std::vector<std::string>;
using State = FileView::State;

/// Whether the two were in one call without a break: whoever let the other go may have lost what was under way.
bool stayed_together(const Page& one, const Page& other) {
    return !one.let_go.contains(other.name) && !other.let_go.contains(one.name);
}

bool is_there(const std::vector<const Page*>& present, const Page* page) {
    return std::ranges::find(present, page) != present.end();
}

}  // namespace

void LetterLedger::write(Page& from, const Page& to) {
    const std::string text = "<letter " + std::to_string(letters_.size() + 1) + " of " + from.name + ">";
    from.put(core::action::AddressChat{PeerId(to.name)});
    from.put(core::action::SendChat{text});
    from.put(core::action::AddressChat{});
    letters_[text] = {&from, &to, counts_[{&from, to.name}]++};
}

void LetterLedger::send_file(Page& from, std::uint64_t size, std::vector<const Page*> connected) {
    files_[from.choose_file(size)] = {&from, std::move(connected), size};
}

void LetterLedger::check_letters(const Page& reader, const std::vector<const Page*>& present, Faults& faults) const {
    std::set<std::string> seen;
    std::map<const Page*, std::size_t> next;
    for (const ChatLine& line : *reader.client.view().chat.lines) {
        if (line.audience == ChatLine::Audience::Everyone || line.file) continue;
        const auto known = letters_.find(line.text);
        if (known == letters_.end()) {
            faults.push_back(reader.name + " has a letter that nobody wrote: " + line.text);
            continue;
        }
        const auto& [from, to, place] = known->second;
        if (from != &reader && to->name != reader.name)
            faults.push_back(reader.name + " reads what is not theirs: " + line.text);
        if (!seen.insert(line.text).second) faults.push_back(reader.name + " has twice: " + line.text);
        if (from == &reader) {
            const bool both = is_there(present, to) && stayed_together(reader, *to);
            if (both && line.delivery != ChatLine::Delivery::Sent) {
                faults.push_back(reader.name + " does not know that it arrived: " + line.text);
            }
            continue;
        }
        if (place < next[from]) faults.push_back(reader.name + " has too late: " + line.text);
        next[from] = place + 1;
    }
    for (const auto& [text, letter] : letters_) {
        if (letter.to != &reader || !is_there(present, letter.from) || !stayed_together(reader, *letter.from)) continue;
        if (!seen.contains(text)) faults.push_back(reader.name + " lacks: " + text);
    }
}

void LetterLedger::check_files(const Page& reader, const std::vector<const Page*>& present, Faults& faults) const {
    std::map<std::string, int> seen;
    for (const ChatLine& line : *reader.client.view().chat.lines) {
        if (!line.file) continue;
        const FileView& file = *line.file;
        const auto known = files_.find(file.name);
        if (known == files_.end()) {
            faults.push_back(reader.name + " has a file that nobody sent: " + file.name);
            continue;
        }
        const std::string what = reader.name + " and " + file.name + ": ";
        ++seen[file.name];
        if (file.state == State::Moving || file.state == State::Waiting) faults.push_back(what + "still on its way");
        const bool failed = file.state == State::Damaged || file.state == State::NoRoom ||
                            file.state == State::Failed || file.state == State::Undelivered;
        if (failed) faults.push_back(what + "it failed");
        const bool together = is_there(known->second.to, &reader) && is_there(present, known->second.from) &&
                              stayed_together(reader, *known->second.from);
        if (file.state == State::Lost && !line.you && together) faults.push_back(what + "it was lost for nothing");
        if (line.you || file.state != State::Complete) continue;
        const auto kept = reader.kept_files().find(file.received);
        const bool whole = kept != reader.kept_files().end() && kept->second.moved == known->second.size;
        if (!whole) faults.push_back(what + "it is not all there");
    }
    for (const auto& [name, file] : files_) {
        if (seen[name] > 1) faults.push_back(reader.name + " has twice: " + name);
        const bool due = is_there(file.to, &reader) && is_there(present, file.from);
        if (due && stayed_together(reader, *file.from) && seen[name] == 0)
            faults.push_back(reader.name + " lacks: " + name);
    }
}

Faults LetterLedger::check(const Page& reader, const std::vector<const Page*>& present) const {
    Faults faults;
    check_letters(reader, present, faults);
    check_files(reader, present, faults);
    return faults;
}

}  // namespace parley::sim
