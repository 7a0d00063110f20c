#pragma once

#include <string>

#include "core/input.hpp"

namespace parley::web {

/// The names under which the browser keeps what comes back at the start.
struct StorageKeys {
    const char* name;          ///< in StorageArea::Browser
    const char* preferences;   ///< the same
    const char* former_paths;  ///< the same: where earlier pages kept the one preference they had
    const char* grant;         ///< in StorageArea::Tab
    const char* draft;         ///< the same
};

/// What the page knows when it starts: its address, what the browser kept, its clock, and fresh random numbers.
core::input::Boot read_page_start(const StorageKeys& keys);

/// A draft as it is kept in the tab: its room, a blank, its text.
std::string text_of(const core::output::StoreDraft& draft);

/// Which build the page says that it is: its version and its commit.
std::string read_build();

}  // namespace parley::web
