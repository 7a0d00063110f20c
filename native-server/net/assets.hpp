#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The files of the page: those in the binary, or those of a folder while developing.
namespace parley::net {

/// One file in the binary. Empty `brotli` or `gzip`: compressing it that way did not make it smaller.
struct EmbeddedAsset {
    std::string_view path;  ///< as in a request, with the leading slash
    std::string_view hash;  ///< of the content, fit for an entity tag
    std::string_view identity;
    std::string_view brotli;
    std::string_view gzip;
};

/// All files in the binary; empty when it was built without the page.
std::span<const EmbeddedAsset> embedded_assets();

/// One file as it can be answered with.
struct Asset {
    std::string_view content_type;
    std::string hash;
    std::string_view identity;
    std::string_view brotli;
    std::string_view gzip;
    bool immutable = false;                    ///< its name changes with its content
    std::shared_ptr<const std::string> owner;  ///< of `identity`, unless that lives in the binary
};

/// By the file's ending (RFC 9110 section 8.3); `application/octet-stream` for what the page has no use for.
std::string_view content_type_of(std::string_view path);

class AssetSource {
public:
    virtual ~AssetSource() = default;
    /// `path` is that of a request: it starts with a slash and is not to be trusted.
    [[nodiscard]] virtual std::optional<Asset> find(std::string_view path) const = 0;
    /// A text that changes with any file, or nothing where files cannot change.
    [[nodiscard]] virtual std::optional<std::string> change_token() const = 0;
};

class EmbeddedAssetSource final : public AssetSource {
public:
    explicit EmbeddedAssetSource(std::span<const EmbeddedAsset> assets) : assets_(assets) {}
    [[nodiscard]] std::optional<Asset> find(std::string_view path) const override;
    [[nodiscard]] std::optional<std::string> change_token() const override { return std::nullopt; }

private:
    std::span<const EmbeddedAsset> assets_;
};

/// Reads a file anew for each request. Nothing outside the folder is served, whatever links lie in it, and nothing is
/// immutable, because a developer's files change under one name.
class FolderAssetSource final : public AssetSource {
public:
    explicit FolderAssetSource(const std::filesystem::path& folder);
    [[nodiscard]] std::optional<Asset> find(std::string_view path) const override;
    [[nodiscard]] std::optional<std::string> change_token() const override;

private:
    std::filesystem::path folder_;
};

}  // namespace parley::net
