#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/quality/codec.hpp"
#include "core/recording/types.hpp"

namespace parley::core::recording {

struct Plan {
    Format format = Format::WebmVp8;
    Shape shape;
    friend bool operator==(const Plan&, const Plan&) = default;
};

/// The best that this machine records without making the call suffer; nothing when its browser records nothing.
std::optional<Plan> plan_for(const Subject& subject, const std::vector<Format>& supported,
                             const quality::Equipment& equipment);

/// As a person finds it among their downloads: `parley-2026-11-23-14.05.33.webm`. `local_ms`: since the Unix epoch, by
/// the person's own clock.
std::string file_name(std::int64_t local_ms, Format format);

}  // namespace parley::core::recording
