#include "ui/views/statistics_panel.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "ui/components/icon_toggle.hpp"
#include "ui/components/panel.hpp"
#include "ui/components/plot.hpp"
#include "ui/components/quality_mark.hpp"
#include "ui/components/scroll_area.hpp"
#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/components/value_table.hpp"
#include "ui/quality_words.hpp"
#include "ui/views/call_bar.hpp"
#include "ui/views/volume_row.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

using core::StatisticsView;
using core::quality::Mark;
using core::quality::Sample;
using core::quality::Traffic;

constexpr float header_height = 64;
constexpr float close_size = 40;
constexpr float verdict_padding = 12;
constexpr float bars_height = 20;
constexpr float bars_column = 36;
constexpr std::string_view title_start = "Connection to";
constexpr std::string_view panel_key = "statistics";
constexpr std::string_view close_key = "close";

std::string title_of(std::string_view name) { return std::string(title_start).append(" ").append(display_name(name)); }

/// Ids as they are inside the panel.
SemanticId id_of_close(Context& context) {
    const SemanticId outer = std::exchange(context.parent, id_of(context, panel_key));
    const SemanticId id = id_of(context, close_key);
    context.parent = outer;
    return id;
}

struct VerdictColors {
    Color background;
    Color words;
};

VerdictColors verdict_colors(const Palette& palette, Mark mark) {
    switch (mark) {
        case Mark::Good:
            return {palette.success_tint, palette.on_success_tint};
        case Mark::Fair:
            return {palette.warning_tint, palette.on_warning_tint};
        case Mark::Poor:
            return {palette.danger_tint, palette.on_danger_tint};
        case Mark::Unknown:
            break;
    }
    return {palette.accent_tint, palette.on_accent_tint};
}

/// How it is, in plain words.
void add_verdict(Context& context, Stack& stack, const StatisticsView& statistics) {
    const bool known = statistics.mark != Mark::Unknown;
    const std::string title = connection_text(statistics.mark, core::quality::Cause::None);
    const std::string_view cause = cause_text(statistics.cause);
    const float column = known ? bars_column : 0;
    const float width = stack.width() - 2 * verdict_padding - column;
    const float cause_height = cause.empty() ? 0 : lines_height(context, cause, type::small, width);
    const float height = type::label.line_height + cause_height + 2 * verdict_padding;
    stack.add(0, height, [&context, &statistics, title, cause, column, known](const Rect& row) {
        const VerdictColors colors = verdict_colors(*context.palette, statistics.mark);
        fill_surface(context, row, colors.background, radius::control);
        Rect rest = inset(row, verdict_padding, verdict_padding);
        const Rect sign = take_left(rest, column);
        if (known)
            draw_quality_bars(context, {sign.x, sign.y, bars_height, sign.height},
                              static_cast<QualityLevel>(statistics.mark), bars_height, colors.words,
                              faded(colors.words, 0.3F));
        paragraph(context, "mark", take_top(rest, type::label.line_height), title, type::label, colors.words);
        if (!cause.empty()) paragraph(context, "cause", rest, cause, type::small, colors.words);
    });
}

ValueTable traffic_table(const Sample& sample) {
    const auto values = [&sample](const auto& words) {
        return std::vector{words(sample.received), words(sample.sent)};
    };
    ValueTable table{.columns = {"You receive", "You send"}};
    table.rows = {
        {"Resolution", values([](const Traffic& traffic) { return resolution_text(traffic); })},
        {"Frames a second", values([](const Traffic& traffic) {
             return quantity_text(Quantity::FrameRate,
                                  traffic.width > 0 ? std::optional(traffic.frames_per_s) : std::nullopt);
         })},
        {"Bitrate", values([](const Traffic& traffic) {
             return quantity_text(Quantity::Bitrate, static_cast<float>(traffic.bits_per_s));
         })},
        {"Lost", values([](const Traffic& traffic) { return quantity_text(Quantity::Loss, traffic.loss); })},
        {"Jitter", {quantity_text(Quantity::Duration, sample.received.jitter_ms), ""}},
        {"Codec", values([](const Traffic& traffic) { return std::string(codec_text(traffic.codec)); })},
    };
    return table;
}

