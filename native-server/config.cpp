#include "config.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "auth/origin.hpp"
#include "config_relays.hpp"
#include "secret.hpp"

namespace parley {
namespace {

constexpr int exit_status_usage = 2;
constexpr std::size_t people_per_room_min = 2;
constexpr std::size_t people_per_room_max = 100;
constexpr std::int64_t message_rate_min = 10;
constexpr std::int64_t message_rate_max = 1'000'000;
constexpr std::int64_t byte_rate_min = 16 * 1024;
constexpr std::int64_t byte_rate_max = 1'000'000'000;

struct Endpoint {
    std::string address;
    std::uint16_t port = 0;
};

std::optional<std::uint16_t> parse_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (text.empty() || failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return port;
}

std::optional<Endpoint> parse_endpoint(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view address = text.substr(0, colon);
    const bool bracketed = address.size() > 2 && address.front() == '[' && address.back() == ']';
    if (bracketed) address = address.substr(1, address.size() - 2);
    boost::system::error_code failure;
    const auto parsed = boost::asio::ip::make_address(std::string(address), failure);
    const auto port = parse_port(text.substr(colon + 1));
    if (failure || parsed.is_v6() != bracketed || !port) return std::nullopt;
    return Endpoint{.address = std::string(address), .port = *port};
}

std::string check_endpoint(const std::string& text) {
    if (parse_endpoint(text)) return {};
    return "`" + text + "` is not ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080, with a port up to 65535";
}

std::string check_origin(const std::string& text) {
    if (auth::is_valid_origin(text)) return {};
    return "`" + text + "` is not an origin, such as https://example.org or http://localhost:3000";
}

std::string check_assets(const std::string& text) {
    std::error_code failure;
    if (std::filesystem::is_directory(text, failure)) return {};
    return "`" + text + "` is not a folder";
}

void add_page_options(CLI::App& app, Config& config, std::string& listen) {
    app.add_option("--listen", listen, "Where to listen; port 0 picks a free one")
        ->type_name("ADDRESS:PORT")
        ->envname("PARLEY_LISTEN")
        ->capture_default_str()
        ->check(check_endpoint);
    app.add_option("--assets", config.assets_folder, "Serve the page from this folder instead of the built-in one")
        ->type_name("FOLDER")
        ->envname("PARLEY_ASSETS")
        ->check(check_assets);
    app.add_option("--allow-origin", config.allowed_origins, "Let pages of this origin connect too; may be repeated")
        ->type_name("ORIGIN")
        ->envname("PARLEY_ALLOW_ORIGIN")
        ->delimiter(',')
        ->check(check_origin);
}

void add_limit_options(CLI::App& app, Config& config) {
    app.add_option("--max-people", config.people_per_room, "How many people fit one room")
        ->type_name("NUMBER")
        ->envname("PARLEY_MAX_PEOPLE")
        ->capture_default_str()
        ->check(CLI::Range(people_per_room_min, people_per_room_max));
    app.add_option("--message-rate", config.messages_per_second,
                   "How many messages a second one client may send; four times as many at once")
        ->type_name("NUMBER")
        ->envname("PARLEY_MESSAGE_RATE")
        ->capture_default_str()
        ->check(CLI::Range(message_rate_min, message_rate_max));
    app.add_option("--byte-rate", config.bytes_per_second,
                   "How many bytes a second one client may have sent to others; sixteen times as many at once")
        ->type_name("NUMBER")
        ->envname("PARLEY_BYTE_RATE")
        ->capture_default_str()
        ->check(CLI::Range(byte_rate_min, byte_rate_max));
}

void add_secret_options(CLI::App& app, Config& config) {
    app.add_option("--secret", config.secret,
                   "What roles are granted with, so that a host is still host after a restart or on another server; "
                   "better by PARLEY_SECRET, which other users of the machine cannot see")
        ->type_name("TEXT")
        ->envname("PARLEY_SECRET")
        ->check(check_secret);
    app.add_option("--secret-file", config.secret_file, "Where the secret is kept, and made if there is none yet")
        ->type_name("FILE")
        ->envname("PARLEY_SECRET_FILE")
        ->capture_default_str();
}

Exit usage_failure(const std::string& why) {
    return {.status = exit_status_usage, .text = "parley-server: " + why + "\nTry parley-server --help\n"};
}

}  // namespace

std::variant<Config, Exit> read_config(int argument_count, const char* const* arguments) {
    Config config;
    config.secret_file = default_secret_file();
    std::string listen = "127.0.0.1:8080";
    CLI::App app("Parley: video calls that need nothing but a browser and a link.", "parley-server");
    app.set_version_flag("--version", "parley-server " PARLEY_VERSION);
    add_page_options(app, config, listen);
    add_limit_options(app, config);
    add_secret_options(app, config);
    add_relay_options(app, config);
    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::CallForHelp&) {
        return Exit{.status = 0, .text = app.help()};
    } catch (const CLI::CallForVersion& version) {
        return Exit{.status = 0, .text = std::string(version.what()) + '\n'};
    } catch (const CLI::ParseError& failure) {
        return usage_failure(failure.what());
    }
    if (const std::string complaint = relay_complaint(config); !complaint.empty()) return usage_failure(complaint);
    const auto endpoint = parse_endpoint(listen);
    config.address = endpoint->address;
    config.port = endpoint->port;
    return config;
}

}  // namespace parley
