#include "net/http_session.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "auth/origin.hpp"
#include "net/websocket_handshake.hpp"
#include "net/websocket_session.hpp"

namespace parley::net {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;

using Parser = http::request_parser<http::empty_body>;
using Request = http::request<http::empty_body>;

constexpr std::uint32_t header_size_max = 8 * 1024;
constexpr std::size_t read_buffer_max = 16 * 1024;
constexpr std::chrono::milliseconds change_poll_interval{250};
constexpr std::string_view signal_path = "/signal";
constexpr std::string_view signal_subprotocol = "parley.v1";

enum class Connection { Keep, Close };

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

HttpRequest describe(const Request& request) {
    Method method = Method::Other;
    if (request.method() == http::verb::get) method = Method::Get;
    if (request.method() == http::verb::head) method = Method::Head;
    return {.method = method,
            .target = view(request.target()),
            .host = view(request[http::field::host]),
            .accept_encoding = view(request[http::field::accept_encoding]),
            .if_none_match = view(request[http::field::if_none_match])};
}

bool offers_our_protocol(const Request& request) {
    http::token_list offered(request[http::field::sec_websocket_protocol]);
    return offered.exists({signal_subprotocol.data(), signal_subprotocol.size()});
}

class HttpSession {
public:
    HttpSession(Socket socket, Places::Place place, const Services& services)
        : socket_(std::move(socket)), place_(std::move(place)), services_(services) {}

    Awaitable<void> run() {
        for (;;) {
            Parser parser;
            parser.header_limit(header_size_max);
            deadline_.set(services_.timeouts.request);
            const auto [failure, size] = co_await http::async_read(socket_, buffer_, parser, as_result);
            if (failure) {
                co_await refuse_unreadable(failure);
                break;
            }
            const Request& request = parser.get();
            if (beast::websocket::is_upgrade(request) && view(request.target()) == signal_path) {
                co_await upgrade(request);
                co_return;
            }
            const Connection after = request.keep_alive() ? Connection::Keep : Connection::Close;
            const HttpRequest described = describe(request);
            const HttpResponse response = co_await answer(described);
            if (!co_await write(response, described.method, after) || after == Connection::Close) break;
        }
        beast::error_code ignored;
        socket_.shutdown(Socket::shutdown_send, ignored);
    }

private:
    Awaitable<HttpResponse> answer(const HttpRequest& request) {
        if (request.target == signal_path) co_return Site::plain(request, 426, "This address speaks WebSocket only.\n");
        const auto known_token = services_.site.change_poll(request);
        if (!known_token) co_return services_.site.answer(request);
        deadline_.clear();
        Timer timer(socket_.get_executor());
        for (auto waited = change_poll_interval; waited < services_.timeouts.change_poll;
             waited += change_poll_interval) {
            if (services_.site.change_token() != *known_token) break;
            timer.expires_after(change_poll_interval);
            co_await timer.async_wait(as_result);
        }
        co_return services_.site.changed(request);
    }

    Awaitable<void> upgrade(const Request& request) {
        if (const auto refusal = refuse_upgrade(request)) {
            co_await write(*refusal, Method::Get, Connection::Close);
            co_return;
        }
        using Subprotocol = WebSocketSession::Subprotocol;
        const bool ours = offers_our_protocol(request);
        const std::string answer =
            accept_handshake(view(request[http::field::sec_websocket_key]), ours ? signal_subprotocol : "");
        const auto early = buffer_.data();
        std::make_shared<WebSocketSession>(std::move(socket_), std::move(place_), services_)
            ->start(answer, ours ? Subprotocol::Ours : Subprotocol::None,
                    {static_cast<char*>(early.data()), early.size()});
    }

    [[nodiscard]] std::optional<HttpResponse> refuse_upgrade(const Request& request) const {
        const HttpRequest described = describe(request);
        const std::string_view origin = view(request[http::field::origin]);
        if (!auth::is_allowed_origin(origin, described.host, services_.allowed_origins)) {
            return Site::plain(described, 403, "Pages of this origin may not connect here.\n");
        }
        if (view(request[http::field::sec_websocket_version]) != websocket_version) {
            HttpResponse refusal = Site::plain(described, 426, "This version of WebSocket is not spoken here.\n");
            refusal.headers.emplace_back("Sec-WebSocket-Version", websocket_version);
            return refusal;
        }
        if (!is_handshake_key(view(request[http::field::sec_websocket_key]))) {
            return Site::plain(described, 400, "The key of this handshake is none.\n");
        }
        return std::nullopt;
    }

    Awaitable<void> refuse_unreadable(beast::error_code failure) {
        // Only what the parser refused gets an answer; a socket that closed or fell silent does not.
        if (failure.category() != make_error_code(http::error::bad_method).category()) co_return;
        if (failure == http::error::end_of_stream || failure == http::error::partial_message) co_return;
        const bool too_large = failure == http::error::header_limit || failure == http::error::buffer_overflow;
        const HttpResponse refusal = Site::plain({}, too_large ? 431 : 400, "This request cannot be read.\n");
        if (!co_await write(refusal, Method::Get, Connection::Close)) co_return;
        beast::error_code ignored;
        socket_.shutdown(Socket::shutdown_send, ignored);
        co_await read_rest();
    }

    // To close a socket while the other side still sends would take the answer from it (RFC 9112 section 9.6).
    Awaitable<void> read_rest() {
        deadline_.set(services_.timeouts.linger);
        beast::error_code failure;
        while (!failure) {
            buffer_.clear();
            failure = std::get<0>(co_await socket_.async_read_some(buffer_.prepare(read_buffer_max), as_result));
        }
    }

    Awaitable<bool> write(const HttpResponse& response, Method method, Connection after) {
        http::response<http::span_body<const char>> message(static_cast<http::status>(response.status), 11);
        for (const auto& [name, value] : response.headers) message.set(name, value);
        message.keep_alive(after == Connection::Keep);
        if (response.status != 304) message.content_length(response.body.size());
        if (method != Method::Head) message.body() = {response.body.data(), response.body.size()};
        deadline_.set(services_.timeouts.response);
        const auto [failure, size] = co_await http::async_write(socket_, message, as_result);
        co_return !failure;
    }

    void give_up() {
        beast::error_code ignored;
        socket_.close(ignored);
    }

    Socket socket_;
    Places::Place place_;
    beast::flat_buffer buffer_{read_buffer_max};
    const Services& services_;
    Deadline deadline_{services_.deadlines, [this] { give_up(); }};
};

}  // namespace

Awaitable<void> serve_http(Socket socket, Places::Place place, const Services& services) {
    HttpSession session(std::move(socket), std::move(place), services);
    co_await session.run();
}

}  // namespace parley::net
