#pragma once

#include <cstdint>

#include "core/view.hpp"
#include "ui/context.hpp"
#include "ui/stack.hpp"

namespace parley::ui {

enum class SettingsPage : std::uint8_t { General, Audio, Video };

struct SettingsMemory {
    SettingsPage page = SettingsPage::General;
};

/// The settings over whatever page there is.
void settings_sheet(Context& context, const core::View& view, SettingsMemory& memory);

/// What a page of the sheet holds. `view` must live until it is placed.
Stack settings_content(Context& context, const core::View& view, SettingsPage page, float width);

}  // namespace parley::ui
