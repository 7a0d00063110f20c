#include "net/assets.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "auth/digest.hpp"
#include "protocol/base64url.hpp"

namespace parley::net {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t file_size_max = 64 * 1024 * 1024;
constexpr std::size_t watched_files_max = 10'000;
constexpr std::string_view hashed_folder = "/assets/";

std::string content_hash(std::string_view content) {
    const auth::Digest digest = auth::sha256({auth::bytes_of(content)});
    return encode_base64url(std::span(digest).first(12));
}

// Names of the page's files need none of these; refusing them ends every game with dots, escapes and separators early.
bool is_plain_path(std::string_view path) {
    const auto is_plain = [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
               (character >= '0' && character <= '9') ||
               std::string_view("/-_.").find(character) != std::string_view::npos;
    };
    return path.starts_with('/') && std::ranges::all_of(path, is_plain) && path.find("..") == std::string_view::npos &&
           path.find("/.") == std::string_view::npos;
}

bool is_inside(const fs::path& folder, const fs::path& file) {
    const auto [folder_end, file_at] = std::ranges::mismatch(folder, file);
    return folder_end == folder.end();
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
    static constexpr std::array types{
        std::pair<std::string_view, std::string_view>{".html", "text/html; charset=utf-8"},
        std::pair<std::string_view, std::string_view>{".css", "text/css; charset=utf-8"},
        std::pair<std::string_view, std::string_view>{".js", "text/javascript; charset=utf-8"},
        std::pair<std::string_view, std::string_view>{".mjs", "text/javascript; charset=utf-8"},
        std::pair<std::string_view, std::string_view>{".wasm", "application/wasm"},
        std::pair<std::string_view, std::string_view>{".json", "application/json"},
        std::pair<std::string_view, std::string_view>{".map", "application/json"},
        std::pair<std::string_view, std::string_view>{".webmanifest", "application/manifest+json"},
        std::pair<std::string_view, std::string_view>{".svg", "image/svg+xml"},
        std::pair<std::string_view, std::string_view>{".png", "image/png"},
        std::pair<std::string_view, std::string_view>{".ico", "image/vnd.microsoft.icon"},
        std::pair<std::string_view, std::string_view>{".txt", "text/plain; charset=utf-8"},
    };
    const auto* const found = std::ranges::find_if(types, [&](const auto& type) { return path.ends_with(type.first); });
    return found == types.end() ? "application/octet-stream" : found->second;
}

std::optional<Asset> EmbeddedAssetSource::find(std::string_view path) const {
    const auto found = std::ranges::find(assets_, path, &EmbeddedAsset::path);
    if (found == assets_.end()) return std::nullopt;
    return Asset{.content_type = content_type_of(path),
                 .hash = std::string(found->hash),
                 .identity = found->identity,
                 .brotli = found->brotli,
                 .gzip = found->gzip,
                 .immutable = path.starts_with(hashed_folder),
                 .owner = nullptr};
}

FolderAssetSource::FolderAssetSource(const fs::path& folder) : folder_(fs::weakly_canonical(folder)) {}

std::optional<Asset> FolderAssetSource::find(std::string_view path) const {
    if (!is_plain_path(path)) return std::nullopt;
    std::error_code failure;
    const fs::path file = fs::canonical(folder_ / path.substr(1), failure);
    if (failure || !is_inside(folder_, file) || !fs::is_regular_file(file, failure)) return std::nullopt;
    if (fs::file_size(file, failure) > file_size_max || failure) return std::nullopt;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::nullopt;
    auto content =
        std::make_shared<const std::string>(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    return Asset{.content_type = content_type_of(path),
                 .hash = content_hash(*content),
                 .identity = *content,
                 .brotli = {},
                 .gzip = {},
                 .immutable = false,
                 .owner = content};
}

std::optional<std::string> FolderAssetSource::change_token() const {
    std::vector<std::string> lines;
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder_, failure);
    for (const fs::recursive_directory_iterator end; !failure && entry != end; entry.increment(failure)) {
        // A file may vanish between two looks; what cannot be read counts as changed once it can.
        std::error_code ignored;
        if (!entry->is_regular_file(ignored) || lines.size() >= watched_files_max) continue;
        lines.push_back(entry->path().string() + ' ' + std::to_string(entry->file_size(ignored)) + ' ' +
                        std::to_string(entry->last_write_time(ignored).time_since_epoch().count()) + '\n');
    }
    std::ranges::sort(lines);
    std::string all;
    for (const std::string& line : lines) all += line;
    return content_hash(all);
}

}  // namespace parley::net
