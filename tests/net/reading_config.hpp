#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <initializer_list>
#include <string>
#include <variant>
#include <vector>

#include "config.hpp"

/// How the server would run with some flags.
namespace parley {

inline std::variant<Config, Exit> read(std::initializer_list<const char*> flags) {
    std::vector<const char*> arguments{"parley-server"};
    arguments.insert(arguments.end(), flags);
    return read_config(static_cast<int>(arguments.size()), arguments.data());
}

inline Config accepted(std::initializer_list<const char*> flags) {
    const auto result = read(flags);
    const auto* const config = std::get_if<Config>(&result);
    EXPECT_NE(config, nullptr);
    return config == nullptr ? Config{} : *config;
}

/// What is said to flags that are wrong.
inline std::string refused(std::initializer_list<const char*> flags) {
    const auto result = read(flags);
    const auto* const exit = std::get_if<Exit>(&result);
    if (exit == nullptr) {
        ADD_FAILURE() << "these flags were accepted";
        return {};
    }
    EXPECT_EQ(exit->status, 2);
    return exit->text;
}

}  // namespace parley
