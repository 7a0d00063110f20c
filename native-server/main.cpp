#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "config.hpp"
#include "net/assets.hpp"
#include "net/server.hpp"
#include "secret.hpp"

namespace {

// What a person can open in a browser on this machine: "every address" is no place to go to.
std::string url_of(const std::string& address, std::uint16_t port) {
    std::string host = address;
    if (address == "0.0.0.0") host = "127.0.0.1";
    if (address == "::") host = "::1";
    if (host.find(':') != std::string::npos) host = '[' + host + ']';
    return "http://" + host + ':' + std::to_string(port) + '/';
}

std::unique_ptr<parley::net::AssetSource> asset_source(const parley::Config& config) {
    if (!config.assets_folder.empty()) return std::make_unique<parley::net::FolderAssetSource>(config.assets_folder);
    return std::make_unique<parley::net::EmbeddedAssetSource>(parley::net::embedded_assets());
}

int fail(const std::string& sentence) {
    std::cerr << "parley-server: " << sentence << '\n';
    return 1;
}

struct Secrets {
    std::string grants;
    std::string relays;  ///< empty: there are none
};

parley::Result<Secrets, std::string> read_secrets(const parley::Config& config) {
    Secrets secrets{.grants = config.secret, .relays = config.turn_secret};
    if (secrets.grants.empty()) {
        auto kept = parley::read_or_make_secret(config.secret_file);
        if (!kept) return kept.error();
        secrets.grants = std::move(kept).value().text;
    }
    if (!config.turn_secret_file.empty()) {
        auto shared = parley::read_secret(config.turn_secret_file);
        if (!shared) return shared.error();
        secrets.relays = std::move(shared).value().text;
    }
    return secrets;
}

parley::net::ServerSettings settings_from(const parley::Config& config, Secrets secrets) {
    parley::net::ServerSettings settings;
    settings.address = config.address;
    settings.port = config.port;
    settings.allowed_origins = config.allowed_origins;
    settings.secret = std::move(secrets.grants);
    settings.ice = {
        .stun_urls = config.stun_urls, .turn_urls = config.turn_urls, .turn_secret = std::move(secrets.relays)};
    if (!config.turn_urls.empty()) settings.hub.ice_lifetime_ms = parley::auth::relay_credential_lifetime_ms;
    settings.report = [](const std::string& line) { std::cerr << "parley-server: " << line << std::endl; };
    settings.hub.people_per_room = config.people_per_room;
    settings.hub.frames = {.per_second = config.messages_per_second, .burst = 4 * config.messages_per_second};
    settings.hub.bytes = {.per_second = config.bytes_per_second, .burst = 16 * config.bytes_per_second};
    return settings;
}

int serve(const parley::Config& config) {
    auto secrets = read_secrets(config);
    if (!secrets) return fail(secrets.error());
    auto opened = parley::net::Server::open(settings_from(config, std::move(secrets).value()), asset_source(config));
    if (!opened) return fail(opened.error());
    const auto server = std::move(opened).value();
    server->stop_on_signals();
    std::cout << "Parley is ready at " << url_of(config.address, server->port()) << std::endl;
    server->run();
    return 0;
}

}  // namespace

int main(int argument_count, char** arguments) {
    const auto config = parley::read_config(argument_count, arguments);
    if (const auto* const exit = std::get_if<parley::Exit>(&config)) {
        (exit->status == 0 ? std::cout : std::cerr) << exit->text;
        return exit->status;
    }
    return serve(std::get<parley::Config>(config));
}
