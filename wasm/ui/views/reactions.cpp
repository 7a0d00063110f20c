#include "ui/views/reactions.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <utility>

#include "ui/components/surface.hpp"
#include "ui/components/text.hpp"
#include "ui/people_words.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr double float_s = 3;
constexpr double fade_s = 0.3;     ///< of what stood still
constexpr double gather_s = 0.7;   ///< what comes together is said together
constexpr double speak_gap_s = 3;  ///< between two times that reactions are said
constexpr double fade_step_s = 0.05;
constexpr float emoji_size = 40;
constexpr float rise_max = 240;
constexpr float rise_share = 0.7F;  ///< of the tile's height
constexpr float sway = 10;
constexpr float sways = 2;            ///< in the time of one
constexpr float begin_share = 0.12F;  ///< of the time in which it comes
constexpr float end_share = 0.3F;     ///< and in which it goes
constexpr float lanes = 5;            ///< places beside each other that those of one person take in turn
constexpr float bottom_space = 44;    ///< kept free for the tile's name
constexpr TextStyle emoji_style{emoji_size, 48, FontWeight::Regular};
constexpr Color opaque_white = 0xFFFFFFFF;

/// Where the person's tile is in this frame.
std::optional<Rect> tile_of(Context& context, const PeerId& peer) {
    const SemanticId outer = context.parent;
    std::optional<Rect> found;
    for (const SemanticNode& node : context.result.semantics) {
        if (node.role != SemanticRole::Group) continue;
        context.parent = node.parent;
        if (id_of(context, peer.value) == node.id) found = node.rect;
    }
    context.parent = outer;
    return found;
}

struct Look {
    float opacity = 1;
    float risen = 0;  ///< 0 to 1
    float aside = 0;  ///< CSS pixels
};

Look look_at(const Context& context, double age_s) {
    if (context.surface.motion == Motion::Reduced) {
        const double gone = std::clamp((age_s - float_s) / fade_s, 0.0, 1.0);
        return {.opacity = static_cast<float>(1 - gone)};
    }
    const auto part = static_cast<float>(std::clamp(age_s / float_s, 0.0, 1.0));
    const float coming = std::min(part / begin_share, 1.0F);
    const float going = std::min((1 - part) / end_share, 1.0F);
    return {.opacity = std::min(coming, going),
            .risen = 1 - (1 - part) * (1 - part),
            .aside = sway * std::sin(part * sways * 2 * std::numbers::pi_v<float>)};
}

void draw_reaction(Context& context, const core::ReactionView& reaction, const Look& look, const Rect& stage) {
    const std::optional<Rect> tile = tile_of(context, reaction.peer);
    const Rect area = tile.value_or(stage);
    const float rise = std::min(rise_max, area.height * rise_share);
    const float lane = static_cast<float>(reaction.id % static_cast<std::uint64_t>(lanes)) - (lanes - 1) / 2;
    const float spread = std::min(area.width / lanes, 1.5F * emoji_size) * 0.7F;
    const float x = area.x + area.width / 2 + lane * spread + look.aside;
    const float y = bottom(area) - bottom_space - look.risen * rise;
    const Rect place{x - emoji_size, std::max(y - emoji_style.line_height, area.y), 2 * emoji_size,
                     emoji_style.line_height};
    draw_line(context, place, reaction_emoji(reaction.kind), emoji_style, faded(opaque_white, look.opacity),
              Align::Center);
    std::string words;
    if (!tile) words = display_name(reaction.name);
    if (reaction.count > 1) words += (words.empty() ? "×" : " ×") + std::to_string(reaction.count);
    if (words.empty()) return;
    const float width = context.runs.width(words, type::small) + 2 * space::s;
    const Rect chip{x - width / 2, bottom(place), width, type::small.line_height + space::xs};
    fill_surface(context, chip, faded(context.palette->scrim, look.opacity), chip.height / 2);
    draw_line(context, chip, words, type::small, faded(context.palette->on_scrim, look.opacity), Align::Center);
}

void take_new(Context& context, const core::View& view, ReactionsMemory& memory) {
    for (const core::ReactionView& reaction : view.reactions) {
        if (reaction.id <= memory.latest_id) continue;
        memory.latest_id = reaction.id;
        memory.floating.push_back({reaction.id, context.now_s});
        if (memory.unspoken.empty()) memory.speak_at_s = std::max(memory.speak_at_s, context.now_s + gather_s);
        memory.unspoken.push_back(reaction);
    }
    std::erase_if(memory.floating, [&](const auto& one) {
        return std::ranges::find(view.reactions, one.id, &core::ReactionView::id) == view.reactions.end();
    });
}

void speak(Context& context, ReactionsMemory& memory) {
    if (memory.unspoken.empty()) return;
    if (context.now_s < memory.speak_at_s) return request_frame(context, memory.speak_at_s - context.now_s);
    announce(context, reactions_text(std::exchange(memory.unspoken, {})));
    memory.speak_at_s = context.now_s + speak_gap_s;
}

/// When the next frame shows it otherwise.
void request_next(Context& context, double age_s) {
    if (context.surface.motion == Motion::Full && age_s < float_s) return request_frame(context, 0);
    if (age_s < float_s) return request_frame(context, float_s - age_s);
    if (context.surface.motion == Motion::Reduced && age_s < float_s + fade_s) request_frame(context, fade_step_s);
}

}  // namespace

void show_reactions(Context& context, const core::View& view, ReactionsMemory& memory, const Rect& stage) {
    take_new(context, view, memory);
    speak(context, memory);
    if (stage.width <= 0) return;
    context.draw->PushClipRect(top_left(stage), bottom_right(stage), true);
    for (const ReactionsMemory::Floating& one : memory.floating) {
        const double age_s = context.now_s - one.since_s;
        const Look look = look_at(context, age_s);
        const auto reaction = std::ranges::find(view.reactions, one.id, &core::ReactionView::id);
        if (look.opacity > 0) draw_reaction(context, *reaction, look, stage);
        request_next(context, age_s);
    }
    context.draw->PopClipRect();
}

}  // namespace parley::ui
