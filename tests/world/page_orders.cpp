#include <functional>
#include <utility>

#include "core/overload.hpp"
#include "tests/world/page.hpp"

// What a page does when its client asks for it.

namespace parley::world {
namespace {

using namespace core;

// Bound to room, key, context and counter, as a real seal is: a mistake in any of them can't be opened.
std::string seal_label(const RoomId& room, const std::string& key, const protocol::SealContext& context,
                       std::uint64_t counter) {
    const std::string bound = room.value + '|' + key + '|' + seal_info(context) + '|' + std::to_string(counter);
    return std::to_string(std::hash<std::string>{}(bound)) + "|tag of sixteen..|";
}

}  // namespace

void Page::carry_out(const Output& output) {
    std::visit(
        Overload{[&](const output::PrepareIdentity&) { answer_identity(); },
                 [&](const output::DeriveRoom& order) {
                     key_ = order.key ? *order.key : key_of(next_new_key_++);
                     after_promise(input::RoomDerived{order.request, key_, room_of(key_), "access of " + key_});
                 },
                 [&](const output::OpenDevices& order) { open_devices(order); },
                 [&](const output::OpenScreen& order) { open_screen(order); },
                 [&](const output::ListDevices&) { after_promise(input::DevicesListed{list()}); },
                 [&](const output::TuneCamera& order) {
                     after_promise(input::CameraTuned{order.track, order.picture.lines});
                 },
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
                     sockets_.insert(order.socket);
                     if (sockets_.size() > 2) nature_.journal.fault(name + " holds on to old sockets");
                     wires_[order.socket] =
                         server_.open(name, order.socket, [this](const Input& input) { put(input); });
                 },
                 [&](const output::SendText& order) { send(order); },
                 [&](const output::CloseSocket& order) { close(order); },
                 [&](const output::Seal& order) { seal(order); }, [&](const output::Open& order) { open(order); },
                 [&](const output::VerifyIdentity& order) { verify(order); },
                 [&](const output::StoreGrant& order) { grant = order.grant; },
                 [&](const output::StorePreferences& order) { preferences = order; },
                 [&](const auto&) { carry_out_on_connection(output); }},
        output);
}

void Page::carry_out_on_connection(const Output& output) {
    std::visit(
        Overload{
            [&](const output::CreateConnection& order) {
                open_connections_.insert(order.connection);
                made_[order.connection] = network_.make(name, order, [this](const Input& input) { put(input); });
                made_[order.connection]->take_piece =
                    [this, id = order.connection](const FakeConnection::Piece& piece) { take(id, piece); };
            },
            [&](const output::AttachRemote& order) {
                attached[order.element] = order.connection;
                connections_[order.connection] = made_.at(order.connection);
                if (order.what == output::AttachRemote::What::Screen) play_screen(order);
            },
            [&](const output::Detach& order) {
                attached.erase(order.element);
                let_go.insert(order.element);
            },
            [&](const output::AdoptTransceivers& order) { find(order.connection)->adopt_transceivers(); },
            [&](const output::SetLocalDescription& order) { find(order.connection)->set_local(order.operation); },
            [&](const output::SetRemoteDescription& order) {
                find(order.connection)->set_remote(order.operation, order.type, order.sdp);
            },
            [&](const output::SetIceServers& order) { find(order.connection)->use(order); },
            [&](const output::RestartIce& order) { find(order.connection)->restart_ice(); },
            [&](const output::AddCandidate& order) { find(order.connection)->add_candidate(order.candidate); },
            [&](const output::SetOutgoingTrack& order) {
                if (order.track && !tracks.at(*order.track).live) {
                    nature_.journal.fault(name + " sends a track that has ended");
                }
                find(order.connection)->outgoing[order.slot] = order.track;
            },
            [&](const output::RefreshPictures& order) { ++find(order.connection)->pictures_refreshed; },
            [&](const output::SetEncoding& order) { find(order.connection)->encodings[order.slot] = order.encoding; },
            [&](const output::Measure& order) {
                after_promise(input::Measured{order.connection, find(order.connection)->measure()});
            },
            [&](const output::SendOnChannel& order) { find(order.connection)->send(order.text); },
            [&](const output::CloseConnection& order) {
                FakeConnection* connection = find(order.connection);
                if (before_close) before_close(*connection);
                connection->close();
                open_connections_.erase(order.connection);
            },
            [&](const output::StoreDraft& order) { draft = order; },
            [&](const auto&) {
                carry_out_on_recorder(output);
                carry_out_on_file(output);
                carry_out_on_filter(output);
            }},
        output);
}

