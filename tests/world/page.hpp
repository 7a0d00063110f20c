#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/call_log/recorded_client.hpp"
#include "tests/world/nature.hpp"
#include "tests/world/network.hpp"
#include "tests/world/server.hpp"

namespace parley::world {

/// A key as a link carries it, its room, and what opens that room; told apart by one letter.
std::string key_of(char letter);
RoomId room_of(const std::string& key);

/// One browser tab: the real client, and a fake of everything that it can ask of its platform.
class Page {
public:
    enum class Device { Works, Denied, Missing, Busy, Silent };
    struct Track {
        core::Slot kind = core::Slot::Microphone;
        bool enabled = true;
        bool live = true;
    };

    Page(Nature& nature, Network& network, Server& server, std::string name, std::string run);
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    void put(const core::Input& input);
    void tick();
    [[nodiscard]] std::optional<TimeMs> deadline() const;
    /// Whether something was due that its last tick left undone.
    [[nodiscard]] bool lags() const { return deadline_ && *deadline_ <= page_now(); }

    void boot(const std::string& path = "/", const std::string& fragment = {},
              core::input::Boot::Entry entry = core::input::Boot::Entry::Ask);
    /// As a tab that is closed: the browser ends its socket and its connections, and the page never runs again.
    void vanish();
    /// As a machine that loses its power: nobody is told anything.
    void die();
    [[nodiscard]] bool gone() const { return gone_; }
    /// Its clock shows that much later from now on, as after a sleep of which it knew nothing.
    void leap(TimeMs duration_ms) { ahead_ms_ += duration_ms; }
    /// What the person looks at: a page that is hidden shows nobody.
    enum class Eyes { OnCall, Elsewhere };
    void turn_to(Eyes eyes);
    [[nodiscard]] Eyes eyes() const { return eyes_; }
    /// Nothing happens in the page until `wake`; then everything that came meanwhile happens at once.
    void sleep() { asleep_ = true; }
    void wake();

    /// The socket that the page holds last; there must have been one.
    [[nodiscard]] Server::Wire& wire() const { return *wires_.rbegin()->second; }
    [[nodiscard]] std::size_t sockets_opened() const { return wires_.size(); }
    /// Every connection that was ever made to somebody, in order.
    [[nodiscard]] const std::map<core::ConnectionId, std::shared_ptr<FakeConnection>>& connections() const {
        return connections_;
    }
    [[nodiscard]] FakeConnection& connection() const { return *connections_.rbegin()->second; }
    /// The open one that leads to the page of that name.
    [[nodiscard]] FakeConnection* connection_to(const std::string& name) const;
    [[nodiscard]] std::size_t open_connections() const { return open_connections_.size(); }
    [[nodiscard]] const std::set<core::ConnectionId>& open_connection_ids() const { return open_connections_; }
    [[nodiscard]] FakeConnection& made(core::ConnectionId connection) const { return *made_.at(connection); }

    [[nodiscard]] const core::ParticipantView* sees(const std::string& name) const;
    [[nodiscard]] core::Screen screen() const { return client.view().screen; }
    [[nodiscard]] std::size_t live_tracks() const;

    /// Outputs of one kind, in order, since the last `forget`.
    template <class Kind>
    [[nodiscard]] std::vector<Kind> asked() const {
        std::vector<Kind> found;
        for (const core::Output& output : outputs_) {
            if (const auto* kind = std::get_if<Kind>(&output)) found.push_back(*kind);
        }
        return found;
    }
    void forget() { outputs_.clear(); }
    [[nodiscard]] std::size_t outputs() const { return outputs_.size(); }

    core::RecordedClient client;
    const std::string name;

    Device microphone = Device::Works;
    Device camera = Device::Works;
    std::uint16_t camera_lines = 720;
    std::uint16_t tile_height_px = 360;  ///< as this page shows others
    TimeMs device_ms = 5;
    /// How long each sealing and opening takes, from its number; by default no time.
    std::function<TimeMs(core::SealId)> seal_ms;
    /// Which sealings fail; by default none.
    std::function<bool(core::SealId)> seal_fails;
    /// What happens before a connection is closed on the page's own wish.
    std::function<void(const FakeConnection&)> before_close;
    Delay promise{1, 1};        ///< how long identity, room and counting take
    TimeMs timers_late_ms = 0;  ///< as those of a hidden tab
    std::uint64_t seed = 7;
    std::string grant;  ///< what the tab keeps through reloads
    /// As well; of a browser in which the hint at keys was given.
    core::output::StorePreferences preferences{.keys_hint = core::output::KeysHint::Given};
    enum class Keys { Made, Refused, Late } keys = Keys::Made;
    bool remembers = true;  ///< its outputs
    std::map<core::TrackId, Track> tracks;
    std::map<std::string, core::ConnectionId> attached;  ///< elements that show somebody else
    std::set<std::string> let_go;                        ///< whom it ever stopped showing

private:
    [[nodiscard]] TimeMs page_now() const { return nature_.timeline.now() + ahead_ms_; }
    void drain();
    void show();
    void answer_identity();
    void open_devices(const core::output::OpenDevices& question);
    void carry_out(const core::Output& output);
    void carry_out_on_connection(const core::Output& output);
    void send(const core::output::SendText& order);
    void close(const core::output::CloseSocket& order);
    void seal(const core::output::Seal& order);
    void check_number(const core::output::Seal& order);
    void open(const core::output::Open& order);
    void verify(const core::output::VerifyIdentity& order);
    void after_promise(core::Input answer);
    void after_sealing(core::SealId seal, core::Input answer);
    void note(std::string_view direction, std::string_view what, const auto& happened);
    FakeConnection* find(core::ConnectionId connection);

    Nature& nature_;
    Network& network_;
    Server& server_;
    const std::string run_;
    std::string key_;
    bool draining_ = false;
    bool gone_ = false;
    bool asleep_ = false;
    Eyes eyes_ = Eyes::OnCall;
    std::optional<std::vector<core::input::PicturesShown::Picture>> shown_;  ///< what the page said last
    TimeMs ahead_ms_ = 0;
    std::optional<TimeMs> deadline_;  ///< of the client, as it said last
    std::vector<core::Input> slept_through_;
    std::vector<core::Output> outputs_;
    std::map<protocol::SealContext, std::vector<std::size_t>> used_;  ///< what was sealed under each number, hashed
    std::map<core::SocketId, std::shared_ptr<Server::Wire>> wires_;
    std::set<core::SocketId> sockets_;  ///< those that may be spoken on: two while one call is left for the next
    std::map<core::ConnectionId, std::shared_ptr<FakeConnection>> made_;
    std::map<core::ConnectionId, std::shared_ptr<FakeConnection>> connections_;  ///< those that lead to somebody
    std::set<core::ConnectionId> open_connections_;
    std::set<core::TrackId> unwanted_;  ///< stopped before they arrived
    char next_new_key_ = 'n';
};

}  // namespace parley::world
