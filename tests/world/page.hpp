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
        std::string device{};
        bool filtered = false;  ///< made of a captured one
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

    /// A device comes to its machine, or goes with what was captured from it; the page hears of it.
    void plug(core::ListedDevice device);
    void unplug(const std::string& id);
    /// What is captured from the device gives nothing from now on, or something again.
    void hold(const std::string& id, bool held);
    /// What is captured of that kind ends, as when a person takes it back.
    void end_tracks(core::Slot kind);
    /// The device that is captured from; empty: none.
    [[nodiscard]] std::string captured(core::Slot kind) const;

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
    /// As the browser's own bar does, or a window that is closed. False: nothing is presented.
    bool end_screen();

    /// Outputs of one kind, in order, since the last `forget`.
    template <class Kind>
    [[nodiscard]] std::vector<Kind> asked() const {
        std::vector<Kind> found;
        for (const core::Output& output : outputs_) {
            if (const auto* kind = std::get_if<Kind>(&output)) found.push_back(*kind);
        }
        return found;
    }
    /// All of them.
    [[nodiscard]] const std::vector<core::Output>& orders() const { return outputs_; }
    void forget() { outputs_.clear(); }
    [[nodiscard]] std::size_t outputs() const { return outputs_.size(); }

    core::RecordedClient client;
    const std::string name;

    Device microphone = Device::Works;
    Device camera = Device::Works;
    Device screen_source = Device::Works;  ///< Denied: the person chooses none
    bool screen_has_sound = true;
    /// Those of its machine, in the order of their list. The first of a kind is the one that the system prefers.
    core::DeviceList devices = {{core::DeviceKind::Microphone, "mic a", "Microphone A"},
                                {core::DeviceKind::Camera, "cam a", "Camera A"},
                                {core::DeviceKind::Speaker, "speaker a", "Speaker A"}};
    std::set<std::string> busy;            ///< ids of those that another program holds
    std::set<core::DeviceKind> permitted;  ///< kinds that the browser may tell apart
    /// What comes of filters of pictures and sound: nothing, for one that is silent.
    enum class Filters { Work, Fail, Silent } filters = Filters::Work;
    TimeMs filter_ms = 5;  ///< until they work or fail
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
    core::input::Boot::Abilities abilities{};
    core::quality::Equipment equipment{};
    core::output::StoreDraft draft{};  ///< as the grant
    enum class Keys { Made, Refused, Late } keys = Keys::Made;
    bool remembers = true;  ///< its outputs
    /// What a page that records has: its formats, and the file that is open.
    struct Recorder {
        std::vector<core::recording::Format> formats;  ///< none: it can't record
        std::uint64_t free_bytes = 10'000'000'000;
        std::optional<core::RecordingId> open;
        core::output::ComposeRecording composition;
    };
    Recorder recorder{};
    std::map<core::TrackId, Track> tracks;
    std::map<std::string, core::ConnectionId> attached;  ///< elements that show somebody else
    std::set<std::string> let_go;                        ///< whom it ever stopped showing

    /// A file as the platform keeps it.
    struct Kept {
        core::ConnectionId connection;
        std::uint32_t file = 0;
        std::uint64_t size = 0;
        std::uint64_t moved = 0;
        std::string source;
        bool finished = false;
    };
    /// Chooses a file to send; what it is called.
    std::string choose_file(std::uint64_t size);
    /// Somebody else's, as they came, by what they are called here.
    [[nodiscard]] const std::map<core::IncomingId, Kept>& kept_files() const { return kept_; }
    /// The next piece of a file that arrives is changed on its way through this machine.
    bool damages = false;
    /// Whether what keeps files can be loaded.
    bool keeps_files = true;
    /// Files of which no piece leaves this machine.
    std::set<core::SourceId> stuck_files{};

private:
    [[nodiscard]] TimeMs page_now() const { return nature_.timeline.now() + ahead_ms_; }
    void drain();
    void show();
    void answer_identity();
    void open_screen(const core::output::OpenScreen& question);
    void play_screen(const core::output::AttachRemote& order);
    void open_devices(const core::output::OpenDevices& question);
    void answer_devices(const core::output::OpenDevices& question);
    [[nodiscard]] core::DeviceList list() const;
    /// The device that is meant, or what is wrong with it.
    struct Found {
        core::DeviceName device;
        std::optional<core::input::DeviceError> error;
    };
    [[nodiscard]] Found find_device(core::DeviceKind kind, const std::string& id) const;
    void capture(core::TrackId track, core::Slot kind, const std::string& device);
    void carry_out(const core::Output& output);
    void start_filter(core::TrackId captured, core::TrackId outgoing, core::Slot kind);
    void carry_out_on_connection(const core::Output& output);
    void send(const core::output::SendText& order);
    void close(const core::output::CloseSocket& order);
    void seal(const core::output::Seal& order);
    void check_number(const core::output::Seal& order);
    void open(const core::output::Open& order);
    void verify(const core::output::VerifyIdentity& order);
    void after_promise(core::Input answer);
    void carry_out_on_recorder(const core::Output& output);
    void after_sealing(core::SealId seal, core::Input answer);
    void note(std::string_view direction, std::string_view what, const auto& happened);
    FakeConnection* find(core::ConnectionId connection);
    void carry_out_on_file(const core::Output& output);
    void carry_out_on_filter(const core::Output& output);
    void send_pieces(std::pair<core::ConnectionId, core::SourceId> way, int turn);
    void take(core::ConnectionId connection, const FakeConnection::Piece& piece);
    void finish(core::IncomingId incoming);

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
    /// What was sealed under each number of a meeting's streams, hashed.
    std::map<std::pair<RoomId, protocol::SealContext>, std::vector<std::size_t>> used_;
    std::map<core::SocketId, std::shared_ptr<Server::Wire>> wires_;
    std::set<core::SocketId> sockets_;  ///< those that may be spoken on: two while one call is left for the next
    std::map<core::ConnectionId, std::shared_ptr<FakeConnection>> made_;
    std::map<core::ConnectionId, std::shared_ptr<FakeConnection>> connections_;  ///< those that lead to somebody
    std::set<core::ConnectionId> open_connections_;
    std::set<core::TrackId> unwanted_;  ///< stopped before they arrived
    struct Sending {
        std::uint64_t at = 0;
        int turn = 0;  ///< rises each time that it is begun anew
    };
    std::map<std::pair<core::ConnectionId, core::SourceId>, Sending> sending_;
    std::map<core::SourceId, std::uint64_t> sources_;  ///< their sizes
    std::map<core::IncomingId, Kept> kept_;
    char next_new_key_ = 'n';
};

}  // namespace parley::world
