#include "ui/views/chat_file.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ui/chat_words.hpp"
#include "ui/components/file_bubble.hpp"

namespace parley::ui {

namespace {

using core::FileView;
using State = FileView::State;

constexpr std::uint64_t shown_max = 20 * 1024 * 1024;  // bytes of a picture
/// What every browser shows, and what can do nothing but be looked at.
constexpr std::array<std::string_view, 5> shown_types = {"image/png", "image/jpeg", "image/gif", "image/webp",
                                                         "image/avif"};

std::string picture_of(const core::ChatLine& line) {
    const FileView& file = *line.file;
    const bool showable = std::ranges::find(shown_types, file.media_type) != shown_types.end();
    if (!showable || file.size > shown_max || file.size == 0) return {};
    if (line.you) return "source-" + std::to_string(file.source.value);
    if (file.state != State::Complete) return {};
    return "incoming-" + std::to_string(file.received.value);
}

FileBubble look_of(const core::ChatLine& line) {
    using Kind = ButtonLook::Kind;
    const FileView& file = *line.file;
    FileBubble look;
    look.name = file.name;
    look.detail = file_text(file, line.you);
    look.advice = file_advice(file, line.you);
    look.picture = picture_of(line);
    look.side = line.you ? BubbleSide::Own : BubbleSide::Theirs;
    if (line.audience == core::ChatLine::Audience::OnlyYouTwo) look.tone = BubbleTone::Private;
    if (file.state == State::Moving) {
        const double share =
            file.to_move == 0 ? 0 : static_cast<double>(file.moved) / static_cast<double>(file.to_move);
        look.progress = std::clamp(static_cast<float>(share), 0.0F, 1.0F);
    }
    if (file.state == State::Asking) {
        look.actions = {{"Accept", Kind::Filled}, {"Decline", Kind::Tonal}};
    } else if (file.state == State::Complete && !line.you) {
        look.actions = {{"Save", Kind::Filled}};
    } else if (file.state == State::Moving || file.state == State::Waiting) {
        look.actions = {{"Cancel", Kind::Tonal}};
    }
    return look;
}

}  // namespace

float chat_file_height(const core::ChatLine& line) { return file_bubble_height(look_of(line)); }

void chat_file(Context& context, const core::ChatLine& line, const Rect& rect, const Rect& seen) {
    const auto pressed = file_bubble(context, rect, seen, look_of(line));
    if (!pressed) return;
    const State state = line.file->state;
    if (state == State::Complete) return emit(context, core::action::SaveReceived{line.id});
    if (state == State::Asking && *pressed == 0) return emit(context, core::action::AcceptFile{line.id});
    emit(context, core::action::CancelFile{line.id});
}

}  // namespace parley::ui
