#include "ui/views/keys_sheet.hpp"

#include <string>

#include "ui/components/key_row.hpp"
#include "ui/components/sheet.hpp"
#include "ui/components/switch_row.hpp"
#include "ui/shortcuts.hpp"

namespace parley::ui {

namespace {

using core::output::SingleKeys;

constexpr float row_gap = 10;

Stack list_of_keys(Context& context, float width) {
    Stack list(width);
    for (const Shortcut& shortcut : call_shortcuts())
        list.add(row_gap, key_row_height(context, shortcut.words, width),
                 [&context, &shortcut](const Rect& row) { key_row(context, row, shortcut.key, shortcut.words); });
    return list;
}

}  // namespace

void keys_sheet(Context& context, const core::View& view) {
    const bool on = view.settings.preferences.single_keys == SingleKeys::On;
    Stack body(sheet_width(context));
    const Stack list = list_of_keys(context, body.width());
    body.add(0, list.height(), [&](const Rect& row) {
        const InsideNode inside(context, add_node(context, SemanticRole::List, "keys", row, "What keys do"));
        list.place(row.x, row.y);
    });
    const SwitchRow look{.label = "Single keys",
                         .explanation = "Keys act wherever you are, unless you are writing.",
                         .position = on ? SwitchRow::Position::On : SwitchRow::Position::Off};
    body.add(space::l, switch_row_height(context, look, body.width()), [&](const Rect& row) {
        if (switch_row(context, "single keys", row, look))
            emit(context, core::action::SetSingleKeys{on ? SingleKeys::Off : SingleKeys::On});
    });
    if (sheet(context, "keys sheet", {.title = "Keyboard"}, body, Stack(body.width())))
        emit(context, core::action::CloseKeys{});
}

}  // namespace parley::ui
