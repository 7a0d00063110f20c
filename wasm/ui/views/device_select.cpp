#include "ui/views/device_select.hpp"

#include <string>
#include <utility>

#include "ui/components/select.hpp"
#include "ui/device_words.hpp"

namespace parley::ui {

namespace {

Icon icon_of(core::DeviceKind kind) {
    if (kind == core::DeviceKind::Microphone) return Icon::Microphone;
    return kind == core::DeviceKind::Camera ? Icon::Camera : Icon::Speaker;
}

}  // namespace

void device_select(Context& context, std::string_view key, const Rect& rect, core::DeviceKind kind,
                   const core::DeviceChoiceView& choice) {
    DeviceOptions options = device_options(kind, choice);
    const std::string_view hint = device_hint(kind, choice);
    Select look{.label = std::string(device_label(kind)),
                .options = std::move(options.names),
                .chosen = options.chosen,
                .icon = icon_of(kind),
                .choose = [kind, ids = std::move(options.ids)](Context& chooser, std::size_t index) {
                    // The one that is away stands last and is chosen already.
                    const bool away = index > 0 && ids[index].empty();
                    if (!away) emit(chooser, core::action::ChooseDevice{kind, ids[index]});
                }};
    if (!hint.empty()) {
        look.state = Select::State::Disabled;
        look.placeholder = hint;
        look.chosen = look.options.size();
    }
    select(context, key, rect, std::move(look));
}

}  // namespace parley::ui
