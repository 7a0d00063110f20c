#include "tests/core/page.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "core/overload.hpp"
#include "protocol/base64url.hpp"

namespace parley::core {
namespace {

// Bound to room, key, context and counter, as a real seal is: a mistake in any of them can't be opened.
std::string seal_label(const RoomId& room, const std::string& key, const protocol::SealContext& context,
                       std::uint64_t counter) {
    return room.value + '|' + key + '|' + seal_info(context) + '|' + std::to_string(counter) + "|tag of sixteen..|";
}

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

std::optional<input::DeviceError> error_of(Page::Device device) {
    switch (device) {
        case Page::Device::Denied:
            return input::DeviceError::Denied;
        case Page::Device::Missing:
            return input::DeviceError::Missing;
        case Page::Device::Busy:
            return input::DeviceError::Busy;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::string key_of(char letter) { return std::string(21, letter) + "A"; }

RoomId room_of(const std::string& key) {
    const std::string group(4, key.front());
    return RoomId(group + "-" + group + "-" + group);
}

Page::Page(Timeline& timeline, Network& network, Server& server, std::string page_name, std::string run)
    : name(std::move(page_name)), timeline_(timeline), network_(network), server_(server), run_(std::move(run)) {}

void Page::put(const Input& input) {
    if (gone_) return;
    client.handle(timeline_.now(), input);
    drain();
}

void Page::tick() {
    client.tick(timeline_.now());
    drain();
}

void Page::boot(const std::string& path, const std::string& fragment, input::Boot::Entry entry) {
    put(input::Boot{.origin = "https://meet.example",
                    .path = path,
                    .fragment = fragment,
                    .stored_name = name,
                    .grant = grant,
                    .wall_ms = 1'700'000'000'000 + timeline_.now(),
                    .utc_offset_minutes = 60,
                    .run = run_of(run_),
                    .seed = 7,
                    .entry = entry});
}

FakeConnection* Page::connection_to(const std::string& other) const {
    const auto element = attached.find(other);
    if (element == attached.end()) return nullptr;
    return open_connections_.contains(element->second) ? connections_.at(element->second).get() : nullptr;
}

void Page::vanish() {
    gone_ = true;
    for (const auto& [socket, wire] : wires_) server_.close(*wire, close_code::going_away);
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
    ASSERT_FALSE(draining_) << "an answer came from inside a drain";
    draining_ = true;
    while (auto output = client.poll()) {
        outputs_.push_back(*output);
        carry_out(*output);
    }
    draining_ = false;
}

void Page::carry_out(const Output& output) {
    std::visit(
        Overload{[&](const output::PrepareIdentity&) { answer_identity(); },
                 [&](const output::DeriveRoom& order) {
                     key_ = order.key ? *order.key : key_of(next_new_key_++);
                     timeline_.after(1, [this, request = order.request, key = key_] {
                         put(input::RoomDerived{request, key, room_of(key), "access of " + key});
                     });
                 },
                 [&](const output::OpenDevices& order) { open_devices(order); },
                 [&](const output::EnableTrack& order) { tracks.at(order.track).enabled = order.enabled; },
                 [&](const output::StopTrack& order) {
                     const auto found = tracks.find(order.track);
                     if (found == tracks.end()) {
                         unwanted_.insert(order.track);
                     } else {
                         found->second.live = false;
                     }
                 },
                 [&](const output::OpenSocket& order) {
                     wires_[order.socket] = server_.open(order.socket, [this](const Input& input) { put(input); });
                 },
                 [&](const output::SendText& order) { server_.send(*wires_.at(order.socket), order.text); },
                 [&](const output::CloseSocket& order) { server_.close(*wires_.at(order.socket), order.code); },
                 [&](const output::Seal& order) { seal(order); }, [&](const output::Open& order) { open(order); },
                 [&](const output::VerifyIdentity& order) { verify(order); },
                 [&](const output::StoreGrant& order) { grant = order.grant; },
                 [&](const output::CreateConnection& order) {
                     open_connections_.insert(order.connection);
                     made_[order.connection] = network_.make(name, order, [this](const Input& input) { put(input); });
                 },
                 [&](const output::AttachRemote& order) {
                     attached[order.element] = order.connection;
                     connections_[order.connection] = made_.at(order.connection);
                 },
                 [&](const output::Detach& order) { attached.erase(order.element); },
                 [&](const auto&) { carry_out_on_connection(output); }},
        output);
}

void Page::carry_out_on_connection(const Output& output) {
    std::visit(
        Overload{
            [&](const output::AdoptTransceivers& order) { find(order.connection)->adopt_transceivers(); },
            [&](const output::SetLocalDescription& order) { find(order.connection)->set_local(order.operation); },
            [&](const output::SetRemoteDescription& order) {
                find(order.connection)->set_remote(order.operation, order.type, order.sdp);
            },
            [&](const output::RestartIce& order) { find(order.connection)->restart_ice(); },
            [&](const output::AddCandidate& order) { find(order.connection)->add_candidate(order.candidate); },
            [&](const output::SetOutgoingTrack& order) { find(order.connection)->outgoing[order.slot] = order.track; },
            [&](const output::CountBytes& order) {
                const std::uint64_t received = find(order.connection)->received();
                timeline_.after(1, [this, connection = order.connection, received] {
                    put(input::BytesCounted{connection, received});
                });
            },
            [&](const output::SendOnChannel& order) { find(order.connection)->send(order.text); },
            [&](const output::CloseConnection& order) {
                find(order.connection)->close();
                open_connections_.erase(order.connection);
            },
            [](const auto&) {}},
        output);
}

FakeConnection* Page::find(ConnectionId connection) {
    EXPECT_TRUE(open_connections_.contains(connection)) << "something was asked of a connection after its close";
    return made_.at(connection).get();
}

void Page::answer_identity() {
    if (keys == Keys::Late) return;
    timeline_.after(1, [this] {
        if (keys == Keys::Refused) return put(input::IdentityFailed{});
        put(input::IdentityReady{PeerId(name), name, identity_of(name, run_of(run_))});
    });
}

void Page::open_devices(const output::OpenDevices& question) {
    std::optional<input::DeviceError> error;
    bool silent = false;
    for (const auto& [wanted, device] : {std::pair(question.microphone, microphone), {question.camera, camera}}) {
        if (!wanted) continue;
        if (!error) error = error_of(device);
        silent = silent || device == Device::Silent;
    }
    if (silent) return;
    timeline_.after(device_ms, [this, question, error] {
        if (error) return put(input::DevicesFailed{question.request, *error});
        for (const auto& [track, kind] :
             {std::pair(question.microphone, Slot::Microphone), {question.camera, Slot::Camera}}) {
            if (track) tracks[*track] = {kind, true, !unwanted_.contains(*track)};
        }
        put(input::DevicesOpened{question.request});
    });
}

void Page::seal(const output::Seal& order) {
    EXPECT_EQ(order.context.from.value, name);
    const std::string content = seal_label(order.room, key_, order.context, order.counter) + order.plaintext;
    const auto used = used_.try_emplace({order.context, order.counter}, content).first;
    EXPECT_EQ(used->second, content) << "one number was used for two things";
    std::optional<std::string> sealed;
    if (!seal_fails || !seal_fails(order.seal)) {
        sealed = protocol::encode_sealed({order.context.run, order.counter, {content.begin(), content.end()}});
    }
    timeline_.after(seal_ms ? seal_ms(order.seal) : 0,
                    [this, seal = order.seal, sealed] { put(input::Sealed{seal, sealed}); });
}

void Page::open(const output::Open& order) {
    const std::string label = seal_label(order.room, key_, order.context, order.counter);
    const std::string content(order.ciphertext.begin(), order.ciphertext.end());
    std::optional<std::string> plaintext;
    if (content.starts_with(label)) plaintext = content.substr(label.size());
    timeline_.after(seal_ms ? seal_ms(order.seal) : 0,
                    [this, seal = order.seal, plaintext] { put(input::Opened{seal, plaintext}); });
}

void Page::verify(const output::VerifyIdentity& order) {
    using Verdict = input::IdentityVerified::Verdict;
    const bool genuine = order.identity == identity_of(order.peer.value, order.run);
    timeline_.after(seal_ms ? seal_ms(order.seal) : 0, [this, seal = order.seal, genuine] {
        put(input::IdentityVerified{seal, genuine ? Verdict::Genuine : Verdict::Forged});
    });
}

}  // namespace parley::core
