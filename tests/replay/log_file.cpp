#include "tests/replay/log_file.hpp"

#include <array>
#include <cstdint>
#include <utility>
#include <variant>

#include "core/call_log/call_log.hpp"
#include "core/call_log/tokens.hpp"
#include "tests/replay/json_reader.hpp"

namespace parley::replay {
namespace {

using core::Input;
using core::UserAction;
using Code = ReadError::Code;

void read_members(JsonReader& reader, auto& kind) { core::call_log::fields(reader, kind); }
// An action is called by its own name.
void read_members(JsonReader& reader, UserAction& /*action*/) { reader.fail(); }

/// The kind of `One` that the log calls `name`.
template <class One, std::size_t... Index>
std::optional<One> kind_called(std::string_view name, std::index_sequence<Index...> /*all*/) {
    One one;
    const bool known = ((one.template emplace<Index>(), core::name_of(one) == name) || ...);
    if (!known) return std::nullopt;
    return one;
}

template <class One>
std::optional<One> read_one_of(std::string_view name, JsonReader& reader) {
    auto one = kind_called<One>(name, std::make_index_sequence<std::variant_size_v<One>>());
    if (one) std::visit([&](auto& kind) { read_members(reader, kind); }, *one);
    return one;
}

std::optional<Step> read_step(const Json& object) {
    Step step;
    JsonReader reader(object);
    reader("at", step.at);
    reader("input", step.name, core::call_log::TextKind::Dropped);
    reader("outputs", step.outputs, core::call_log::TextKind::Dropped);
    if (!reader.sound() || !object.contains("at")) return std::nullopt;
    if (step.name == core::call_log::tick_name) return step;
    const auto with = object.find("with");
    if (with == object.end() || !with->is_object()) return std::nullopt;
    JsonReader members(*with);
    if (auto action = read_one_of<UserAction>(step.name, members)) {
        step.input = *std::move(action);
    } else {
        step.input = read_one_of<Input>(step.name, members);
    }
    if (!step.input || !members.sound()) return std::nullopt;
    return step;
}

std::optional<ReadError> read_header(const Json& object, LogFile& log) {
    const bool is_log = object.is_object() && object.value("log", Json()) == core::call_log::format_name;
    if (!is_log) return ReadError{Code::NotALog, "This is not a call log of Parley."};
    const Json version = object.value("version", Json());
    if (version != core::call_log::version) {
        return ReadError{Code::UnknownVersion, "The log has version " + version.dump() + "; this program replays " +
                                                   std::to_string(core::call_log::version) + "."};
    }
    JsonReader reader(object);
    reader("build", log.build, core::call_log::TextKind::Dropped);
    return std::nullopt;
}

ReadError bad_line(std::size_t line) {
    return {Code::BadLine, "Line " + std::to_string(line) + " says nothing that this program knows."};
}

}  // namespace

std::string_view to_text(Code code) {
    static constexpr std::array<std::string_view, 4> texts = {"not-a-log", "unknown-version", "cut-off", "bad-line"};
    return texts[static_cast<std::size_t>(code)];
}

Result<LogFile, ReadError> read_log(std::string_view text) {
    LogFile log;
    std::size_t line = 0;
    while (!text.empty()) {
        const bool whole = text.find('\n') != std::string_view::npos;
        const auto [content, rest] = core::call_log::split(text, '\n');
        text = rest;
        const Json object = Json::parse(content, nullptr, false);
        if (++line == 1) {
            if (auto error = read_header(object, log)) return *std::move(error);
            continue;
        }
        if (!whole) break;
        if (!object.is_object()) return bad_line(line);
        if (object.contains("end")) {
            if (object["end"] == "full") log.end = LogFile::End::Full;
            return log;
        }
        auto step = read_step(object);
        if (!step) return bad_line(line);
        step->line = line;
        log.steps.push_back(*std::move(step));
    }
    if (line == 0) return ReadError{Code::NotALog, "This is not a call log of Parley: it is empty."};
    return ReadError{Code::CutOff, "The log was cut off at line " + std::to_string(line) + "."};
}

}  // namespace parley::replay
