#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/view.hpp"

/// What is said of cameras, microphones and speakers.
namespace parley::ui {

/// `Microphone`, `Camera`, `Speaker`.
std::string_view device_label(core::DeviceKind kind);

/// What can be chosen, as people read it. First the system's own; last, if it is away, what was chosen before.
struct DeviceOptions {
    std::vector<std::string> names;
    std::vector<std::string> ids;  ///< as many as names; one that is away has none, for it can't be chosen
    std::size_t chosen = 0;
};
DeviceOptions device_options(core::DeviceKind kind, const core::DeviceChoiceView& choice);

/// Why there is nothing to choose from; empty when there is.
std::string_view device_hint(core::DeviceKind kind, const core::DeviceChoiceView& choice);

/// Empty before the first test.
std::string_view speaker_test_text(core::SpeakerTest test);

/// Of the notices about devices; empty for others.
std::string device_notice_text(const core::Notice& notice);

}  // namespace parley::ui
