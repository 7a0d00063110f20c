#include "protocol/frames.hpp"

#include <cassert>
#include <utility>

#include "protocol/json_members.hpp"

namespace parley::protocol {
namespace {

constexpr std::string_view more_ending = R"(],"more":true})";
constexpr std::string_view last_ending = R"(],"more":false})";

}  // namespace

std::string relay_up_to_number(const PeerId& from, std::string_view body, Audience audience) {
    constexpr std::string_view head = R"({"type":"message","from":")";
    constexpr std::string_view body_key = R"(","body":)";
    constexpr std::string_view one_ending = ",";
    constexpr std::string_view everyone_ending = R"(,"all":true,)";
    const std::string_view ending = audience == Audience::One ? one_ending : everyone_ending;
    std::string text;
    text.reserve(head.size() + from.value.size() + body_key.size() + body.size() + ending.size() + number_key.size());
    text.append(head).append(from.value).append(body_key).append(body).append(ending).append(number_key);
    return text;
}

std::string finish_frame(std::string_view up_to_number, Sequence s) {
    std::string frame(up_to_number);
    append_number(frame, s);
    return frame;
}

void append_number(std::string& frame, Sequence s) { frame.append(std::to_string(s)).append(1, '}'); }

std::string to_json_string(std::string_view text) { return to_json_text(Json(text)); }

std::string encode_kept(const PeerId& from, std::string_view body, std::int64_t at_ms) {
    std::string entry = R"({"from":")";
    entry.append(from.value).append(R"(","body":)").append(body).append(R"(,"at":)");
    return entry.append(std::to_string(at_ms)).append(1, '}');
}

ListFrames::ListFrames(std::string_view type) : head_(R"({"type":")") {
    head_.append(type).append(R"(",")").append(type).append(R"(":[)");
    frame_ = head_;
}

void ListFrames::add(std::string_view entry) {
    assert(head_.size() + entry.size() + last_ending.size() <= limits::frame_max);
    const bool is_first = frame_.size() == head_.size();
    if (!is_first && frame_.size() + 1 + entry.size() + last_ending.size() > limits::frame_max) {
        cut(more_ending);
    } else if (!is_first) {
        frame_ += ',';
    }
    frame_ += entry;
}

std::vector<std::string> ListFrames::finish() && {
    cut(last_ending);
    return std::move(frames_);
}

void ListFrames::cut(std::string_view ending) {
    frame_ += ending;
    frames_.push_back(std::exchange(frame_, head_));
}

}  // namespace parley::protocol
