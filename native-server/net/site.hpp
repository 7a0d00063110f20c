#pragma once

#include <optional>
#include <string_view>

#include "auth/ice.hpp"
#include "net/assets.hpp"
#include "net/http_message.hpp"
#include "relay/watch.hpp"

/// What is answered to plain HTTP requests.
namespace parley::net {

class Site {
public:
    /// All of them must outlive it.
    Site(const AssetSource& assets, const auth::IceOffer& ice, const relay::Watch& relays)
        : assets_(assets), ice_(ice), relays_(relays) {}

    [[nodiscard]] HttpResponse answer(const HttpRequest& request) const;

    /// A short answer in plain words, with all security headers.
    [[nodiscard]] static HttpResponse plain(const HttpRequest& request, unsigned status, std::string_view text);

    /// The token that a request to wait for changed files brings, or nothing when it is no such request. Only a folder
    /// of files can be waited for.
    [[nodiscard]] std::optional<std::string_view> change_poll(const HttpRequest& request) const;
    [[nodiscard]] HttpResponse changed(const HttpRequest& request) const;
    [[nodiscard]] std::string change_token() const { return assets_.change_token().value_or(""); }

private:
    [[nodiscard]] HttpResponse answer_asset(const HttpRequest& request, Asset asset) const;

    [[nodiscard]] HttpResponse services(const HttpRequest& request) const;
    [[nodiscard]] HttpResponse readiness(const HttpRequest& request) const;

    const AssetSource& assets_;
    const auth::IceOffer& ice_;
    const relay::Watch& relays_;
};

}  // namespace parley::net
