#include "config.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "auth/origin.hpp"

namespace parley {
namespace {

constexpr int exit_status_usage = 2;
constexpr std::size_t people_per_room_min = 2;
constexpr std::size_t people_per_room_max = 100;

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

}  // namespace

std::variant<Config, Exit> read_config(int argument_count, const char* const* arguments) {
    Config config;
    std::string listen = "127.0.0.1:8080";
    CLI::App app("Parley: video calls that need nothing but a browser and a link.", "parley-server");
    app.set_version_flag("--version", "parley-server " PARLEY_VERSION);
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
    app.add_option("--max-people", config.people_per_room, "How many people fit one room")
        ->type_name("NUMBER")
        ->envname("PARLEY_MAX_PEOPLE")
        ->capture_default_str()
        ->check(CLI::Range(people_per_room_min, people_per_room_max));
    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::CallForHelp&) {
        return Exit{.status = 0, .text = app.help()};
    } catch (const CLI::CallForVersion& version) {
        return Exit{.status = 0, .text = std::string(version.what()) + '\n'};
    } catch (const CLI::ParseError& failure) {
        return Exit{.status = exit_status_usage,
                    .text = std::string("parley-server: ") + failure.what() + "\nTry parley-server --help\n"};
    }
    const auto endpoint = parse_endpoint(listen);
    config.address = endpoint->address;
    config.port = endpoint->port;
    return config;
}

}  // namespace parley
