#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/input.hpp"
#include "core/output.hpp"
#include "tests/core/timeline.hpp"

namespace parley::core {

class Network;

/// Of the certificate that the connections of a page go by, as in SDP.
std::string fingerprint_of(const std::string& page);

/// An RTCPeerConnection as W3C WebRTC describes it, without media: its signalling states with implicit rollback, its
/// chain of operations, ICE generations told apart by their user fragment, and one DTLS association for its life.
class FakeConnection {
public:
    using Tell = std::function<void(Input)>;
    enum class Signalling { Stable, HaveLocalOffer, HaveRemoteOffer };

    FakeConnection(Network& network, std::string page, const output::CreateConnection& order, Tell tell);

    void adopt_transceivers();
    void set_local(OperationId operation);
    void set_remote(OperationId operation, protocol::DescriptionType type, const std::string& sdp);
    void restart_ice() { restart_wanted_ = true; }
    void add_candidate(const protocol::Candidate& candidate);
    void send(const std::string& text);
    void close();

    [[nodiscard]] input::TransportState transport() const { return transport_; }
    [[nodiscard]] bool connected() const { return transport_ == input::TransportState::Connected; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& page() const { return page_; }
    /// As many as if something arrived each millisecond while the path is whole.
    [[nodiscard]] std::uint64_t received() const;

    std::map<Slot, std::optional<TrackId>> outgoing;
    int offers = 0;
    int answers = 0;
    int candidates_refused = 0;
    /// The next setRemoteDescription is refused.
    bool refuse_remote = false;

private:
    friend class Network;
    /// What a description says, in the words of this network.
    struct Description {
        std::string fragment;  ///< user fragment: names the ICE generation
        std::string name;      ///< of the connection, as a DTLS fingerprint would
    };

    void in_chain(std::function<void()> step);
    void run_local(OperationId operation);
    void run_remote(OperationId operation, protocol::DescriptionType type, const Description& description);
    void gather(const std::string& fragment);
    void flush();
    void change(input::TransportState state);
    void tell(Input input);

    Network& network_;
    std::string page_;
    std::string name_;
    ConnectionId id_;
    Tell tell_;
    Signalling signalling_ = Signalling::Stable;
    TimeMs chain_free_at_ = 0;
    bool channel_open_ = false;
    std::vector<std::string> unsent_;  ///< waits in the channel until it gets through
    TimeMs connected_at_ = 0;
    TimeMs connected_ms_ = 0;  ///< before that
    bool closed_ = false;
    bool has_transceivers_ = false;
    bool restart_wanted_ = false;
    std::string local_;                  ///< fragment of the generation that is agreed on, as the others below
    std::string pending_local_;          ///< of an offer that is not answered
    std::optional<Description> remote_;  ///< agreed on
    std::optional<Description> pending_remote_;
    std::string peer_;                  ///< the DTLS association, once made
    std::set<std::string> candidates_;  ///< remote fragments that a candidate is known of
    input::TransportState transport_ = input::TransportState::New;
};

/// What lies between the pages: paths that can be broken and mended.
class Network {
public:
    explicit Network(Timeline& timeline) : timeline_(timeline) {}

    std::shared_ptr<FakeConnection> make(const std::string& page, const output::CreateConnection& order,
                                         FakeConnection::Tell tell);

    /// Nothing gets through between two pages: `disconnected` at once, `failed` after `failed_after_ms`.
    void cut(const std::string& left, const std::string& right);
    void mend(const std::string& left, const std::string& right);

    TimeMs operation_ms = 2;
    TimeMs path_ms = 20;
    TimeMs failed_after_ms = 10'000;
    /// Candidates gathered for each generation; none means that no path is ever found.
    int candidates = 3;

private:
    friend class FakeConnection;
    static std::pair<std::string, std::string> path(const std::string& left, const std::string& right);
    [[nodiscard]] bool whole(const FakeConnection& left, const FakeConnection& right) const;
    FakeConnection* other_end(const FakeConnection& connection);
    /// Looks whether a path has come up or gone down.
    void look(FakeConnection& connection);
    void lose(FakeConnection& connection);

    Timeline& timeline_;
    std::map<std::string, std::shared_ptr<FakeConnection>> connections_;
    std::set<std::pair<std::string, std::string>> cut_;
    int last_fragment_ = 0;
};

}  // namespace parley::core
