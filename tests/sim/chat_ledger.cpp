#include "tests/sim/chat_ledger.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "protocol/sealed.hpp"

namespace parley::sim {
namespace {

using world::Page;

// Unlike anything else that travels.
constexpr std::string_view opening = "<msg ";
constexpr std::string_view closing = ">";

// The message in what was kept; the fake of the sealing hides nothing.
std::string text_in(const std::string& body) {
    const auto parts = protocol::decode_sealed(body);
    if (!parts) return {};
    const std::string content(parts->ciphertext.begin(), parts->ciphertext.end());
    const auto from = content.find(opening);
    if (from == std::string::npos) return {};
    return content.substr(from, content.find(closing, from) + closing.size() - from);
}

}  // namespace

void ChatLedger::meet(const Page& page) { pages_.push_back(&page); }

void ChatLedger::write(Page& page) {
    const std::string text =
        std::string(opening) + std::to_string(++count_) + " of " + page.name + std::string(closing);
    page.put(core::action::SendChat{text});
    auto& mine = written_[&page];
    place_[text] = mine.size();
    in_touch_[text] = {};
    for (const Page* reader : pages_) {
        if (reader->sees(page.name) != nullptr) in_touch_[text].insert(reader);
    }
    writer_[text] = &page;
    mine.push_back(text);
}

void ChatLedger::check_arrived(const Page& reader, const Page& writer, std::vector<std::string>& faults) const {
    const auto written = written_.find(&writer);
    if (written == written_.end() || reader.let_go.contains(writer.name)) return;
    std::set<std::string> seen;
    for (const core::ChatLine& line : *reader.client.view().chat.lines) seen.insert(line.text);
    for (const std::string& text : written->second) {
        if (in_touch_.at(text).contains(&reader) && !seen.contains(text)) {
            faults.push_back(reader.name + " lacks: " + text);
        }
    }
}

std::vector<std::string> ChatLedger::check(const Page& reader, const std::vector<const Page*>& writers,
                                           const std::vector<std::string>& kept) const {
    std::vector<std::string> faults;
    std::set<std::string> seen;
    std::map<const Page*, std::size_t> next;
    for (const core::ChatLine& line : *reader.client.view().chat.lines) {
        if (line.file || line.audience != core::ChatLine::Audience::Everyone) continue;
        if (!seen.insert(line.text).second) faults.push_back(reader.name + " has twice: " + line.text);
        const auto writer = writer_.find(line.text);
        if (writer == writer_.end()) {
            faults.push_back(reader.name + " has what nobody wrote: " + line.text);
            continue;
        }
        const std::size_t place = place_.at(line.text);
        std::size_t& expected = next[writer->second];
        // Who did not know the writer yet, or let go of them meanwhile, may hear of it after what was said after it.
        const bool both_stayed =
            in_touch_.at(line.text).contains(&reader) && !reader.let_go.contains(writer->second->name);
        if (place < expected && both_stayed) faults.push_back(reader.name + " has too late: " + line.text);
        expected = std::max(expected, place + 1);
        // Who is alone may have nobody to learn from that it arrived before others went.
        if (line.delivery != core::ChatLine::Delivery::Sent && writers.size() > 1) {
            faults.push_back(reader.name + " believes that nobody has: " + line.text);
        }
    }
    const auto must_have = [&](const std::string& text, std::string_view why) {
        if (!seen.contains(text)) faults.push_back(reader.name + " lacks: " + text + std::string(why));
    };
    for (const Page* writer : writers) {
        const auto found = written_.find(writer);
        if (found == written_.end()) continue;
        for (const std::string& text : found->second) must_have(text, ", whose writer is there");
    }
    for (const std::string& body : kept) must_have(text_in(body), ", which the server kept");
    return faults;
}

}  // namespace parley::sim
