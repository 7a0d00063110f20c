#include "tests/sim/storm.hpp"

// What people say to one person alone, and the files that they send, in the middle of a storm.

namespace parley::sim {
namespace {

using core::ChatLine;
using core::FileView;

constexpr std::uint64_t kilobyte = 1024;
constexpr std::array<std::uint64_t, 5> sizes = {0, 3, 700 * kilobyte, 5'000 * kilobyte, 12'000 * kilobyte};

}  // namespace

void Storm::write_privately() {
    const Person* one = someone_in_call();
    const Person* other = someone_in_call();
    if (one == nullptr || other == nullptr || one->page->sees(other->name) == nullptr) return;
    note("lets write privately", one->name + " to " + other->name);
    letters_.write(*one->page, *other->page);
}

void Storm::send_file() {
    const Person* one = someone_in_call();
    if (one == nullptr || one->page->client.view().participants.size() < 2) return;
    std::vector<const world::Page*> connected;
    for (const Person& other : people_) {
        if (!other.in_call() || &other == one) continue;
        const world::FakeConnection* connection = one->page->connection_to(other.name);
        if (connection == nullptr || !connection->carries()) continue;
        if (world_.network.other_end(*connection) == other.page->connection_to(one->name)) {
            connected.push_back(other.page);
        }
    }
    note("lets send a file", one->name);
    letters_.send_file(*one->page, sizes[dice_.below(sizes.size())], std::move(connected));
}

void Storm::decide_about_files() {
    const Person* one = someone_in_call();
    if (one == nullptr) return;
    const auto lines = one->page->client.view().chat.lines;
    for (const ChatLine& line : *lines) {
        if (!line.file || !dice_.happens(0.5)) continue;
        note("decides about", line.file->name + " as " + one->name);
        if (line.file->state == FileView::State::Asking && dice_.happens(0.7)) {
            one->page->put(core::action::AcceptFile{line.id});
        } else {
            one->page->put(core::action::CancelFile{line.id});
        }
    }
}

void Storm::accept_files() {
    for (const Person& person : people_) {
        if (!person.in_call()) continue;
        const auto lines = person.page->client.view().chat.lines;
        for (const ChatLine& line : *lines) {
            if (line.file && line.file->state == FileView::State::Asking) {
                person.page->put(core::action::AcceptFile{line.id});
            }
        }
    }
}

}  // namespace parley::sim
