#include "tests/world/page.hpp"

#include <algorithm>
#include <utility>

#include "protocol/base64url.hpp"
#include "tests/world/words.hpp"

namespace parley::world {
namespace {

using namespace core;

// More than this from one input would be a flood.
constexpr std::size_t outputs_at_once_max = 4'096;

// As the page's own adapter makes it, from a name instead of random bytes: backwards, so that two runs differ early.
RunId run_of(const std::string& name) {
    std::vector<std::uint8_t> bytes(name.rbegin(), name.rend());
    bytes.resize(16);
    return RunId(encode_base64url(bytes));
}

// What only that page in that run can say of itself.
protocol::Identity identity_of(const std::string& name, const RunId& run) {
    protocol::Identity identity{.sign = "key of " + name,
                                .secret_hash = "hash of " + name,
                                .certificate_fingerprint = fingerprint_of(name),
                                .signature = {}};
    identity.signature = "signed by " + name + ": " + identity_statement(run, identity);
    return identity;
}

}  // namespace

std::string key_of(char letter) { return std::string(21, letter) + "A"; }

RoomId room_of(const std::string& key) {
    const std::string group(4, key.front());
    return RoomId(group + "-" + group + "-" + group);
}

Page::Page(Nature& nature, Network& network, Server& server, std::string page_name, std::string run)
    : name(std::move(page_name)), nature_(nature), network_(network), server_(server), run_(std::move(run)) {}

void Page::note(std::string_view direction, std::string_view what, const auto& happened) {
    nature_.journal.note(nature_.timeline.now(), name, what,
                         [&] { return std::string(direction) + ' ' + in_words(happened); });
}

void Page::put(const Input& input) {
    if (gone_) return;
    if (asleep_) return slept_through_.push_back(input);
    if (const auto* closed = std::get_if<input::SocketClosed>(&input)) sockets_.erase(closed->socket);
    note("<-", name_of(input), input);
    client.handle(page_now(), input);
    drain();
    show();
}

void Page::tick() {
    client.tick(page_now());
    drain();
    show();
}

void Page::turn_to(Eyes eyes) {
    eyes_ = eyes;
    show();
}

// Everybody's tile is as large as anybody's.
void Page::show() {
    if (gone_ || asleep_) return;
    const auto& participants = client.view().participants;
    if (!shown_ && participants.size() < 2) return;
    std::vector<input::PicturesShown::Picture> shown;
    for (const ParticipantView& person : participants) {
        if (person.you || eyes_ == Eyes::Elsewhere) continue;
        shown.push_back({person.peer.value, tile_height_px});
        if (person.screen_on) shown.push_back({screen_element(person.peer), tile_height_px});
    }
    if (std::exchange(shown_, shown) == shown) return;
    put(input::PicturesShown{std::move(shown)});
}

std::optional<TimeMs> Page::deadline() const {
    if (gone_ || asleep_ || !deadline_) return std::nullopt;
    return *deadline_ - ahead_ms_ + timers_late_ms;
}

void Page::wake() {
    asleep_ = false;
    for (const Input& input : std::exchange(slept_through_, {})) put(input);
}

void Page::boot(const std::string& path, const std::string& fragment, input::Boot::Entry entry) {
    put(input::Boot{.origin = "https://meet.example",
                    .path = path,
                    .fragment = fragment,
                    .stored_name = name,
                    .grant = grant,
                    .preferences = preferences,
                    .draft = draft,
                    .equipment = equipment,
                    .wall_ms = 1'700'000'000'000 + nature_.timeline.now(),
                    .utc_offset_minutes = 60,
                    .run = run_of(run_),
                    .seed = seed,
                    .entry = entry,
                    .screens = input::ScreenCapture::Offered,
                    .abilities = abilities});
}

FakeConnection* Page::connection_to(const std::string& other) const {
    const auto element = attached.find(other);
    if (element == attached.end()) return nullptr;
    return open_connections_.contains(element->second) ? connections_.at(element->second).get() : nullptr;
}

void Page::vanish() {
    gone_ = true;
    for (const auto& [socket, wire] : wires_) {
        wire->abandoned = true;
        if (wire->open) server_.close(*wire, close_code::going_away);
    }
    for (const ConnectionId connection : open_connections_) made_.at(connection)->close();
}

void Page::die() {
    gone_ = true;
    for (const auto& [socket, wire] : wires_) server_.lose(*wire, {std::nullopt, std::nullopt});
    for (const ConnectionId connection : open_connections_) made_.at(connection)->close();
}

const ParticipantView* Page::sees(const std::string& other) const {
    const auto& all = client.view().participants;
    const auto found =
        std::ranges::find_if(all, [&](const ParticipantView& one) { return one.peer.value == other && !one.you; });
    return found == all.end() ? nullptr : &*found;
}

std::size_t Page::live_tracks() const {
    return static_cast<std::size_t>(std::ranges::count_if(tracks, [](const auto& entry) { return entry.second.live; }));
}

void Page::drain() {
    if (draining_) nature_.journal.fault("an answer came from inside a drain");
    draining_ = true;
    std::size_t count = 0;
    while (auto output = client.poll()) {
        note("->", name_of(*output), *output);
        carry_out(*output);
        if (remembers) outputs_.push_back(*std::move(output));
        ++count;
    }
    if (count > outputs_at_once_max) nature_.journal.fault(name + " asks for too much at once");
    draining_ = false;
    deadline_ = client.deadline();
}

void Page::after_promise(Input answer) {
    nature_.timeline.after(nature_.dice.draw(promise), [this, answer = std::move(answer)] { put(answer); });
}

void Page::answer_identity() {
    if (keys == Keys::Late) return;
    if (keys == Keys::Refused) return after_promise(input::IdentityFailed{});
    after_promise(input::IdentityReady{PeerId(name), name, identity_of(name, run_of(run_))});
}

void Page::start_filter(TrackId captured, TrackId outgoing, Slot kind) {
    if (!tracks.at(captured).live) nature_.journal.fault(name + " filters a track that has ended");
    tracks[outgoing] = {.kind = kind, .filtered = true};
    if (filters == Filters::Silent) return;
    nature_.timeline.after(filter_ms, [this, outgoing] {
        if (filters == Filters::Fail) return put(input::FilterFailed{outgoing, FilterTrouble::Unsupported});
        put(input::FilterStarted{outgoing});
    });
}

}  // namespace parley::world
