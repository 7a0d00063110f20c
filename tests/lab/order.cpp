#include "tests/lab/order.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace parley::lab {

namespace {

constexpr double us_per_ms = 1000;
constexpr double bit_per_kbit = 1000;
constexpr double largest_value = 1e9;

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    // Written so that what is not a number at all is refused too.
    if (!whole || !(value >= 0 && value <= largest_value)) return std::nullopt;
    return value;
}

bool set_number(std::string_view key, double value, LineProperties& line) {
    if (key == "delay_ms") {
        line.delay_us = std::llround(value * us_per_ms);
    } else if (key == "jitter_ms") {
        line.jitter_us = std::llround(value * us_per_ms);
    } else if (key == "loss_percent" && value <= 100) {
        line.loss_share = value / 100;
    } else if (key == "rate_kbit_per_s") {
        line.rate_bit_per_s = std::llround(value * bit_per_kbit);
    } else if (key == "queue_bytes") {
        line.queue_bytes = std::llround(value);
    } else if (key == "cut" && (value == 0 || value == 1)) {
        line.cut = value == 1;
    } else {
        return false;
    }
    return true;
}

/// Such as "tcp/443,udp/3478".
bool set_services(std::string_view list, Filter& filter) {
    filter.rule = Filter::Rule::OnlyListed;
    filter.services.clear();
    while (!list.empty()) {
        std::string_view number = take_word(list, ',');
        const std::string_view transport = take_word(number, '/');
        const auto port = number_in(number);
        if ((transport != "tcp" && transport != "udp") || !port || *port > UINT16_MAX) return false;
        filter.services.insert(
            {transport == "tcp" ? Transport::Tcp : Transport::Udp, static_cast<std::uint16_t>(*port)});
    }
    return true;
}

bool set_silent(std::string_view list, Filter& filter) {
    filter.silent.clear();
    while (!list.empty()) {
        const auto address = internet_address(take_word(list, ','));
        if (!address) return false;
        filter.silent.insert(*address);
    }
    return true;
}

bool set_filter(std::string_view key, std::string_view value, Filter& filter) {
    if (key == "only") return set_services(value, filter);
    if (key == "silent") return set_silent(value, filter);
    if (key != "pass" || (value != "all" && value != "no-udp")) return false;
    filter.rule = value == "all" ? Filter::Rule::All : Filter::Rule::NoUdp;
    return true;
}

bool set(std::string_view key, std::string_view value, const std::vector<LineProperties*>& lines, Filter& filter) {
    const auto number = number_in(value);
    if (!number) return set_filter(key, value, filter);
    for (LineProperties* const line : lines) {
        if (!set_number(key, *number, *line)) return false;
    }
    return true;
}

}  // namespace

std::string_view take_word(std::string_view& text, char separator) {
    const auto start = text.find_first_not_of(separator);
    text.remove_prefix(start == std::string_view::npos ? text.size() : start);
    const std::string_view word = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    return word;
}

std::optional<std::string> apply(std::string_view words, PortSettings& settings) {
    std::vector<LineProperties*> lines = {&settings.outward, &settings.inward};
    for (std::string_view word = take_word(words); !word.empty(); word = take_word(words)) {
        const auto equals = word.find('=');
        if (word == "out") {
            lines = {&settings.outward};
        } else if (word == "in") {
            lines = {&settings.inward};
        } else if (equals == std::string_view::npos ||
                   !set(word.substr(0, equals), word.substr(equals + 1), lines, settings.filter)) {
            return "'" + std::string(word) + "' is not understood";
        }
    }
    return std::nullopt;
}

}  // namespace parley::lab
