#include "core/call_quality.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/bounds.hpp"
#include "core/quality/steps.hpp"

namespace parley::core {

using protocol::PictureSent;
using protocol::PicturesWanted;
using quality::Cause;
using quality::Mark;

namespace {

// What is shown is said in steps, so that a window that is being resized does not talk all the time.
constexpr std::array<std::uint16_t, 8> heights_px{90, 180, 270, 360, 480, 720, 1'080, 2'160};

std::uint16_t stepped(std::uint16_t height) {
    if (height == 0) return 0;
    const auto reaches = [height](std::uint16_t step) { return step * quality::stretch_percent >= height * 100; };
    const auto* const step = std::ranges::find_if(heights_px, reaches);
    return step == heights_px.end() ? heights_px.back() : *step;
}

TimeMs may_say_at(const Person::Quality& quality) {
    return quality.said_at ? *quality.said_at + bounds::quality_said_gap_ms : 0;
}

Cause cause_of(const Person& person) {
    const quality::History& history = person.quality.history;
    if (person.quality.theirs.limit == PictureSent::Limit::Line) return Cause::TheirUpload;
    if (person.quality.theirs.limit == PictureSent::Limit::Processor) return Cause::TheirProcessor;
    if (history.mark() == Mark::Good || history.mark() == Mark::Unknown) return Cause::None;
    if (history.loses()) return Cause::LostOnTheWay;
    return history.late() ? Cause::LongWay : Cause::None;
}

}  // namespace

void CallQuality::came(TimeMs now, const Person& person) { governor_.add(now, person.peer); }

void CallQuality::came_anew(TimeMs now, Person& person) {
    person.quality = {};
    governor_.remove(now, person.peer);
    governor_.add(now, person.peer);
}

void CallQuality::went(TimeMs now, const PeerId& peer) { governor_.remove(now, peer); }

void CallQuality::show(const input::PicturesShown& shown) {
    shown_.emplace();
    for (const auto& picture : shown.pictures) (*shown_)[picture.element] = stepped(picture.height);
}

void CallQuality::hear(TimeMs now, const PeerId& peer, const PicturesWanted& wanted) {
    governor_.set_shown(now, peer, wanted.camera_height, wanted.screen_height);
}

void CallQuality::measured(TimeMs now, Person& person, const quality::Measurement& measurement) {
    // Who doubts a path asks too, at moments of its own.
    if (!std::exchange(person.quality.measuring, false)) return;
    quality::History& history = person.quality.history;
    const quality::History::Carried before = history.carried();
    history.add(now, measurement);
    carried_.received += history.carried().received - before.received;
    carried_.sent += history.carried().sent - before.sent;
    governor_.measure(now, person.peer, measurement);
}

std::vector<CallQuality::Message> CallQuality::settle(TimeMs now, People& people, const Circumstances& circumstances) {
    governor_.set_circumstances(now, circumstances);
    std::vector<Message> messages;
    for (Person& person : people.all()) {
        follow_connection(now, person);
        const quality::Choice& choice = governor_.choice(person.peer);
        person.negotiation.set_encoding(Slot::Camera, choice.camera);
        person.negotiation.set_encoding(Slot::Screen, choice.screen);
        person.negotiation.set_sound_encoding(choice.sound);
        say(now, person, messages);
    }
    settle_causes(people);
    settle_polls(now, people);
    people_most_ = std::max(people_most_, static_cast<int>(people.all().size()) + 1);
    return messages;
}

void CallQuality::settle_polls(TimeMs now, const People& people) {
    const bool measurable = std::ranges::any_of(
        people.all(), [](const Person& person) { return person.negotiation.state() == PairState::Connected; });
    if (!measurable) poll_at_.reset();
    if (measurable && !poll_at_) poll_at_ = now + bounds::measure_gap_ms;
}

void CallQuality::follow_connection(TimeMs now, Person& person) {
    // What is on its way when a channel goes down is lost, and what is sealed by then is not sent.
    if (!person.negotiation.channel_ready() && person.quality.said_at) {
        person.quality.said_sent.reset();
        person.quality.said_wanted.reset();
    }
    const auto connection = person.negotiation.connection();
    if (!connection || person.quality.connection == *connection) return;
    Person::Quality& quality = person.quality;
    quality.connection = *connection;
    quality.measuring = false;
    quality.history.begin_connection();
    governor_.begin_connection(now, person.peer);
}

// Much that is lost on its way from everybody is lost near here.
void CallQuality::settle_causes(People& people) {
    const auto losing = std::ranges::count_if(
        people.all(), [](const Person& person) { return cause_of(person) == Cause::LostOnTheWay; });
    const bool near = losing > 1 && 2 * static_cast<std::size_t>(losing) > people.all().size();
    for (Person& person : people.all()) {
        const Cause cause = cause_of(person);
        person.quality.cause = near && cause == Cause::LostOnTheWay ? Cause::YourDownload : cause;
    }
}

bool CallQuality::has_news_for(const Person& person) const {
    if (!person.negotiation.channel_ready()) return false;
    const auto wanted = wanted_of(person);
    return (wanted && person.quality.said_wanted != wanted) || person.quality.said_sent != sent_to(person);
}

void CallQuality::say(TimeMs now, Person& person, std::vector<Message>& messages) const {
    Person::Quality& quality = person.quality;
    if (!has_news_for(person) || now < may_say_at(quality)) return;
    const auto say_if_new = [&](auto& said, const auto& value) {
        if (said == value) return;
        said = value;
        quality.said_at = now;
        messages.push_back({person.peer, value});
    };
    if (const auto wanted = wanted_of(person)) say_if_new(quality.said_wanted, *wanted);
    say_if_new(quality.said_sent, sent_to(person));
}

std::optional<PicturesWanted> CallQuality::wanted_of(const Person& person) const {
    if (!shown_) return std::nullopt;
    const auto height = [this](const std::string& element) {
        const auto found = shown_->find(element);
        return found == shown_->end() ? std::uint16_t{0} : found->second;
    };
    return PicturesWanted{.camera_height = height(person.peer.value),
                          .screen_height = height(screen_element(person.peer))};
}

PictureSent CallQuality::sent_to(const Person& person) const {
    const quality::Choice& choice = governor_.choice(person.peer);
    const bool withheld =
        choice.camera.activity == quality::Encoding::Activity::Paused && choice.reason != quality::Reason::NotShown;
    PictureSent sent{.camera = withheld ? PictureSent::Camera::Paused : PictureSent::Camera::Sent};
    const bool short_of_line = choice.screen_reason == quality::Reason::Line;
    const bool screen_withheld = short_of_line && choice.screen.activity == quality::Encoding::Activity::Paused;
    if (screen_withheld) sent.screen = PictureSent::Screen::Paused;
    if (choice.reason == quality::Reason::Line || short_of_line) sent.limit = PictureSent::Limit::Line;
    if (choice.reason == quality::Reason::Processor) sent.limit = PictureSent::Limit::Processor;
    return sent;
}

void CallQuality::tick(TimeMs now, People& people) {
    governor_.tick(now);
    if (!poll_at_ || now < *poll_at_) return;
    poll_at_ = now + bounds::measure_gap_ms;
    count_second(people);
    for (Person& person : people.all()) {
        person.quality.measuring = true;
        person.negotiation.measure();
    }
}

void CallQuality::count_second(const People& people) {
    ++seconds_;
    std::optional<Cause> trouble;
    for (const Person& person : people.all()) {
        if (person.quality.history.mark() == Mark::Poor) trouble = person.quality.cause;
    }
    if (trouble) ++poor_seconds_[*trouble];
}

std::optional<TimeMs> CallQuality::deadline(const People& people) const {
    std::optional<TimeMs> first = earlier(governor_.deadline(), poll_at_);
    for (const Person& person : people.all()) {
        if (!has_news_for(person)) continue;
        first = earlier(first, may_say_at(person.quality));
    }
    return first;
}

CallSummary CallQuality::summary(TimeMs now) const {
    CallSummary summary{.duration_ms = now - began_at_,
                        .people_most = people_most_,
                        .received_bytes = carried_.received,
                        .sent_bytes = carried_.sent};
    int poor = 0;
    int most = 0;
    for (const auto& [cause, count] : poor_seconds_) {
        poor += count;
        if (count > most) summary.cause = cause;
        most = std::max(most, count);
    }
    if (seconds_ > 0) summary.well_share = 1 - static_cast<float>(poor) / static_cast<float>(seconds_);
    return summary;
}

Mark CallQuality::own_mark() const {
    return governor_.line_is_short() || governor_.processor_is_short() ? Mark::Fair : Mark::Unknown;
}

Cause CallQuality::own_cause() const {
    if (governor_.line_is_short()) return Cause::YourUpload;
    return governor_.processor_is_short() ? Cause::YourProcessor : Cause::None;
}

StatisticsView CallQuality::statistics(const Person& person) const {
    return {.peer = person.peer,
            .name = person.presence.name,
            .mark = person.quality.history.mark(),
            .cause = person.quality.cause,
            .choice = governor_.choice(person.peer),
            .samples = person.quality.history.samples()};
}

}  // namespace parley::core
