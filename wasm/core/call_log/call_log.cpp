#include "core/call_log/call_log.hpp"

#include <utility>

#include "core/call_log/json_writer.hpp"
#include "core/call_log/output_fields.hpp"

namespace parley::core::call_log {
namespace {

constexpr std::size_t hash_digits = 8;

std::string hexadecimal(std::uint64_t number) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t place = hash_digits; place > 0; --place) text += digits[number >> ((place - 1) * 4) & 0xFU];
    return text;
}

/// The number that most says what it is about.
template <class Kind>
std::string handle_of(const Kind& kind) {
    if constexpr (requires { kind.seal.value; }) return ' ' + std::to_string(kind.seal.value);
    if constexpr (requires { kind.socket.value; }) return ' ' + std::to_string(kind.socket.value);
    if constexpr (requires { kind.connection.value; }) return ' ' + std::to_string(kind.connection.value);
    if constexpr (requires { kind.request.value; }) return ' ' + std::to_string(kind.request.value);
    if constexpr (requires { kind.track.value; }) return ' ' + std::to_string(kind.track.value);
    return {};
}

template <class Kind>
std::string members_of(Kind& kind) {
    std::string json;
    JsonWriter writer(json);
    fields(writer, kind);
    return json;
}

template <class... Kinds>
std::string members_of(std::variant<Kinds...>& one_of) {
    return std::visit([](auto& kind) { return members_of(kind); }, one_of);
}

}  // namespace

std::string_view name_in_log(const Input& input) {
    const auto* action = std::get_if<UserAction>(&input);
    return action == nullptr ? name_of(input) : name_of(*action);
}

CallLog::CallLog(std::string_view build) : CallLog(build, Bounds()) {}

CallLog::CallLog(std::string_view build, Bounds bounds) : bounds_(bounds) {
    std::string header = R"({"log":)";
    append_quoted(header, format_name);
    header += R"(,"version":)" + std::to_string(version) + R"(,"build":)";
    append_quoted(header, build);
    header += "}\n";
    bytes_ = header.size();
    lines_.push_back(std::move(header));
}

void CallLog::note(TimeMs now, const Input& input) {
    finish_line();
    if (full_) return;
    Input kept = input;
    redactor_.redact(kept);
    begin_line(now);
    append_quoted(line_ += R"("input":)", name_in_log(kept));
    line_ += R"(,"with":{)" + members_of(kept) + "},";
    // Many a second, for hours; rings and meters are all that they move.
    passing_ = std::holds_alternative<input::Levels>(kept);
}

void CallLog::note_tick(TimeMs now) {
    finish_line();
    if (full_) return;
    begin_line(now);
    append_quoted(line_ += R"("input":)", tick_name);
    line_ += ',';
}

void CallLog::note(const Output& output) {
    if (line_.empty()) return;
    Output kept = output;
    redactor_.redact(kept);
    if (!outputs_.empty()) outputs_ += ',';
    append_quoted(outputs_, in_short(std::move(kept)));
}

std::string CallLog::text() const {
    std::string all;
    all.reserve(bytes_ + line_.size() + outputs_.size());
    for (const std::string& line : lines_) all += line;
    const std::string last = line_.empty() ? std::string() : whole_line();
    const bool last_fits = last.empty() || fits(last.size());
    if (last_fits) all += last;
    return all + (full_ || !last_fits ? "{\"end\":\"full\"}\n" : "{\"end\":\"saved\"}\n");
}

void CallLog::begin_line(TimeMs now) { line_ = R"({"at":)" + std::to_string(now) + ','; }

void CallLog::finish_line() {
    if (line_.empty()) return;
    const bool nothing_came_of_it = std::exchange(passing_, false) && outputs_.empty();
    std::string line = whole_line();
    line_.clear();
    outputs_.clear();
    if (nothing_came_of_it) return;
    full_ = !fits(line.size());
    if (full_) return;
    bytes_ += line.size();
    lines_.push_back(std::move(line));
}

std::string in_short(Output redacted) {
    const std::string name(name_of(redacted));
    return std::visit([&](auto& kind) { return name + handle_of(kind) + ' ' + hexadecimal(hash_of(members_of(kind))); },
                      redacted);
}

}  // namespace parley::core::call_log
