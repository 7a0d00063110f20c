#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check_findings.hpp"
#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/time.hpp"
#include "core/view/check.hpp"
#include "core/view/devices.hpp"
#include "protocol/messages.hpp"

namespace parley::core {

/// Looks what works between this page and a call: the server, a WebSocket and a join of its own in a room where nobody
/// else is, then every kind of path that the server offers at the same time. Says what it found within
/// `bounds::check_reach_ms` and `bounds::check_paths_ms` together, whatever answers or does not.
class Checkup {
public:
    Checkup(Outbox& outbox, Numbers& numbers) : outbox_(outbox), numbers_(numbers) {}

    /// Begins, or gives up what is going on and begins anew. Within the person's gesture: it plays a sound.
    void start(TimeMs now);
    /// Nothing of it is heard or shown any more.
    void close();

    /// Who joins; the check waits for it a while.
    void set_identity(const input::IdentityReady& identity);
    /// How the person's devices are now. Cheap when nothing changed.
    void set_devices(DeviceState microphone, DeviceState camera);

    /// Whether the input was the check's own.
    bool on_input(const input::RoomDerived& derived);
    bool on_input(const input::RoomDerivationFailed& failed);
    bool on_input(const input::SocketOpened& opened);
    bool on_input(TimeMs now, const input::SocketReceived& received);
    bool on_input(const input::SocketClosed& closed);
    bool on_input(const input::ServicesAnswered& answered);
    bool on_input(const input::CandidatesGathered& gathered);
    bool on_input(const input::TestSoundPlayed& played);

    void tick(TimeMs now);
    [[nodiscard]] std::optional<TimeMs> deadline() const { return timers_.deadline(); }
    [[nodiscard]] const CheckView& view() const { return view_; }

private:
    enum class Timer {
        Reach,  ///< when server, sound and devices have had their time
        Paths,  ///< when the paths have
        Count
    };
    struct Room {
        RoomId id;
        std::string access;
    };
    struct Gathering {
        CheckStep step = CheckStep::Address;
        RequestId request;
        input::CandidatesGathered found;
    };

    void stop();
    void join_when_ready();
    void on_joined(TimeMs now, const protocol::Joined& joined);
    void on_refused(std::optional<ErrorCode> code);
    void end_signalling(CheckState state);
    void leave_out_what_is_not_offered(const input::ServicesAnswered::Services& services);
    void look_for_path(CheckStep step, const std::vector<protocol::IceServer>& offered);
    void end(const Gathering& gathering, CheckState state);
    void on_reach_overdue();
    void on_paths_overdue();
    void settle_devices();
    /// What follows from the steps after every input.
    void settle();

    Outbox& outbox_;
    Numbers& numbers_;
    std::optional<input::IdentityReady> identity_;
    DeviceState microphone_ = DeviceState::Off;
    DeviceState camera_ = DeviceState::Off;
    std::optional<Room> room_;  ///< made once in a page's life
    RequestId derivation_;      ///< of it

    CheckView view_;
    CheckFacts facts_;
    TimerTable<Timer> timers_;
    SocketId socket_;
    enum class Socket { Opening, Open, Joining } socket_state_ = Socket::Opening;
    RequestId services_;
    RequestId sound_;
    std::vector<Gathering> gatherings_;
};

}  // namespace parley::core
