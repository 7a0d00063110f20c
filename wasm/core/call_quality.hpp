#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/input.hpp"
#include "core/people.hpp"
#include "core/quality/governor.hpp"
#include "core/time.hpp"
#include "core/view.hpp"
#include "protocol/peer_messages.hpp"

namespace parley::core {

/// How pictures and sound of a call are, and how the own pictures are sent: asks every connection once a second how it
/// is doing, tells the others what is shown of them, and gives each connection what the governor chose for it.
class CallQuality {
public:
    /// What the owner knows of the call.
    using Circumstances = quality::Governor::Circumstances;
    /// What is to be said to a peer over the connection's channel, and to nobody while there is none.
    struct Message {
        PeerId to;
        protocol::PeerMessage message;
    };

    explicit CallQuality(TimeMs now) : began_at_(now) {}

    void came(TimeMs now, const Person& person);
    /// The person has another run: what they said of pictures is void.
    void came_anew(TimeMs now, Person& person);
    void went(TimeMs now, const PeerId& peer);

    void show(const input::PicturesShown& shown);
    void hear(TimeMs now, const PeerId& peer, const protocol::PicturesWanted& wanted);
    void measured(TimeMs now, Person& person, const quality::Measurement& measurement);

    /// Brings the connections in line with what is the case now; says what is to be said.
    std::vector<Message> settle(TimeMs now, People& people, const Circumstances& circumstances);
    void tick(TimeMs now, People& people);
    [[nodiscard]] std::optional<TimeMs> deadline(const People& people) const;

    [[nodiscard]] quality::Mark own_mark() const;
    [[nodiscard]] quality::Cause own_cause() const;
    [[nodiscard]] StatisticsView statistics(const Person& person) const;
    [[nodiscard]] bool met_anybody() const { return people_most_ > 1; }
    [[nodiscard]] CallSummary summary(TimeMs now) const;

private:
    void follow_connection(TimeMs now, Person& person);
    void settle_polls(TimeMs now, const People& people);
    [[nodiscard]] std::optional<protocol::PicturesWanted> wanted_of(const Person& person) const;
    [[nodiscard]] protocol::PictureSent sent_to(const Person& person) const;
    static void settle_causes(People& people);
    [[nodiscard]] bool has_news_for(const Person& person) const;
    void say(TimeMs now, Person& person, std::vector<Message>& messages) const;
    void count_second(const People& people);

    quality::Governor governor_;
    std::optional<std::map<std::string, std::uint16_t>> shown_;  ///< heights by element; nothing is known at first
    std::optional<TimeMs> poll_at_;
    TimeMs began_at_;
    int people_most_ = 1;
    quality::History::Carried carried_;
    int seconds_ = 0;                               ///< with others
    std::map<quality::Cause, int> poor_seconds_{};  ///< of them, by what it was
};

}  // namespace parley::core
