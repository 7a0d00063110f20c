#include "tests/world/words.hpp"

#include <array>
#include <string_view>
#include <variant>

#include "core/overload.hpp"

namespace parley::world {
namespace {

using namespace core;

constexpr std::size_t text_shown_max = 220;

std::string shortened(std::string_view text) {
    return std::string(text.substr(0, text_shown_max)) + (text.size() > text_shown_max ? " ..." : "");
}

std::string number(std::string_view what, std::uint32_t value) {
    return std::string(what) + ' ' + std::to_string(value);
}

std::string_view name_of_state(input::TransportState state) {
    static constexpr std::array<std::string_view, 6> names = {"new",          "connecting", "connected",
                                                              "disconnected", "failed",     "closed"};
    return names[static_cast<std::size_t>(state)];
}

// The members that most kinds share, whichever of them a kind has.
template <class Kind>
std::string members(const Kind& kind) {
    std::string text;
    if constexpr (requires { kind.socket; }) text += number("socket", kind.socket.value);
    if constexpr (requires { kind.connection.value; }) text += number("connection", kind.connection.value);
    if constexpr (requires { kind.operation.value; }) text += number(", operation", kind.operation.value);
    if constexpr (requires { kind.seal.value; }) text += number("seal", kind.seal.value);
    if constexpr (requires { std::to_string(kind.code); }) text += ", code " + std::to_string(kind.code);
    if constexpr (requires { kind.element; }) text += " for " + kind.element;
    if constexpr (requires { kind.text.size(); }) text += ": " + shortened(kind.text);
    return text;
}

}  // namespace

std::string in_words(const Input& input) {
    return std::visit(
        Overload{[](const input::TransportChanged& changed) {
                     return members(changed) + ": " + std::string(name_of_state(changed.state));
                 },
                 [](const input::LocalDescriptionSet& set) {
                     return members(set) + ": " + set.sdp.substr(0, set.sdp.find('\r'));
                 },
                 [](const input::LocalCandidate& found) { return members(found) + ": " + found.candidate.candidate; },
                 [](const input::Measured& counted) {
                     return members(counted) + ": " + std::to_string(counted.measurement.received_bytes);
                 },
                 [](const input::Sealed& sealed) { return members(sealed) + (sealed.sealed ? "" : ": failed"); },
                 [](const input::Opened& opened) {
                     return members(opened) + ": " + shortened(opened.plaintext.value_or("can't be opened"));
                 },
                 [](const UserAction& action) { return number("action", static_cast<std::uint32_t>(action.index())); },
                 [](const auto& other) { return members(other); }},
        input);
}

std::string in_words(const Output& output) {
    return std::visit(
        Overload{[](const output::Seal& order) {
                     const std::string to = order.context.to.empty() ? "all" : order.context.to.value;
                     return members(order) + " to " + to + " number " + std::to_string(order.counter) + ": " +
                            shortened(order.plaintext);
                 },
                 [](const output::Open& order) {
                     return members(order) + " from " + order.context.from.value + " number " +
                            std::to_string(order.counter);
                 },
                 [](const output::SetRemoteDescription& order) {
                     return members(order) + ": " + order.sdp.substr(0, order.sdp.find('\r'));
                 },
                 [](const output::AddCandidate& order) { return members(order) + ": " + order.candidate.candidate; },
                 [](const auto& other) { return members(other); }},
        output);
}

}  // namespace parley::world
