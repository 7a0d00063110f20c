#include "net/site.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "auth/origin.hpp"
#include "protocol/frames.hpp"

namespace parley::net {
namespace {

constexpr std::string_view change_poll_path = "/dev/changed";
constexpr std::string_view services_path = "/api/services";
constexpr std::string_view page_missing =
    "The server runs, but the page is not built in. Build the page first, or start the server with --assets FOLDER.\n";

std::string_view path_of(std::string_view target) { return target.substr(0, target.find_first_of("?#")); }

// The page reads the room from its own address, so every meeting link is the same file.
std::string_view asset_path_of(std::string_view path) {
    const bool is_page = path == "/" || (path.starts_with("/r/") && path.size() > 3);
    return is_page ? "/index.html" : path;
}

std::string_view trim(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

template <class Predicate>
bool any_element(std::string_view list, Predicate predicate) {
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (predicate(trim(list.substr(0, comma)))) return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

// RFC 9110 section 12.5.3. A weight counts only as zero or not: which coding is best is ours to say.
bool accepts(std::string_view accept_encoding, std::string_view coding) {
    return any_element(accept_encoding, [&](std::string_view element) {
        const std::size_t semicolon = element.find(';');
        if (trim(element.substr(0, semicolon)) != coding) return false;
        if (semicolon == std::string_view::npos) return true;
        const std::string_view weight = trim(element.substr(semicolon + 1));
        return weight.starts_with("q=") && weight.find_first_of("123456789") != std::string_view::npos;
    });
}

// RFC 9110 section 13.1.2: weak comparison.
bool matches(std::string_view if_none_match, std::string_view entity_tag) {
    return any_element(if_none_match, [&](std::string_view element) {
        if (element.starts_with("W/")) element.remove_prefix(2);
        return element == "*" || element == entity_tag;
    });
}

std::string content_security_policy(std::string_view host) {
    std::string policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; "
        "media-src 'self' blob:; font-src 'self'; connect-src 'self'";
    // Not every browser takes 'self' to cover the socket of the same host.
    if (auth::is_valid_host(host)) policy.append(" ws://").append(host).append(" wss://").append(host);
    return policy +
           "; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

constexpr std::string_view permissions_policy =
    "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), picture-in-picture=(self), "
    "autoplay=(self), screen-wake-lock=(self), speaker-selection=(self), clipboard-write=(self), "
    "geolocation=(), payment=(), usb=()";

HttpResponse with_security_headers(const HttpRequest& request, unsigned status) {
    return {.status = status,
            .headers = {{"Content-Security-Policy", content_security_policy(request.host)},
                        {"Permissions-Policy", std::string(permissions_policy)},
                        {"X-Content-Type-Options", "nosniff"},
                        {"Referrer-Policy", "no-referrer"},
                        {"Cross-Origin-Opener-Policy", "same-origin"}},
            .body = {},
            .owner = nullptr};
}

HttpResponse with_text(const HttpRequest& request, unsigned status, std::string_view type, std::string text) {
    HttpResponse response = with_security_headers(request, status);
    response.headers.emplace_back("Content-Type", type);
    response.headers.emplace_back("Cache-Control", "no-store");
    response.owner = std::make_shared<const std::string>(std::move(text));
    response.body = *response.owner;
    return response;
}

HttpResponse json(const HttpRequest& request, unsigned status, std::string text) {
    return with_text(request, status, "application/json", std::move(text));
}

std::string word_of(bool fact) { return fact ? "true" : "false"; }

struct Choice {
    std::string_view coding;
    std::string_view content;
};

Choice best_coding(const Asset& asset, std::string_view accept_encoding) {
    const std::array choices{Choice{"br", asset.brotli}, Choice{"gzip", asset.gzip}};
    for (const Choice& choice : choices) {
        if (!choice.content.empty() && accepts(accept_encoding, choice.coding)) return choice;
    }
    return {"", asset.identity};
}

}  // namespace

HttpResponse Site::plain(const HttpRequest& request, unsigned status, std::string_view text) {
    return with_text(request, status, "text/plain; charset=utf-8", std::string(text));
}

HttpResponse Site::answer(const HttpRequest& request) const {
    if (request.method == Method::Other) {
        HttpResponse response = plain(request, 405, "Only GET and HEAD are answered here.\n");
        response.headers.emplace_back("Allow", "GET, HEAD");
        return response;
    }
    const std::string_view path = path_of(request.target);
    if (path == "/healthz") return plain(request, 200, "ok\n");
    if (path == "/readyz") return readiness(request);
    if (path == services_path) return services(request);
    const std::string_view asset_path = asset_path_of(path);
    if (auto asset = assets_.find(asset_path)) return answer_asset(request, *std::move(asset));
    if (asset_path != path) return plain(request, 503, page_missing);
    return plain(request, 404, "There is nothing here. Meetings start at /\n");
}

HttpResponse Site::answer_asset(const HttpRequest& request, Asset asset) const {
    const Choice choice = best_coding(asset, request.accept_encoding);
    std::string entity_tag = '"' + asset.hash;
    if (!choice.coding.empty()) entity_tag.append("-").append(choice.coding);
    entity_tag += '"';

    const bool is_known = matches(request.if_none_match, entity_tag);
    HttpResponse response = with_security_headers(request, is_known ? 304 : 200);
    response.headers.emplace_back("Cache-Control",
                                  asset.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back("ETag", std::move(entity_tag));
    if (is_known) return response;
    response.headers.emplace_back("Content-Type", asset.content_type);
    if (!choice.coding.empty()) response.headers.emplace_back("Content-Encoding", choice.coding);
    response.body = choice.content;
    response.owner = std::move(asset.owner);
    return response;
}

std::optional<std::string_view> Site::change_poll(const HttpRequest& request) const {
    if (request.method != Method::Get || path_of(request.target) != change_poll_path) return std::nullopt;
    if (!assets_.change_token()) return std::nullopt;
    constexpr std::string_view since = "?since=";
    const std::string_view query = request.target.substr(change_poll_path.size());
    return query.starts_with(since) ? query.substr(since.size()) : std::string_view{};
}

HttpResponse Site::changed(const HttpRequest& request) const {
    return json(request, 200, "{\"token\":\"" + change_token() + "\"}");
}

// A relay that fails does not make the server unready: most calls need none, and an orchestrator that took the server
// out for it, with every other one that shares the relay, would end all calls for the sake of a few. So it is said, and
// the status stays 200; who wants an alarm reads `relays_work`.
HttpResponse Site::readiness(const HttpRequest& request) const {
    std::string relays;
    bool all_work = true;
    for (const relay::Finding& finding : relays_.findings()) {
        all_work = all_work && finding.verdict.value_or(relay::Verdict::Works) == relay::Verdict::Works;
        const std::string_view state = finding.verdict ? relay::words_of(*finding.verdict) : "is not tried out yet";
        if (!relays.empty()) relays += ',';
        relays +=
            "{\"url\":" + protocol::to_json_string(finding.url) + ",\"state\":" + protocol::to_json_string(state) + '}';
    }
    return json(request, 200, "{\"ready\":true,\"relays_work\":" + word_of(all_work) + ",\"relays\":[" + relays + "]}");
}

// Before a call a page may learn what kind of help there is, but nothing of it: credentials are for who has joined.
HttpResponse Site::services(const HttpRequest& request) const {
    const bool turn = !ice_.turn_urls.empty();
    // A relay answers what a STUN server is asked, too (RFC 8656 section 1).
    const bool stun = turn || !ice_.stun_urls.empty();
    return json(request, 200, "{\"stun\":" + word_of(stun) + ",\"turn\":" + word_of(turn) + '}');
}

}  // namespace parley::net