// Answers as a browser does; what is written in between is the test's own to say.
void Page::carry_out_on_recorder(const Output& output) {
    std::visit(
        Overload{[&](const output::FindRecordings&) { after_promise(input::RecordingsFound{recorder.formats, {}}); },
                 [&](const output::StartRecorder& order) {
                     if (recorder.open) nature_.journal.fault(name + " records twice at once");
                     recorder.open = order.recording;
                     after_promise(input::RecorderStarted{order.recording, recorder.free_bytes});
                 },
                 [&](const output::ComposeRecording& order) {
                     if (recorder.open != order.recording)
                         nature_.journal.fault(name + " arranges what it does not record");
                     recorder.composition = order;
                 },
                 [&](const output::StopRecorder& order) {
                     if (recorder.open != order.recording)
                         nature_.journal.fault(name + " stops what it does not record");
                     recorder.open.reset();
                     after_promise(input::RecorderStopped{order.recording, 1'000});
                 },
                 [&](const output::DiscardRecording& order) {
                     if (recorder.open == order.recording) recorder.open.reset();
                 },
                 [](const auto&) {}},
        output);
}

void Page::carry_out_on_filter(const Output& output) {
    std::visit(
        Overload{[&](const output::StartEffect& order) { start_filter(order.camera, order.outgoing, Slot::Camera); },
                 [&](const output::ChangeEffect& order) {
                     if (!tracks.at(order.outgoing).live) nature_.journal.fault(name + " changes an effect that ended");
                 },
                 [&](const output::StartNoiseFilter& order) {
                     start_filter(order.microphone, order.outgoing, Slot::Microphone);
                 },
                 [](const auto&) {}},
        output);
}

FakeConnection* Page::find(ConnectionId connection) {
    if (!open_connections_.contains(connection)) {
        nature_.journal.fault(name + " asks something of a connection after its close");
    }
    return made_.at(connection).get();
}

void Page::send(const output::SendText& order) {
    if (!sockets_.contains(order.socket)) return nature_.journal.fault(name + " speaks on a socket that is closed");
    server_.send(*wires_.at(order.socket), order.text);
}

void Page::close(const output::CloseSocket& order) {
    sockets_.erase(order.socket);
    server_.close(*wires_.at(order.socket), order.code);
}

void Page::after_sealing(SealId seal, Input answer) {
    nature_.timeline.after(seal_ms ? seal_ms(seal) : 0, [this, answer = std::move(answer)] { put(answer); });
}

// Numbers run without a hole, and what is sealed again is the same.
void Page::check_number(const output::Seal& order) {
    auto& used = used_[{order.room, order.context}];
    const std::size_t content = std::hash<std::string>{}(order.plaintext);
    if (order.counter == used.size() + 1) {
        used.push_back(content);
    } else if (order.counter == 0 || order.counter > used.size()) {
        nature_.journal.fault(name + " leaves out a number of a seal");
    } else if (used[order.counter - 1] != content) {
        nature_.journal.fault(name + " seals two things under one number");
    }
}

void Page::seal(const output::Seal& order) {
    if (order.context.from.value != name) nature_.journal.fault(name + " seals as " + order.context.from.value);
    check_number(order);
    std::optional<std::string> sealed;
    if (!seal_fails || !seal_fails(order.seal)) {
        const std::string content = seal_label(order.room, key_, order.context, order.counter) + order.plaintext;
        sealed = protocol::encode_sealed({order.context.run, order.counter, {content.begin(), content.end()}});
    }
    after_sealing(order.seal, input::Sealed{order.seal, std::move(sealed)});
}

void Page::open(const output::Open& order) {
    const std::string label = seal_label(order.room, key_, order.context, order.counter);
    const std::string content(order.ciphertext.begin(), order.ciphertext.end());
    std::optional<std::string> plaintext;
    if (content.starts_with(label)) plaintext = content.substr(label.size());
    after_sealing(order.seal, input::Opened{order.seal, std::move(plaintext)});
}

void Page::verify(const output::VerifyIdentity& order) {
    using Verdict = input::IdentityVerified::Verdict;
    const auto& [seal, peer, run, identity] = order;
    // Signed for that run by who has that name, as a page signs it.
    const bool genuine = identity.sign == "key of " + peer.value &&
                         identity.signature == "signed by " + peer.value + ": " + identity_statement(run, identity);
    after_sealing(seal, input::IdentityVerified{seal, genuine ? Verdict::Genuine : Verdict::Forged});
}

}  // namespace parley::world
