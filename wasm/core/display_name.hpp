#pragma once

#include <string>
#include <string_view>

namespace parley::core {

/// A name's first `limits::name_max_characters` characters (of UTF-8, not bytes), with control characters as blanks.
/// For what is being typed, where a blank at the end is on its way to a second word.
std::string shortened_name(std::string_view text);

/// A name as others see it, and as theirs is taken: shortened, without blanks at its ends.
std::string tidied_name(std::string_view text);

}  // namespace parley::core
