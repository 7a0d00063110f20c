#include "ui/quality_words.hpp"

#include <algorithm>
#include <cmath>

#include "ui/words.hpp"

namespace parley::ui {

namespace {

using core::quality::Cause;
using core::quality::Choice;
using core::quality::Mark;
using core::quality::Reason;
using core::quality::Traffic;
using core::quality::VideoCodec;

constexpr std::string_view dash = "\u2013";

std::string lower_first(std::string_view words) {
    std::string result(words);
    if (!result.empty() && result.front() >= 'A' && result.front() <= 'Z') result.front() += 'a' - 'A';
    return result;
}

/// What keeps a picture from being sent at all.
std::string withheld_text(Reason reason) {
    switch (reason) {
        case Reason::NotShown:
            return "Not sent: they don't show your picture";
        case Reason::Processor:
            return "Not sent: your computer is at its limit";
        case Reason::Saver:
            return "Not sent, because you save battery and data";
        case Reason::Line:
        case Reason::People:
        case Reason::Speaking:
        case Reason::ShownSize:
            break;
    }
    return "Not sent: your upload carries sound only";
}

std::string people_reason(std::size_t people) {
    if (people <= 2) return ", because only two people are in the call";
    return ", because " + std::to_string(people) + " people are in the call";
}

/// Why a picture that is sent is as large as it is, after its size.
std::string reason_text(Reason reason, std::size_t people) {
    switch (reason) {
        case Reason::People:
            return people_reason(people);
        case Reason::Speaking:
            return ", because you are speaking";
        case Reason::ShownSize:
        case Reason::NotShown:
            return ": they show your picture no larger";
        case Reason::Line:
            return ": your upload carries no more";
        case Reason::Processor:
            return ": your computer can't make more";
        case Reason::Saver:
            return ", because you save battery and data";
    }
    return {};
}

}  // namespace

std::string_view mark_word(Mark mark) {
    switch (mark) {
        case Mark::Good:
            return "good";
        case Mark::Fair:
            return "fair";
        case Mark::Poor:
            return "poor";
        case Mark::Unknown:
            break;
    }
    return {};
}

std::string_view cause_text(Cause cause) {
    switch (cause) {
        case Cause::TheirUpload:
            return "Their upload is slow";
        case Cause::TheirProcessor:
            return "Their computer is at its limit";
        case Cause::YourDownload:
            return "Your download is slow";
        case Cause::YourUpload:
            return "Your upload is slow";
        case Cause::YourProcessor:
            return "Your computer is at its limit";
        case Cause::LostOnTheWay:
            return "Some of what is sent gets lost on its way";
        case Cause::LongWay:
            return "What you say arrives late: it is a long way";
        case Cause::None:
            break;
    }
    return {};
}

std::string connection_text(Mark mark, Cause cause) {
    if (const std::string_view words = cause_text(cause); !words.empty()) return std::string(words);
    if (mark == Mark::Unknown) return "Measuring\u2026";
    return "The connection is " + std::string(mark_word(mark));
}

std::string mark_label(const core::ParticipantView& participant) {
    const std::string word(mark_word(participant.mark));
    if (!participant.you) return "Connection of " + std::string(display_name(participant.name)) + ": " + word;
    const std::string_view cause = cause_text(participant.cause);
    return "Your connection: " + word + (cause.empty() ? "" : "; " + lower_first(cause));
}

std::string_view sound_only_text(const core::ParticipantView& participant) {
    const bool withheld = !participant.you && participant.camera_on && !participant.video_shown &&
                          participant.cause == Cause::TheirUpload && participant.pair == core::PairState::Connected;
    return withheld ? "Sound only: their upload is slow" : "";
}

std::string choice_text(const std::optional<Choice>& choice, std::size_t people, const Traffic& sent) {
    if (!choice) return "Your camera is off";
    if (choice->camera.activity == core::quality::Encoding::Activity::Paused) return withheld_text(choice->reason);
    if (sent.height == 0) return "Nothing is sent yet";
    // Lines run along the shorter side, however a phone is held.
    return std::to_string(std::min(sent.width, sent.height)) + " lines" + reason_text(choice->reason, people);
}

std::string resolution_text(const Traffic& traffic) {
    if (traffic.width == 0) return std::string(dash);
    return std::to_string(traffic.width) + "\u00d7" + std::to_string(traffic.height);
}

std::string_view codec_text(VideoCodec codec) {
    switch (codec) {
        case VideoCodec::Vp8:
            return "VP8";
        case VideoCodec::Vp9:
            return "VP9";
        case VideoCodec::Av1:
            return "AV1";
        case VideoCodec::H264:
            return "H.264";
        case VideoCodec::None:
            break;
    }
    return dash;
}

std::string_view path_text(core::quality::Path path) {
    return path == core::quality::Path::Direct ? "Direct" : "Through a relay";
}

}  // namespace parley::ui
