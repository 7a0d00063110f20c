#include "ui/stage_words.hpp"

#include "ui/words.hpp"

namespace parley::ui {

std::string tile_label(const core::ParticipantView& person, core::Tile::Kind kind) {
    if (kind == core::Tile::Kind::Person) return participant_label(person);
    if (person.you) return "Your screen";
    return std::string(display_name(person.name)) + "'s screen";
}

std::string pin_label(std::string_view tile, bool pinned) {
    return std::string(pinned ? "Unpin " : "Pin ").append(tile);
}

std::string_view layout_label(core::Layout layout) {
    switch (layout) {
        case core::Layout::Automatic:
            return "Automatic";
        case core::Layout::Grid:
            return "Grid";
        case core::Layout::Speaker:
            return "Speaker";
        case core::Layout::Sidebar:
            return "Sidebar";
    }
    return {};
}

std::string_view own_picture_label(core::OwnPicture now) {
    return now == core::OwnPicture::Shown ? "Hide my picture" : "Show my picture";
}

std::string page_text(std::size_t page, std::size_t count) {
    return "Page " + std::to_string(page + 1) + " of " + std::to_string(count);
}

std::string short_page_text(std::size_t page, std::size_t count) {
    return std::to_string(page + 1) + "/" + std::to_string(count);
}

std::string_view full_screen_label(core::Switched now) {
    return now == core::Switched::On ? "Exit full screen" : "Full screen";
}

}  // namespace parley::ui
