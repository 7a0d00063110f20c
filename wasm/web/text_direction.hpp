#pragma once

#include <string_view>

namespace parley::web {

enum class Direction { LeftToRight, RightToLeft };

/// The direction of the first character that has a strong one (Unicode Bidirectional Algorithm, rules P2 and
/// P3, by the blocks of right-to-left scripts); left to right when there is none.
Direction text_direction(std::string_view utf8);

}  // namespace parley::web