ValueTable way_table(const Sample& sample) {
    return {.columns = {},
            .rows = {{"Round trip", {quantity_text(Quantity::Duration, sample.round_trip_ms)}},
                     {"Path", {std::string(path_text(sample.path))}}}};
}

void add_table(Stack& stack, Context& context, std::string_view key, std::string_view name, float gap,
               const ValueTable& table) {
    stack.add(gap, value_table_height(table),
              [&context, key, name, table](const Rect& row) { value_table(context, key, row, name, table); });
}

/// What was chosen for the own picture, and why.
void add_choice(Context& context, Stack& stack, const StatisticsView& statistics, std::size_t people) {
    stack.add(space::m, type::label.line_height,
              [&context](const Rect& row) { heading(context, "choice", row, "Your picture", 3, type::label); });
    const std::string words = choice_text(statistics.choice, people, statistics.samples->back().sent);
    stack.add(space::xs, lines_height(context, words, type::small, stack.width()), [&context, words](const Rect& row) {
        paragraph(context, "choice words", row, words, type::small, context.palette->text_secondary);
    });
}

/// One number of each second, for one or two lines of a plot.
class PlotMaker {
public:
    PlotMaker(std::string_view title, Quantity quantity, const std::vector<Sample>& samples)
        : quantity_(quantity), samples_(samples) {
        plot_.title = title;
    }

    /// `name` is the line's where the plot's title does not stand beside it.
    template <class Value>
    PlotMaker& add(PlotSeries::Shape shape, std::string_view label, std::string_view name, const Value& value) {
        PlotSeries& series = plot_.series.emplace_back();
        series.shape = shape;
        series.label = label;
        const auto count = std::min(samples_.size(), plot_values_max);
        for (auto sample = samples_.end() - static_cast<std::ptrdiff_t>(count); sample != samples_.end(); ++sample) {
            series.values.push_back(value(*sample));
            highest_ = std::max(highest_, series.values.back().value_or(0));
        }
        series.latest = quantity_text(quantity_, series.values.back());
        series.alternative = plot_alternative(name, quantity_, series.values);
        return *this;
    }

    Plot made() {
        plot_.maximum = plot_maximum(quantity_, highest_);
        plot_.maximum_words = plot_maximum_text(quantity_, plot_.maximum);
        return std::move(plot_);
    }

private:
    Plot plot_;
    Quantity quantity_;
    const std::vector<Sample>& samples_;
    float highest_ = 0;
};

std::vector<Plot> plots_of(const std::vector<Sample>& samples) {
    using enum PlotSeries::Shape;
    const auto value_of = [](float value) { return std::optional(value); };
    return {
        PlotMaker("Bitrate", Quantity::Bitrate, samples)
            .add(Filled, "Received", "Received bitrate",
                 [&](const Sample& sample) { return value_of(static_cast<float>(sample.received.bits_per_s)); })
            .add(Line, "Sent", "Sent bitrate",
                 [&](const Sample& sample) { return value_of(static_cast<float>(sample.sent.bits_per_s)); })
            .made(),
        PlotMaker("Frames a second", Quantity::FrameRate, samples)
            .add(Filled, "Received", "Received frames a second",
                 [&](const Sample& sample) { return value_of(sample.received.frames_per_s); })
            .add(Line, "Sent", "Sent frames a second",
                 [&](const Sample& sample) { return value_of(sample.sent.frames_per_s); })
            .made(),
        PlotMaker("Lost", Quantity::Loss, samples)
            .add(Filled, "Received", "Lost of what you receive",
                 [&](const Sample& sample) { return value_of(sample.received.loss); })
            .add(Line, "Sent", "Lost of what you send",
                 [&](const Sample& sample) { return value_of(sample.sent.loss); })
            .made(),
        PlotMaker("Round trip", Quantity::Duration, samples)
            .add(Filled, "There and back", "Round trip", [](const Sample& sample) { return sample.round_trip_ms; })
            .made(),
    };
}

