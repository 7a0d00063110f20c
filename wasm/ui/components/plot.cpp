#include "ui/components/plot.hpp"

#include <algorithm>
#include <span>

#include "ui/components/text.hpp"

namespace parley::ui {

namespace {

constexpr float title_height = 20;
constexpr float area_height = 56;
constexpr float caption_height = 18;
constexpr float legend_height = 20;
constexpr float line_width = 1.5F;
constexpr float dot_radius = 1.5F;
constexpr float fill_share = 0.22F;
constexpr float swatch_width = 14;
constexpr float swatch_height = 8;
constexpr float swatch_gap = 6;
constexpr TextStyle caption_style{11, 16, FontWeight::Regular};

using Values = std::span<const std::optional<float>>;

Color color_of(const Palette& palette, PlotSeries::Shape shape) {
    return shape == PlotSeries::Shape::Filled ? palette.accent : palette.success;
}

Values newest(const PlotSeries& series) {
    const Values values(series.values);
    return values.last(std::min(values.size(), plot_values_max));
}

/// Where a value stands; the newest of `count` is at the right end.
ImVec2 point_at(const Rect& area, float value, std::size_t index, std::size_t count, float maximum) {
    const float step = area.width / static_cast<float>(plot_values_max - 1);
    const float height = std::clamp(value / maximum, 0.0F, 1.0F) * area.height;
    return {right(area) - static_cast<float>(count - 1 - index) * step, bottom(area) - height};
}

void draw_below(ImDrawList& list, const std::vector<ImVec2>& points, float baseline, Color color) {
    // Pieces that share an edge leave a seam when each is smoothed; the line over them smooths enough.
    const ImDrawListFlags before = list.Flags;
    list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (std::size_t i = 1; i < points.size(); ++i)
        list.AddQuadFilled(points[i - 1], points[i], {points[i].x, baseline}, {points[i - 1].x, baseline},
                           packed(faded(color, fill_share)));
    list.Flags = before;
}

void draw_piece(Context& context, const Rect& area, const std::vector<ImVec2>& points, PlotSeries::Shape shape) {
    if (points.empty()) return;
    const Color color = color_of(*context.palette, shape);
    if (points.size() == 1) return context.draw->AddCircleFilled(points.front(), dot_radius, packed(color));
    if (shape == PlotSeries::Shape::Filled) draw_below(*context.draw, points, bottom(area), color);
    context.draw->AddPolyline(points.data(), static_cast<int>(points.size()), packed(color), ImDrawFlags_None,
                              line_width);
}

/// Without a line where nothing is known.
void draw_series(Context& context, const Rect& area, const PlotSeries& series, float maximum) {
    const Values values = newest(series);
    std::vector<ImVec2> piece;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i]) {
            piece.push_back(point_at(area, *values[i], i, values.size(), maximum));
            continue;
        }
        draw_piece(context, area, piece, series.shape);
        piece.clear();
    }
    draw_piece(context, area, piece, series.shape);
}

void draw_swatch(Context& context, const Rect& rect, PlotSeries::Shape shape) {
    const Color color = color_of(*context.palette, shape);
    const Rect box = centered(rect, swatch_width, swatch_height);
    if (shape == PlotSeries::Shape::Filled) fill(*context.draw, box, faded(color, fill_share), 0);
    const float y = shape == PlotSeries::Shape::Filled ? box.y : box.y + box.height / 2;
    fill(*context.draw, {box.x, y, box.width, 2}, color, 0);
}

/// The width of a series' sign and name in the legend.
float legend_label_width(Context& context, const PlotSeries& series) {
    return swatch_width + swatch_gap + context.runs.width(series.label, type::small);
}

/// All values have the same room, whatever they are and however long the names before them.
void draw_legend(Context& context, const Rect& rect, const std::vector<PlotSeries>& series) {
    const auto count = static_cast<float>(std::max<std::size_t>(2, series.size()));
    float labels = 0;
    for (const PlotSeries& one : series) labels += legend_label_width(context, one);
    const float value = (rect.width - labels - space::m * (count - 1)) / count;
    Rect rest = rect;
    for (const PlotSeries& one : series) {
        Rect place = take_left(rest, legend_label_width(context, one) + value);
        take_left(rest, space::m);
        draw_swatch(context, take_left(place, swatch_width), one.shape);
        take_left(place, swatch_gap);
        draw_line(context, place, one.label, type::small, context.palette->text_secondary);
        draw_figures(context, place, one.latest, type::small, context.palette->text);
    }
}

void draw_captions(Context& context, const Rect& rect) {
    draw_line(context, rect, "2 minutes ago", caption_style, context.palette->text_secondary);
    draw_line(context, rect, "now", caption_style, context.palette->text_secondary, Align::Right);
}

}  // namespace

float plot_height() { return title_height + area_height + caption_height + legend_height; }

void plot(Context& context, std::string_view key, const Rect& rect, const Plot& look) {
    const InsideNode inside(context, add_node(context, SemanticRole::Group, key, rect, look.title));
    for (const PlotSeries& series : look.series)
        add_node(context, SemanticRole::Text, series.label, rect, series.alternative);
    Rect rest = rect;
    const Rect title = take_top(rest, title_height);
    draw_line(context, title, look.title, type::small, context.palette->text);
    draw_line(context, title, look.maximum_words, caption_style, context.palette->text_secondary, Align::Right);
    const Rect area = take_top(rest, area_height);
    fill(*context.draw, {area.x, area.y, area.width, 1}, context.palette->hairline, 0);
    for (const PlotSeries& series : look.series) draw_series(context, area, series, look.maximum);
    fill(*context.draw, {area.x, bottom(area) - 1, area.width, 1}, context.palette->outline, 0);
    draw_captions(context, take_top(rest, caption_height));
    draw_legend(context, take_top(rest, legend_height), look.series);
}

}  // namespace parley::ui
