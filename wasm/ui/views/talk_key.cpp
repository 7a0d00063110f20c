#include "ui/views/talk_key.hpp"

#include <algorithm>

#include "ui/shortcuts.hpp"

namespace parley::ui {

namespace {

constexpr std::string_view talk_key = " ";

/// A key that comes up while the page looks away is not told: then all of them are up, which has no name.
bool is_released(const Context& context) {
    return std::ranges::any_of(context.events, [](const SemanticEvent& event) {
        return event.kind == SemanticEvent::Kind::KeyUp && (event.value == talk_key || event.value.empty());
    });
}

}  // namespace

void talk_by_key(Context& context, const core::View& view, TalkKey& key) {
    const bool wanted = view.settings.preferences.devices.talk == core::TalkMode::PushToTalk;
    if (key == TalkKey::Up && wanted && key_pressed(context, view, talk_key)) {
        key = TalkKey::Held;
        emit(context, core::action::Talk{});
    }
    if (key == TalkKey::Held && (!wanted || is_released(context))) {
        key = TalkKey::Up;
        emit(context, core::action::TalkEnded{});
    }
}

}  // namespace parley::ui
