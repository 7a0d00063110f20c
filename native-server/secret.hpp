#pragma once

#include <cstddef>
#include <string>

#include "protocol/result.hpp"

/// What grants are made with, kept where the next run finds it.
namespace parley {

/// A shorter one could be guessed.
inline constexpr std::size_t secret_size_min = 16;

struct Secret {
    std::string text;
};

/// What is wrong with it, in words that do not repeat it; empty when nothing is.
std::string check_secret(const std::string& text);

/// `$XDG_STATE_HOME/parley/secret` (XDG Base Directory Specification), else `~/.local/state/parley/secret`. Empty when
/// the environment says neither.
std::string default_secret_file();

/// What the file holds; a file that is not there is made, with 32 random bytes as 43 characters and for its owner
/// alone. The error is a sentence that says what is wrong and what can be done.
Result<Secret, std::string> read_or_make_secret(const std::string& file);

/// What the first line of the file holds, which somebody else made. The error is a sentence as above.
Result<Secret, std::string> read_secret(const std::string& file);

}  // namespace parley
