#include "ui/chat_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/words.hpp"

namespace parley::ui {

namespace {

using State = core::FileView::State;

struct Date {
    std::int64_t year = 0;
    unsigned month = 0, day = 0;  ///< from 1
};

/// The civil calendar from days since 1970-01-01 (Gregorian, proleptic). Years begin in March here, so that the day
/// that some have more is their last.
Date date_of(std::int64_t days) {
    constexpr std::int64_t days_per_era = 146'097, era_offset = 719'468, years_per_era = 400;
    const std::int64_t shifted = days + era_offset;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - days_per_era + 1) / days_per_era;
    const auto day_of_era = static_cast<unsigned>(shifted - era * days_per_era);
    const unsigned year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const unsigned shifted_month = (5 * day_of_year + 2) / 153;
    Date date;
    date.day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    date.month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    date.year = static_cast<std::int64_t>(year_of_era) + era * years_per_era + (date.month <= 2 ? 1 : 0);
    return date;
}

std::string percent_text(const core::FileView& file) {
    const std::uint64_t percent = file.to_move == 0 ? 0 : file.moved * 100 / file.to_move;
    return std::to_string(std::min<std::uint64_t>(percent, 100)) + " %";
}

std::string own_file_text(const core::FileView& file) {
    const std::string size = size_text(file.size);
    switch (file.state) {
        case State::Waiting:
        case State::Asking:
            return size + ", not taken yet";
        case State::Moving:
            return percent_text(file) + " of " + size;
        case State::Complete:
            if (file.receivers == 1) return size + ", delivered";
            return size + ", " + std::to_string(file.complete) + " of " + std::to_string(file.receivers) + " have it";
        case State::Declined:
            return "Declined";
        case State::Cancelled:
            return "You took it back";
        case State::NoRoom:
            return "There was no room for it";
        case State::Damaged:
            return "It did not arrive whole";
        case State::Lost:
            return "Nobody was left to have it";
        case State::Undelivered:
            return "It did not get through";
        case State::Failed:
            break;
    }
    return "It can't be read any more";
}

std::string their_file_text(const core::FileView& file) {
    std::string size = size_text(file.size);
    switch (file.state) {
        case State::Waiting:
            return size + ", waiting";
        case State::Asking:
            return size;
        case State::Moving:
            return percent_text(file) + " of " + size;
        case State::Complete:
            return size + (file.saved == core::FileView::Saved::Yes ? ", saved" : ", here until you close this page");
        case State::Declined:
            return "You declined it";
        case State::Cancelled:
            return "It was taken back";
        case State::NoRoom:
            return "There is no room for it here";
        case State::Damaged:
            return "It arrived damaged";
        case State::Lost:
            return "Its sender left too early";
        case State::Undelivered:
            return "It stopped arriving";
        case State::Failed:
            break;
    }
    return "It could not be kept here";
}

/// What may stand behind an address and is none of it.
constexpr std::string_view trailing = ".,;:!?'\"*_>";

std::size_t end_of_link(std::string_view text, std::size_t begin) {
    constexpr std::string_view blank = " \t\n\r<>\"";
    std::size_t end = std::min(text.find_first_of(blank, begin), text.size());
    for (bool cut = true; cut && end > begin;) {
        const std::string_view link = text.substr(begin, end - begin);
        const bool unopened = link.back() == ')' && std::ranges::count(link, ')') > std::ranges::count(link, '(');
        cut = unopened || trailing.find(link.back()) != std::string_view::npos;
        if (cut) --end;
    }
    return end;
}

}  // namespace

std::string private_text(const core::ChatLine& line) {
    if (line.audience == core::ChatLine::Audience::Everyone) return {};
    return line.you ? "to " + std::string(display_name(line.to)) + ", only you two" : "only to you";
}

std::string delivery_text(const core::ChatLine& line) {
    switch (line.delivery) {
        case core::ChatLine::Delivery::Waiting:
            return "Waiting for a connection";
        case core::ChatLine::Delivery::Undelivered:
            return "No sign that it arrived: " + std::string(display_name(line.to)) + " left";
        case core::ChatLine::Delivery::Sent:
            break;
    }
    return {};
}

std::string day_text(std::int64_t day, std::int64_t today) {
    static constexpr std::array<std::string_view, 7> weekdays = {"Thursday", "Friday",  "Saturday", "Sunday",
                                                                 "Monday",   "Tuesday", "Wednesday"};
    static constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                                "May",       "June",     "July",     "August",
                                                                "September", "October",  "November", "December"};
    if (day == today) return "Today";
    if (day == today - 1) return "Yesterday";
    const Date date = date_of(day);
    const auto weekday = static_cast<std::size_t>((day % 7 + 7) % 7);
    return std::string(weekdays[weekday]) + ' ' + std::to_string(date.day) + ' ' + std::string(months[date.month - 1]) +
           ' ' + std::to_string(date.year);
}

std::string size_text(std::uint64_t bytes) {
    constexpr std::array<std::string_view, 4> units = {"B", "KB", "MB", "GB"};
    constexpr double step = 1'024;
    auto amount = static_cast<double>(bytes);
    std::size_t unit = 0;
    // What would be written as 1024 of one is 1 of the next.
    while (amount >= step - 0.5 && unit + 1 < units.size()) {
        amount /= step;
        ++unit;
    }
    const bool whole = unit == 0 || amount >= 100;
    const auto tenths = static_cast<std::uint64_t>(std::llround(whole ? std::round(amount) * 10 : amount * 10));
    std::string text = std::to_string(tenths / 10);
    if (!whole) text += '.' + std::to_string(tenths % 10);
    return text + ' ' + std::string(units[unit]);
}

std::string file_text(const core::FileView& file, bool own) {
    return own ? own_file_text(file) : their_file_text(file);
}

std::string_view file_advice(const core::FileView& file, bool own) {
    if (file.state == State::Undelivered) return own ? "Send it again" : "Ask for it to be sent again";
    if (file.state == State::Failed) return own ? "Choose it again" : "Reload this page, ask for it again";
    return {};
}

std::string news_text(const core::ChatLine& line) {
    const std::string name(display_name(line.name));
    const std::string to = line.audience == core::ChatLine::Audience::OnlyYouTwo ? " to you" : "";
    if (line.file) return name + " sent" + to + " a file: " + line.file->name;
    return name + " wrote" + to + ": " + line.text;
}

std::vector<TextSpan> links_in(std::string_view text) {
    constexpr std::array<std::string_view, 2> schemes = {"https://", "http://"};
    std::vector<TextSpan> links;
    for (std::size_t at = 0; at < text.size();) {
        const auto scheme =
            std::ranges::find_if(schemes, [&](std::string_view one) { return text.substr(at).starts_with(one); });
        const std::size_t end = scheme == schemes.end() ? at : end_of_link(text, at);
        if (scheme == schemes.end() || end <= at + scheme->size()) {
            ++at;
            continue;
        }
        links.push_back({at, end});
        at = end;
    }
    return links;
}

}  // namespace parley::ui
