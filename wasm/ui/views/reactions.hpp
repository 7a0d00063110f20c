#pragma once

#include <cstdint>
#include <vector>

#include "core/view.hpp"
#include "ui/context.hpp"

namespace parley::ui {

/// What the floating reactions of one call remember between frames.
struct ReactionsMemory {
    struct Floating {
        std::uint64_t id = 0;
        double since_s = 0;
    };
    std::vector<Floating> floating;
    std::uint64_t latest_id = 0;               ///< those up to this one have had their turn
    std::vector<core::ReactionView> unspoken;  ///< to be said together
    double speak_at_s = 0;
};

/// Lets what people gave float up over their tiles, or over `stage` where they have none, and has it said now and then.
/// After the tiles of the frame.
void show_reactions(Context& context, const core::View& view, ReactionsMemory& memory, const Rect& stage);

/// What the button `opener` opens: the reactions to choose from. Beside the button, or `otherwise` where it is not in
/// the bar.
void reaction_picker(Context& context, SemanticId opener, const Rect& otherwise);

}  // namespace parley::ui
