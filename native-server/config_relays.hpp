#pragma once

#include <CLI/App.hpp>
#include <string>

#include "config.hpp"

/// The flags that name STUN servers and relays.
namespace parley {

void add_relay_options(CLI::App& app, Config& config);

/// What is wrong with these flags together, in a sentence; empty when nothing is.
std::string relay_complaint(const Config& config);

}  // namespace parley
