#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/client.hpp"
#include "tests/core/network.hpp"
#include "tests/core/server.hpp"
#include "tests/core/timeline.hpp"

namespace parley::core {

/// A key as a link carries it, its room, and what opens that room; told apart by one letter.
std::string key_of(char letter);
RoomId room_of(const std::string& key);

/// One browser tab: the real client, and a fake of everything that it can ask of its platform.
class Page {
public:
    enum class Device { Works, Denied, Missing, Busy, Silent };
    struct Track {
        Slot kind = Slot::Microphone;
        bool enabled = true;
        bool live = true;
    };

    Page(Timeline& timeline, Network& network, Server& server, std::string name, std::string run);

    void put(const Input& input);
    void tick();
    [[nodiscard]] std::optional<TimeMs> deadline() const { return gone_ ? std::nullopt : client.deadline(); }

    void boot(const std::string& path = "/", const std::string& fragment = {},
              input::Boot::Entry entry = input::Boot::Entry::Ask);
    /// As a tab that is closed: the browser ends its socket and its connections, and the page never runs again.
    void vanish();
    /// The socket that the page holds last; there must have been one.
    [[nodiscard]] Server::Wire& wire() const { return *wires_.rbegin()->second; }
    [[nodiscard]] std::size_t sockets_opened() const { return wires_.size(); }
    /// Every connection that was ever made to somebody, in order.
    [[nodiscard]] const std::map<ConnectionId, std::shared_ptr<FakeConnection>>& connections() const {
        return connections_;
    }
    [[nodiscard]] FakeConnection& connection() const { return *connections_.rbegin()->second; }
    /// The open one that leads to the page of that name.
    [[nodiscard]] FakeConnection* connection_to(const std::string& name) const;
    [[nodiscard]] std::size_t open_connections() const { return open_connections_.size(); }

    [[nodiscard]] const ParticipantView* sees(const std::string& name) const;
    [[nodiscard]] Screen screen() const { return client.view().screen; }
    [[nodiscard]] std::size_t live_tracks() const;

    /// Outputs of one kind, in order, since the last `forget`.
    template <class Kind>
    [[nodiscard]] std::vector<Kind> asked() const {
        std::vector<Kind> found;
        for (const Output& output : outputs_) {
            if (const auto* kind = std::get_if<Kind>(&output)) found.push_back(*kind);
        }
        return found;
    }
    void forget() { outputs_.clear(); }
    [[nodiscard]] std::size_t outputs() const { return outputs_.size(); }

    Client client;
    const std::string name;

    Device microphone = Device::Works;
    Device camera = Device::Works;
    TimeMs device_ms = 5;
    /// How long each sealing and opening takes, from its number; by default no time.
    std::function<TimeMs(SealId)> seal_ms;
    /// Which sealings fail; by default none.
    std::function<bool(SealId)> seal_fails;
    std::string grant;  ///< what the tab keeps through reloads
    enum class Keys { Made, Refused, Late } keys = Keys::Made;
    std::map<TrackId, Track> tracks;
    std::map<std::string, ConnectionId> attached;  ///< elements that show somebody else

private:
    void drain();
    void answer_identity();
    void open_devices(const output::OpenDevices& question);
    void carry_out(const Output& output);
    void carry_out_on_connection(const Output& output);
    void seal(const output::Seal& order);
    void open(const output::Open& order);
    void verify(const output::VerifyIdentity& order);
    FakeConnection* find(ConnectionId connection);

    Timeline& timeline_;
    Network& network_;
    Server& server_;
    const std::string run_;
    std::string key_;
    bool draining_ = false;
    bool gone_ = false;
    std::vector<Output> outputs_;
    std::map<std::pair<protocol::SealContext, std::uint64_t>, std::string> used_;  ///< by numbers of seals
    std::map<SocketId, std::shared_ptr<Server::Wire>> wires_;
    std::map<ConnectionId, std::shared_ptr<FakeConnection>> made_;
    std::map<ConnectionId, std::shared_ptr<FakeConnection>> connections_;  ///< those that lead to somebody
    std::set<ConnectionId> open_connections_;
    std::set<TrackId> unwanted_;  ///< stopped before they arrived
    char next_new_key_ = 'n';
};

}  // namespace parley::core
