#include "web/page_start.hpp"

#include <emscripten/val.h>

#include <cstring>
#include <string>

#include "web/background_picture.hpp"
#include "web/bytes.hpp"
#include "web/equipment.hpp"
#include "web/floating_picture.hpp"
#include "web/full_screen.hpp"
#include "web/preferences.hpp"
#include "web/screen_capture.hpp"
#include "web/share_sheet.hpp"
#include "web/storage.hpp"

namespace parley::web {

using emscripten::val;

namespace {

constexpr int run_size = 16;
// Set before a development reload; cleared here, so that only that reload joins without being asked.
constexpr const char* rejoin_storage_key = "parley.rejoin";

std::uint64_t random_seed() {
    std::uint64_t seed = 0;
    const auto bytes = random_bytes(sizeof seed);
    std::memcpy(&seed, bytes.data(), sizeof seed);
    return seed;
}

// What an earlier page kept under the old key is one of the words of today.
core::output::StorePreferences stored_preferences(const StorageKeys& keys) {
    const std::string text = read_storage(StorageArea::Browser, keys.preferences);
    return read_preferences(text.empty() ? read_storage(StorageArea::Browser, keys.former_paths) : text);
}

core::output::StoreDraft read_draft(const std::string& text) {
    const auto blank = text.find(' ');
    if (blank == std::string::npos) return {};
    return {RoomId(text.substr(0, blank)), text.substr(blank + 1)};
}

}  // namespace

std::string text_of(const core::output::StoreDraft& draft) { return draft.room.value + ' ' + draft.text; }

core::input::Boot read_page_start(const StorageKeys& keys) {
    const val date = val::global("Date").new_();
    const val location = val::global("location");
    const auto hash = location["hash"].as<std::string>();
    const bool rejoin = !read_storage(StorageArea::Tab, rejoin_storage_key).empty();
    if (rejoin) write_storage(StorageArea::Tab, rejoin_storage_key, "");
    return {.origin = location["origin"].as<std::string>(),
            .path = location["pathname"].as<std::string>(),
            .fragment = hash.empty() ? hash : hash.substr(1),
            .stored_name = read_storage(StorageArea::Browser, keys.name),
            .grant = read_storage(StorageArea::Tab, keys.grant),
            .preferences = stored_preferences(keys),
            .draft = read_draft(read_storage(StorageArea::Tab, keys.draft)),
            .equipment = read_equipment(),
            .wall_ms = static_cast<std::int64_t>(date.call<double>("getTime")),
            // The browser counts from local time to UTC.
            .utc_offset_minutes = -static_cast<std::int32_t>(date.call<double>("getTimezoneOffset")),
            .run = RunId(encode_base64url(random_bytes(run_size))),
            .seed = random_seed(),
            .entry = rejoin ? core::input::Boot::Entry::JoinAtOnce : core::input::Boot::Entry::Ask,
            .screens = read_screen_capture(),
            .own_backdrop = BackgroundPicture::kept(),
            .abilities = {.full_screen = FullScreen::offered(),
                          .picture_in_picture = FloatingPicture::offered(),
                          .share_sheet = ShareSheet::offered()}};
}

std::string read_build() {
    const val said = val::global("document").call<val>("querySelector", val("meta[name=parley-build]"));
    return said["content"].as<std::string>();
}

}  // namespace parley::web
