#include "web/background_picture.hpp"

#include <emscripten/bind.h>

#include <utility>

#include "core/bounds.hpp"
#include "web/storage.hpp"

using emscripten::EM_VAL;
using emscripten::val;

extern "C" EM_VAL parley_picture_ask(double width_max, double height_max, double bytes_max);

namespace parley::web {
namespace {

constexpr const char* storage_key = "parley.background";

void picture_chosen(int handle, int request, val text) {
    if (auto* picture = Handle<BackgroundPicture>::find(handle)) picture->on_chosen(request, text);
}

EMSCRIPTEN_BINDINGS(background_picture) { emscripten::function("picture_chosen", &picture_chosen); }

}  // namespace

BackgroundPicture::BackgroundPicture(Sink sink)
    : sink_(std::move(sink)), text_(read_storage(StorageArea::Browser, storage_key)) {}

core::OwnBackdrop BackgroundPicture::kept() {
    return read_storage(StorageArea::Browser, storage_key).empty() ? core::OwnBackdrop::None : core::OwnBackdrop::Kept;
}

void BackgroundPicture::ask(const core::output::AskPicture& order) {
    using namespace core::bounds;
    const val chosen = val::take_ownership(parley_picture_ask(picture_width_max, picture_height_max, picture_file_max));
    chosen.call<void>("then", callback("picture_chosen", handle_.number(), static_cast<int>(order.request.value)));
}

void BackgroundPicture::on_chosen(int request, const val& text) {
    using Outcome = core::input::PictureChosen::Outcome;
    const auto picture = text.as<std::string>();
    if (!picture.empty()) {
        text_ = picture;
        write_storage(StorageArea::Browser, storage_key, text_);
    }
    sink_(core::input::PictureChosen{core::RequestId{static_cast<unsigned>(request)},
                                     picture.empty() ? Outcome::Unreadable : Outcome::Kept});
}

}  // namespace parley::web
