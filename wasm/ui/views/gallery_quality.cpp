#include "ui/views/gallery_quality.hpp"

#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "ui/components/panel.hpp"
#include "ui/components/quality_mark.hpp"
#include "ui/components/text.hpp"
#include "ui/views/call_tile.hpp"
#include "ui/views/gallery_section.hpp"
#include "ui/views/statistics_panel.hpp"

namespace parley::ui {

namespace {

using core::quality::Cause;
using core::quality::Mark;
using core::quality::Sample;

constexpr float gap = 12;
constexpr float panel_width = 308;
constexpr float tile_height = 160;
constexpr float small_tile_height = 92;
constexpr float chip_height = 28;

void marks(Context& context, Stack& stack) {
    gallery_section(context, stack, "Quality marks");
    stack.add(gap, chip_height, [&context](const Rect& row) {
        Rect rest = row;
        constexpr std::array names{"Poor", "Fair", "Good"};
        for (const QualityLevel level : {QualityLevel::Poor, QualityLevel::Fair, QualityLevel::Good}) {
            const char* name = names[static_cast<std::size_t>(level) - 1];
            const Rect place = take_left(rest, quality_mark_width);
            take_left(rest, gap);
            fill(*context.draw, place, context.palette->scrim, radius::chip);
            quality_mark(context, name, place, {.level = level, .label = name, .tooltip = name});
        }
    });
}

Sample sample_at(int second) {
    const auto wave = static_cast<float>(std::sin(second * 0.13) + 0.3 * std::sin(second * 0.9));
    const bool lossy = second % 37 > 33;
    Sample sample;
    sample.received = {1280,
                       720,
                       27 + wave,
                       static_cast<std::uint32_t>(900'000 + 300'000 * wave),
                       lossy ? 0.04F : 0,
                       12,
                       core::quality::VideoCodec::Vp9};
    sample.sent = {640,
                   360,
                   29,
                   static_cast<std::uint32_t>(420'000 + 60'000 * wave),
                   lossy ? 0.02F : 0,
                   0,
                   core::quality::VideoCodec::Vp8};
    if (second % 50 > 3) sample.round_trip_ms = 80 + 20 * wave;
    return sample;
}

std::shared_ptr<const std::vector<Sample>> samples(int seconds) {
    std::vector<Sample> made;
    made.reserve(static_cast<std::size_t>(seconds));
    for (int second = 0; second < seconds; ++second) made.push_back(sample_at(second));
    return std::make_shared<const std::vector<Sample>>(std::move(made));
}

core::StatisticsView statistics(Mark mark, Cause cause, int seconds) {
    core::StatisticsView view;
    view.peer = PeerId("grace");
    view.name = "Grace";
    view.mark = mark;
    view.cause = cause;
    view.choice.emplace().reason = core::quality::Reason::People;
    view.samples = samples(seconds);
    return view;
}

void add_content(Context& context, Stack& stack, std::string_view name, const core::StatisticsView& view) {
    const float width = std::min(panel_width, stack.width() - 2 * space::m);
    const Stack content = statistics_content(context, view, 4, width);
    stack.add(gap, content.height() + 2 * space::m, [&context, name, content](const Rect& row) {
        const Rect panel{row.x, row.y, content.width() + 2 * space::m, row.height};
        draw_panel(context, panel);
        const InsideNode inside(context, add_node(context, SemanticRole::Group, name, panel, name));
        content.place(panel.x + space::m, panel.y + space::m);
    });
}

void panels(Context& context, Stack& stack) {
    gallery_section(context, stack, "Statistics");
    static const core::StatisticsView empty = statistics(Mark::Unknown, Cause::None, 0);
    static const core::StatisticsView young = statistics(Mark::Good, Cause::None, 20);
    static const core::StatisticsView old = statistics(Mark::Poor, Cause::LostOnTheWay, 120);
    add_content(context, stack, "Statistics before the first sample", empty);
    add_content(context, stack, "Statistics of a new connection", young);
    add_content(context, stack, "Statistics of a poor connection", old);
}

void tiles(Context& context, Stack& stack) {
    gallery_section(context, stack, "Tiles with marks");
    const auto tile = [&](std::string_view name, Mark mark, Cause cause, float height, float share) {
        core::ParticipantView person;
        person.peer = PeerId(std::string(name));
        person.name = name;
        person.camera_on = true;
        person.microphone_on = mark != Mark::Fair;
        person.mark = mark;
        person.cause = cause;
        stack.add(gap, height, [&context, person, share](const Rect& row) {
            const Rect place{row.x, row.y, std::floor(row.width * share), row.height};
            fill(*context.draw, place, context.palette->tile, radius::tile);
            call_tile(context, person, place, still_look(person, place));
        });
    };
    tile("Joan Clarke", Mark::Good, Cause::None, tile_height, 1);
    tile("Katherine Johnson", Mark::Fair, Cause::LongWay, small_tile_height, 0.25F);
    tile("Barbara Liskov", Mark::Poor, Cause::TheirUpload, tile_height, 1);
    tile("Radia Perlman", Mark::Poor, Cause::TheirUpload, small_tile_height, 0.4F);
}

}  // namespace

void add_quality(Context& context, Stack& stack) {
    marks(context, stack);
    tiles(context, stack);
    panels(context, stack);
}

}  // namespace parley::ui
