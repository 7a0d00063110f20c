#pragma once

#include <string>
#include <vector>

#include "ui/semantics.hpp"

namespace parley::ui::testing {

/// The semantic tree as lines that people can read: indented, each with a role, a name and what state it is in. Without
/// places, without what can't be reached, and of long lists and texts only the beginning.
std::string text_of(const std::vector<SemanticNode>& nodes);

}  // namespace parley::ui::testing
