#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/view/people.hpp"

/// What is said of the people of a call and of their signals.
namespace parley::ui {

/// What a row of the list says below a name; empty where there is nothing worth a line.
std::string row_text(const core::ParticipantView& person);
/// All that the row's signs say, for those who can't see them.
std::string row_description(const core::ParticipantView& person);
/// What a raised hand's place is called: `Hand raised, 2nd`.
std::string hand_text(std::uint32_t place);

std::string people_heading(std::size_t people);
std::string nobody_found_text(std::string_view query);
std::string mute_request_text(const core::MuteRequestView& request);

std::string_view reaction_emoji(protocol::ReactionKind kind);
std::string_view reaction_label(protocol::ReactionKind kind);
/// What was given since the last time, in one sentence: `Ada and Grace reacted with thumbs up`.
std::string reactions_text(const std::vector<core::ReactionView>& reactions);

/// In the order in which the list shows them: raised hands first, by their places, then as they stand in the view.
std::vector<std::size_t> in_list_order(const std::vector<core::ParticipantView>& people);
/// Whether the name holds what is looked for, whatever the case of the letters; spaces around it don't count.
bool matches(const core::ParticipantView& person, std::string_view folded_query);
/// Small letters for large ones (Latin, Greek, Cyrillic), without spaces at the ends.
std::string folded(std::string_view text);

}  // namespace parley::ui
