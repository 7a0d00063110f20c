#include <algorithm>
#include <array>
#include <cmath>

#include "ui/quality_words.hpp"

namespace parley::ui {

namespace {

using core::quality::Cause;

constexpr float percent = 100;
constexpr float well_share_min = 0.95F;  ///< below it, what got in the way is mentioned

/// What numbers are divided by before they are shown, and what stands behind them.
struct Unit {
    float size = 1;
    int decimals = 0;
    std::string_view words = {};
};

/// The unit in which `value` is read best.
Unit unit_for(Quantity quantity, float value) {
    constexpr float kilo = 1'000, mega = 1'000'000, least_mega = 999'500;
    switch (quantity) {
        case Quantity::Bitrate:
            if (value < least_mega) return {kilo, 0, " kbit/s"};
            return {mega, value < 9.995F * mega ? 2 : 1, " Mbit/s"};
        case Quantity::FrameRate:
            return {};
        case Quantity::Loss:
            return {1 / percent, 1, " %"};
        case Quantity::Duration:
            return {1, 0, " ms"};
    }
    return {};
}

std::string number_text(float value, const Unit& unit) {
    long scale = 1;
    for (int i = 0; i < unit.decimals; ++i) scale *= 10;
    const long rounded = std::lround(std::max(0.0F, value) / unit.size * static_cast<float>(scale));
    std::string text = std::to_string(rounded / scale);
    if (unit.decimals == 0) return text;
    std::string part = std::to_string(rounded % scale);
    part.insert(0, static_cast<std::size_t>(unit.decimals) - part.size(), '0');
    return text + "." + part;
}

std::string in_unit(float value, const Unit& unit) { return number_text(value, unit) + std::string(unit.words); }

/// The lowest upper edge, so that next to nothing does not look like much.
float least_maximum(Quantity quantity) {
    switch (quantity) {
        case Quantity::Bitrate:
            return 100'000;
        case Quantity::FrameRate:
            return 30;
        case Quantity::Loss:
            return 0.05F;
        case Quantity::Duration:
            return 100;
    }
    return 1;
}

std::string duration_text(core::TimeMs duration_ms) {
    constexpr core::TimeMs minute_ms = 60'000, hour_minutes = 60;
    const core::TimeMs minutes = duration_ms / minute_ms;
    const auto counted = [](core::TimeMs count, std::string_view one) {
        return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
    };
    if (minutes == 0) return "Less than a minute";
    if (minutes < hour_minutes) return counted(minutes, "minute");
    const std::string hours = counted(minutes / hour_minutes, "hour");
    return minutes % hour_minutes == 0 ? hours : hours + " " + counted(minutes % hour_minutes, "minute");
}

std::string bytes_text(std::uint64_t bytes) {
    constexpr std::uint64_t megabyte = 1'000'000, gigabyte = 1'000'000'000;
    if (bytes < megabyte) return "less than 1 MB";
    if (bytes < gigabyte) return std::to_string(bytes / megabyte) + " MB";
    return number_text(static_cast<float>(bytes), {static_cast<float>(gigabyte), 1, {}}) + " GB";
}

}  // namespace

std::string quantity_text(Quantity quantity, std::optional<float> value) {
    return value ? in_unit(*value, unit_for(quantity, *value)) : "\u2013";
}

float plot_maximum(Quantity quantity, float highest) {
    constexpr std::array<float, 3> steps{1, 2, 5};
    const float least = least_maximum(quantity);
    if (highest <= least) return least;
    const float power = std::pow(10.0F, std::floor(std::log10(highest)));
    for (const float step : steps)
        if (highest <= step * power) return step * power;
    return 10 * power;
}

std::string plot_maximum_text(Quantity quantity, float maximum) {
    Unit unit = unit_for(quantity, maximum);
    unit.decimals = 0;
    return in_unit(maximum, unit);
}

std::string plot_alternative(std::string_view name, Quantity quantity, std::span<const std::optional<float>> values) {
    std::optional<float> lowest;
    float highest = 0;
    for (const std::optional<float>& value : values) {
        if (!value) continue;
        lowest = std::min(lowest.value_or(*value), *value);
        highest = std::max(highest, *value);
    }
    std::string text = std::string(name) + ", last two minutes: ";
    if (!lowest) return text + "not known";
    const Unit unit = unit_for(quantity, highest);
    text += "between " + number_text(*lowest, unit) + " and " + in_unit(highest, unit);
    return text + ", now " + (values.back() ? in_unit(*values.back(), unit) : "not known");
}

std::string attendance_text(const core::CallSummary& summary) {
    const std::string duration = duration_text(summary.duration_ms);
    if (summary.people_most <= 2) return duration + " with one other person";
    return duration + " with up to " + std::to_string(summary.people_most) + " people in the call";
}

std::string wellness_text(const core::CallSummary& summary) {
    // A share that is not the whole never reads as the whole.
    constexpr float rounding = 0.001F;
    const float percents = std::clamp(summary.well_share, 0.0F, 1.0F) * percent;
    const auto share = static_cast<int>(std::floor(percents + rounding));
    if (share == static_cast<int>(percent)) return "The connection was good all the time";
    return "The connection was good " + std::to_string(share) + " % of the time";
}

std::string_view trouble_text(const core::CallSummary& summary) {
    if (summary.well_share >= well_share_min) return {};
    switch (summary.cause) {
        case Cause::TheirUpload:
            return "What got in the way most often: somebody else's upload was slow";
        case Cause::TheirProcessor:
            return "What got in the way most often: somebody else's computer was at its limit";
        case Cause::YourDownload:
            return "What got in the way most often: your download was slow";
        case Cause::YourUpload:
            return "What got in the way most often: your upload was slow";
        case Cause::YourProcessor:
            return "What got in the way most often: your computer was at its limit";
        case Cause::LostOnTheWay:
            return "What got in the way most often: some of what was sent got lost on its way";
        case Cause::LongWay:
            return "What got in the way most often: what was said arrived late, because it was a long way";
        case Cause::None:
            break;
    }
    return {};
}

std::string data_text(const core::CallSummary& summary) {
    return "Received " + bytes_text(summary.received_bytes) + ", sent " + bytes_text(summary.sent_bytes);
}

}  // namespace parley::ui
