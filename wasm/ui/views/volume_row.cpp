#include "ui/views/volume_row.hpp"

#include <string>

#include "ui/components/slider.hpp"
#include "ui/components/text.hpp"
#include "ui/icons.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float percent_max = 100;
constexpr float percent_step = 5;
constexpr float words_width = 48;

}  // namespace

void volume_row(Context& context, const Rect& rect, const PeerId& peer, std::string_view name, std::uint8_t percent) {
    Rect rest = rect;
    draw_icon(context, take_left(rest, size::icon), icon_path(Icon::Speaker), size::icon_small,
              context.palette->text_secondary);
    take_left(rest, space::s);
    const std::string words = std::to_string(percent) + " %";
    draw_figures(context, take_right(rest, words_width), words, type::small, context.palette->text_secondary);
    take_right(rest, space::s);
    const auto wanted = slider(context, "volume " + peer.value, rest,
                               {.label = std::string("Volume of ").append(display_name(name)),
                                .words = words,
                                .value = static_cast<float>(percent),
                                .min = 0,
                                .max = percent_max,
                                .step = percent_step});
    if (wanted) emit(context, core::action::SetVolume{peer, static_cast<std::uint8_t>(*wanted)});
}

}  // namespace parley::ui
