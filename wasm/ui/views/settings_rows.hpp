#pragma once

#include <string>
#include <string_view>

#include "core/actions.hpp"
#include "ui/components/button.hpp"
#include "ui/components/switch_row.hpp"
#include "ui/context.hpp"
#include "ui/stack.hpp"

/// Rows that the pages of the settings are made of. Labels have to outlive the stack.
namespace parley::ui {

void add_settings_title(Context& context, Stack& stack, std::string_view title);
void add_settings_text(Context& context, Stack& stack, float gap, std::string_view key, std::string text,
                       SemanticRole role = SemanticRole::Text);
/// Emits `change` when it is pressed.
void add_settings_switch(Context& context, Stack& stack, float gap, const SwitchRow& look,
                         const core::UserAction& change);
/// No wider than its words. Emits `action` when it is pressed.
void add_settings_button(Context& context, Stack& stack, float gap, std::string_view label, const ButtonLook& look,
                         const core::UserAction& action);

SwitchRow::Position switch_position(bool on);

}  // namespace parley::ui
