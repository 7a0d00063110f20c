#include "core/sdp.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "core/slot.hpp"

namespace parley::core {
namespace {

constexpr std::string_view attribute = "a=fingerprint:";
constexpr std::string_view opus = "opus/48000";

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

// The hash's name and the digits are spelled in either case.
bool equal(std::string_view left, std::string_view right) { return std::ranges::equal(left, right, {}, lower, lower); }

/// Cuts the first line off; gives it with its end.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    return line;
}

std::string_view without_end(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The payload type of `a=rtpmap:111 opus/48000/2`.
std::optional<std::string_view> opus_payload_type(std::string_view line) {
    constexpr std::string_view map = "a=rtpmap:";
    if (!line.starts_with(map)) return std::nullopt;
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || !equal(line.substr(space + 1, opus.size()), opus)) return std::nullopt;
    return line.substr(map.size(), space - map.size());
}

std::string_view name_of_parameter(std::string_view parameter) { return parameter.substr(0, parameter.find('=')); }

/// Calls `with` for each of `a=1;b=2`.
void each_parameter(std::string_view parameters, const auto& with) {
    while (!parameters.empty()) {
        const std::size_t end = std::min(parameters.find(';'), parameters.size());
        if (end > 0) with(parameters.substr(0, end));
        parameters.remove_prefix(std::min(end + 1, parameters.size()));
    }
}

std::string merged(std::string_view before, std::string_view parameters) {
    std::string result;
    each_parameter(before, [&](std::string_view old) {
        bool replaced = false;
        each_parameter(parameters, [&](std::string_view wish) {
            replaced = replaced || name_of_parameter(wish) == name_of_parameter(old);
        });
        if (!replaced) result.append(old).append(";");
    });
    return result.append(parameters);
}

}  // namespace

bool names_only_fingerprint(std::string_view sdp, std::string_view fingerprint) {
    bool named = false;
    while (!sdp.empty()) {
        const std::string_view line = without_end(take_line(sdp));
        if (!line.starts_with(attribute)) continue;
        if (!equal(line.substr(attribute.size()), fingerprint)) return false;
        named = true;
    }
    return named;
}

std::string with_opus_parameters(std::string_view sdp, const OpusParameters& parameters) {
    std::string result;
    std::string format;  // how the line begins that has them
    std::size_t media_lines = 0;
    while (!sdp.empty()) {
        const std::string_view line = take_line(sdp);
        const std::string_view content = without_end(line);
        if (content.starts_with("m=")) {
            ++media_lines;
            format.clear();
        }
        const bool of_screen = media_lines == static_cast<std::size_t>(Slot::ScreenAudio) + 1;
        const std::string_view wished = of_screen ? parameters.screen : parameters.microphone;
        if (const auto type = opus_payload_type(content)) format = "a=fmtp:" + std::string(*type) + ' ';
        if (wished.empty() || format.empty() || !content.starts_with(format)) {
            result += line;
            continue;
        }
        result += format + merged(content.substr(format.size()), wished);
        result += line.substr(content.size());
    }
    return result;
}

}  // namespace parley::core
