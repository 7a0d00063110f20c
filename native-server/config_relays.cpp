#include "config_relays.hpp"

#include <CLI/CLI.hpp>

#include "relay/url.hpp"
#include "secret.hpp"

namespace parley {
namespace {

// Browsers warn of more than four and gather more slowly with each.
constexpr std::size_t urls_max = 4;

std::string check_stun_url(const std::string& text) {
    const auto url = relay::parse_url(text);
    if (url && url->service == relay::Url::Service::Stun) return {};
    return "`" + text + "` is not the address of a STUN server, such as stun:stun.example.org or stun:192.0.2.1:3478";
}

std::string check_turn_url(const std::string& text) {
    const auto url = relay::parse_url(text);
    if (url && url->service == relay::Url::Service::Turn) return {};
    return "`" + text +
           "` is not the address of a relay, such as turn:turn.example.org, turn:192.0.2.1:3478?transport=tcp or "
           "turns:turn.example.org:5349";
}

}  // namespace

void add_relay_options(CLI::App& app, Config& config) {
    app.add_option("--stun-url", config.stun_urls,
                   "A STUN server, which tells pages their address as others see it; may be repeated")
        ->type_name("URL")
        ->envname("PARLEY_STUN_URL")
        ->delimiter(',')
        ->check(check_stun_url);
    app.add_option(
           "--turn-url", config.turn_urls,
           "A relay (TURN) for those whom no direct path connects; may be repeated, for one over UDP, TCP and TLS")
        ->type_name("URL")
        ->envname("PARLEY_TURN_URL")
        ->delimiter(',')
        ->check(check_turn_url);
    app.add_option("--turn-secret", config.turn_secret,
                   "What the relays make and check credentials with (coturn: static-auth-secret); better by "
                   "PARLEY_TURN_SECRET, which other users of the machine cannot see")
        ->type_name("TEXT")
        ->envname("PARLEY_TURN_SECRET")
        ->check(check_secret);
    app.add_option("--turn-secret-file", config.turn_secret_file, "Where that secret is kept instead")
        ->type_name("FILE")
        ->envname("PARLEY_TURN_SECRET_FILE");
}

std::string relay_complaint(const Config& config) {
    if (config.stun_urls.size() + config.turn_urls.size() > urls_max) {
        return "At most four of --stun-url and --turn-url together: with more, browsers take longer to connect.";
    }
    const bool has_text = !config.turn_secret.empty();
    const bool has_file = !config.turn_secret_file.empty();
    if (has_text && has_file) return "Either --turn-secret or --turn-secret-file, not both.";
    if (!config.turn_urls.empty() && !has_text && !has_file) {
        return "A relay needs --turn-secret or --turn-secret-file: without it nobody could use it.";
    }
    if (config.turn_urls.empty() && (has_text || has_file)) {
        return "There is a secret for relays but no relay: name one with --turn-url.";
    }
    return {};
}

}  // namespace parley