void add_plots(Context& context, Stack& stack, const std::vector<Sample>& samples) {
    stack.add(space::l, type::label.line_height,
              [&context](const Rect& row) { heading(context, "plots", row, "The last two minutes", 3, type::label); });
    float gap = space::s;
    for (Plot& made : plots_of(samples)) {
        stack.add(std::exchange(gap, space::m), plot_height(), [&context, made = std::move(made)](const Rect& row) {
            plot(context, std::string("plot ").append(made.title), row, made);
        });
    }
}

/// The name has a line of its own: few names leave room for more beside them.
void draw_header(Context& context, std::string_view name, Rect row) {
    const Rect close = centered(take_right(row, close_size), close_size, close_size);
    take_right(row, space::s);
    Rect place = centered(row, row.width, type::small.line_height + type::heading.line_height);
    add_node(context, SemanticRole::Heading, "title", place, title_of(name)).level = 2;
    draw_line(context, take_top(place, type::small.line_height), title_start, type::small,
              context.palette->text_secondary);
    draw_line(context, place, display_name(name), type::heading, context.palette->text);
    if (icon_toggle(context, close_key, close,
                    {.icon = Icon::Close, .label = "Close statistics", .tooltip = IconToggle::Tooltip::None}))
        emit(context, core::action::CloseStatistics{});
}

}  // namespace

void follow_statistics(Context& context, const core::View& view, StatisticsMemory& memory) {
    std::optional<PeerId> now;
    if (view.statistics) now = view.statistics->peer;
    if (memory.shown == now) return;
    if (now) {
        memory.opener = context.pressed;
        context.result.focus = id_of_close(context);
    } else if (context.pressed != call_control_id(context, "chat")) {
        context.result.focus = memory.opener;
    }
    memory.shown = now;
}

Stack statistics_content(Context& context, const StatisticsView& statistics, std::size_t people, float width) {
    Stack stack(width);
    stack.add(0, volume_row_height, [&context, &statistics](const Rect& row) {
        volume_row(context, row, statistics.peer, statistics.name, statistics.volume_percent);
    });
    if (statistics.samples->empty()) {
        stack.add(space::s, type::body.line_height, [&context](const Rect& row) {
            paragraph(context, "empty", row, connection_text(Mark::Unknown, core::quality::Cause::None), type::body,
                      context.palette->text_secondary);
        });
        return stack;
    }
    add_verdict(context, stack, statistics);
    add_table(stack, context, "traffic", "", space::s, traffic_table(statistics.samples->back()));
    add_table(stack, context, "way", "The way between you", 0, way_table(statistics.samples->back()));
    add_choice(context, stack, statistics, people);
    add_plots(context, stack, *statistics.samples);
    return stack;
}

void statistics_panel(Context& context, const StatisticsView& statistics, std::size_t people, const Rect& rect) {
    draw_panel(context, rect);
    const InsideNode inside(context,
                            add_node(context, SemanticRole::Region, panel_key, rect, title_of(statistics.name)));
    if (happened(context, SemanticEvent::Kind::Dismiss)) emit(context, core::action::CloseStatistics{});
    Rect rest = rect;
    draw_header(context, statistics.name, inset(take_top(rest, header_height), space::m, 0));
    take_bottom(rest, space::s);
    // The thumb of what scrolls stands inside the panel's border.
    const Rect body = inset(rest, space::xs, 0);
    const Stack content = statistics_content(context, statistics, people, rect.width - 2 * space::m);
    scroll_area(context, panel_key, body, content,
                {.padding = space::m - space::xs, .keys_for = id_of(context, close_key)});
}

}  // namespace parley::ui
