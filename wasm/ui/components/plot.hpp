#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/context.hpp"

namespace parley::ui {

/// How many values a plot shows: two minutes of one a second. Newer ones push out the oldest.
inline constexpr std::size_t plot_values_max = 120;

/// One line of a plot.
struct PlotSeries {
    enum class Shape : std::uint8_t { Filled, Line } shape = Shape::Filled;
    std::string_view label = {};
    std::string latest = {};                        ///< the newest value in words
    std::string alternative = {};                   ///< what the line shows, for those who don't see it
    std::vector<std::optional<float>> values = {};  ///< oldest first; nothing: not known then
};

/// How something went lately, over a baseline of zero: the newest value is at the right end.
struct Plot {
    std::string_view title = {};
    float maximum = 1;          ///< at the upper edge, more than 0
    std::string maximum_words;  ///< the same in words
    std::vector<PlotSeries> series;
};

float plot_height();

/// Each series is said as text; the colour of its line is said by its shape and beside its name too.
void plot(Context& context, std::string_view key, const Rect& rect, const Plot& look);

}  // namespace parley::ui
