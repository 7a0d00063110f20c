#include "core/capture.hpp"

#include <algorithm>
#include <utility>

#include "core/bounds.hpp"
#include "core/device_choice.hpp"

namespace parley::core {
namespace {

DeviceState state_after(input::DeviceError error) {
    switch (error) {
        case input::DeviceError::Denied:
            return DeviceState::Denied;
        case input::DeviceError::Missing:
            return DeviceState::Missing;
        case input::DeviceError::Busy:
            return DeviceState::Busy;
        case input::DeviceError::Failed:
            break;
    }
    return DeviceState::Failed;
}

}  // namespace

DeviceState Capture::state() const {
    const DeviceState on = held_ ? DeviceState::Held : DeviceState::On;
    if (track_) return live() ? on : DeviceState::Off;
    if (request_) return live() ? DeviceState::Starting : DeviceState::Off;
    return trouble_;
}

const DeviceName& Capture::chosen() const { return chosen_of(context_.preferences, kind_); }

std::optional<std::string> Capture::next() const {
    return next_to_try(context_.list, kind_, chosen(), device_, failed_);
}

// What is asked for.

void Capture::begin(Cause cause) {
    forget_request();
    cause_ = cause;
    failed_.clear();
    first_error_.reset();
    list_due_ = false;
    news_due_ = false;
    asked_ = next().value_or(std::string());
}

void Capture::prepare(output::OpenDevices& question) {
    begin(Cause::Start);
    request_ = question.request;
    next_track_ = context_.numbers.tracks.next();
    if (microphone()) {
        question.microphone = next_track_;
        question.microphone_device = asked_;
        question.sound = sound_shape(context_.preferences, context_.sound);
    } else {
        question.camera = next_track_;
        question.camera_device = asked_;
        question.picture = camera_shape(context_.preferences.picture);
    }
}

void Capture::open() {
    begin(Cause::Start);
    ask(asked_);
}

void Capture::ask(std::string device) {
    asked_ = std::move(device);
    request_ = context_.numbers.requests.next();
    next_track_ = context_.numbers.tracks.next();
    output::OpenDevices question{.request = request_,
                                 .sound = sound_shape(context_.preferences, context_.sound),
                                 .picture = camera_shape(context_.preferences.picture)};
    (microphone() ? question.microphone : question.camera) = next_track_;
    (microphone() ? question.microphone_device : question.camera_device) = asked_;
    context_.outbox.push(std::move(question));
}

void Capture::ask_alone() {
    request_ = {};
    if (wanted()) return ask(asked_);
    trouble_ = DeviceState::Off;
}

// A track that is still on its way is stopped by its number when it arrives.
void Capture::forget_request() {
    if (request_) context_.outbox.push(output::StopTrack{next_track_});
    request_ = {};
}

void Capture::stop_track() {
    if (track_) context_.outbox.push(output::StopTrack{*track_});
    track_.reset();
    held_ = false;
    silent_since_.reset();
}

void Capture::release() {
    stop_track();
    forget_request();
    list_due_ = false;
    recoveries_ = 0;
    trouble_ = DeviceState::Off;
}

// A browser gives a microphone that is open already as it is: it is let go before it is opened differently.
void Capture::reopen(Change change) {
    if (!track_ && !request_) {
        // What did not start may do so as another device.
        const bool in_vain = trouble_ != DeviceState::Off && trouble_ != DeviceState::Denied;
        if (in_vain && wanted() && change == Change::Device) open();
        return;
    }
    if (change == Change::Shape) stop_track();
    begin(Cause::Chosen);
    ask(asked_);
}

void Capture::toggle() {
    if (!track_ && !request_) return retry();
    wanted_ = wanted_ == Wanted::On ? Wanted::Off : Wanted::On;
    if (microphone()) return show();
    if (track_ && wanted_ == Wanted::Off) release();
}

void Capture::retry() {
    wanted_ = Wanted::On;
    recoveries_ = 0;
    // One that is held is asked for anew: another device may be free.
    if (held_) stop_track();
    if (!track_ && !request_) open();
}

void Capture::mute() {
    wanted_ = Wanted::Off;
    talking_ = Talking::No;
    show();
}

void Capture::talk(Talking talking) {
    if (std::exchange(talking_, talking) != talking) show();
}

void Capture::show() {
    if (track_) context_.outbox.push(output::EnableTrack{*track_, live()});
}

// What comes of it.

void Capture::on_opened(TimeMs now, const input::DevicesOpened& answer) {
    if (track_) context_.former.push_back(*track_);
    track_ = next_track_;
    used_ = asked_;
    request_ = {};
    const DeviceName before = std::exchange(device_, microphone() ? answer.microphone : answer.camera);
    opened_at_ = now;
    held_ = false;
    silent_since_.reset();
    trouble_ = DeviceState::Off;
    if (!wanted()) return release();
    if (microphone()) show();
    announce_opened(before);
    if (!is_known(context_.list, kind_)) context_.outbox.push(output::ListDevices{});
    look_for_chosen();
}

void Capture::announce_opened(const DeviceName& before) {
    const bool chosen_one = find_chosen(context_.list, kind_, chosen()) == asked_;
    switch (cause_) {
        case Cause::Start:
        case Cause::Chosen:
            if (!chosen_one) say(Event::What::Replaced);
            break;
        case Cause::Lost:
            if (before != device_) say(Event::What::Replaced);
            break;
        case Cause::Back:
            say(Event::What::Back);
            break;
    }
}

void Capture::on_failed(input::DeviceError error) {
    request_ = {};
    // What was switched off meanwhile is off, whatever became of it.
    if (!wanted()) {
        trouble_ = DeviceState::Off;
        return;
    }
    if (!first_error_) first_error_ = error;
    if (error == input::DeviceError::Denied) return give_up();
    if (track_ && cause_ == Cause::Chosen && error != input::DeviceError::Missing) {
        // Some machines give one device of a kind at a time.
        stop_track();
        return ask(asked_);
    }
    failed_.push_back(asked_);
    const auto following = track_ ? std::nullopt : next();
    if (!following) return give_up();
    ask(*following);
}

void Capture::give_up() {
    if (track_) {
        if (cause_ == Cause::Chosen) say(Event::What::Kept);
        return;
    }
    if (news_due_) {
        // What came or went meanwhile was not tried.
        begin(cause_);
        return ask(asked_);
    }
    trouble_ = state_after(*first_error_);
    if (cause_ == Cause::Lost) say(Event::What::Failed);
}

// The list says whether it was unplugged: then another takes its place. If it is still there it was taken away by a
// person, who would not want to be asked at once, or by the system.
void Capture::on_ended(TimeMs now) {
    stop_track();
    if (request_) return;
    if (now - opened_at_ >= bounds::device_settled_ms) recoveries_ = 0;
    ++recoveries_;
    trouble_ = DeviceState::Failed;
    list_due_ = true;
    context_.outbox.push(output::ListDevices{});
}

void Capture::on_list(News news) {
    if (news == News::Changed) failed_.clear();
    if (request_) {
        news_due_ = news_due_ || news == News::Changed;
        return;
    }
    if (track_) return look_for_chosen();
    const bool listed = std::ranges::any_of(
        context_.list, [this](const ListedDevice& device) { return device.kind == kind_ && device.id == device_.id; });
    if (std::exchange(list_due_, false)) {
        const bool unplugged = !listed && is_known(context_.list, kind_);
        if (!unplugged || worn_out()) return say(Event::What::Failed);
        begin(Cause::Lost);
        return ask(asked_);
    }
    const bool in_vain = trouble_ != DeviceState::Off && trouble_ != DeviceState::Denied;
    if (news == News::Same || !in_vain || worn_out() || !wanted() || !is_known(context_.list, kind_)) return;
    begin(Cause::Back);
    ask(asked_);
}

// One that ends as soon as it is open would be asked for again and again.
bool Capture::worn_out() const { return recoveries_ > bounds::device_recoveries_max; }

void Capture::look_for_chosen() {
    if (chosen().id.empty() || !is_known(context_.list, kind_)) return;
    const auto there = find_chosen(context_.list, kind_, chosen());
    if (!there || *there == device_.id || *there == used_) return;
    if (std::ranges::find(failed_, *there) != failed_.end()) return;
    begin(Cause::Back);
    ask(asked_);
}

void Capture::on_silent(TimeMs now) {
    if (!silent_since_) silent_since_ = now;
}

void Capture::on_sounding() {
    silent_since_.reset();
    if (std::exchange(held_, false) && live()) say(Event::What::Freed);
}

void Capture::tick(TimeMs now) {
    if (held_ || !silent_since_ || now < *silent_since_ + bounds::device_silent_ms) return;
    held_ = true;
    if (live()) say(Event::What::Held);
}

std::optional<TimeMs> Capture::deadline() const {
    if (held_ || !silent_since_) return std::nullopt;
    return *silent_since_ + bounds::device_silent_ms;
}

std::optional<Capture::Event> Capture::take_event() {
    if (events_.empty()) return std::nullopt;
    Event event = std::move(events_.front());
    events_.pop_front();
    return event;
}

}  // namespace parley::core
