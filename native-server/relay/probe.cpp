#include "relay/probe.hpp"

#include <openssl/rand.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <cstdlib>
#include <memory>
#include <utility>

#include "relay/wires.hpp"

namespace parley::relay {
namespace {

namespace asio = boost::asio;

TransactionId random_transaction() {
    TransactionId transaction{};
    if (RAND_bytes(transaction.data(), static_cast<int>(transaction.size())) != 1) std::abort();
    return transaction;
}

template <class Wire>
asio::awaitable<Verdict> converse(Wire& wire, Url url, auth::RelayCredential credential) {
    const Opened opened = co_await wire.open(std::move(url));
    if (opened == Opened::Untrusted) co_return Verdict::IsNotTrusted;
    Trial trial(std::move(credential));
    while (opened == Opened::Yes && !trial.is_over()) {
        const auto answer = co_await wire.ask(trial.request(random_transaction()));
        if (!answer) break;
        trial.receive(*answer);
    }
    co_return trial.verdict();
}

template <class Wire>
asio::awaitable<Verdict> probe_over(Url url, auth::RelayCredential credential, std::chrono::milliseconds patience) {
    const auto executor = co_await asio::this_coro::executor;
    // Shared, because time may be over at the very moment at which the conversation is.
    const auto wire = std::make_shared<Wire>(executor);
    asio::steady_timer deadline(executor, patience);
    deadline.async_wait([wire](boost::system::error_code failure) {
        if (!failure) wire->close();
    });
    const Verdict verdict = co_await converse(*wire, std::move(url), std::move(credential));
    wire->close();
    co_return verdict;
}

}  // namespace

asio::awaitable<Verdict> probe(Url url, auth::RelayCredential credential, std::chrono::milliseconds patience) {
    switch (url.transport) {
        case Url::Transport::Udp:
            return probe_over<UdpWire>(std::move(url), std::move(credential), patience);
        case Url::Transport::Tcp:
            return probe_over<TcpWire>(std::move(url), std::move(credential), patience);
        case Url::Transport::Tls:
            break;
    }
    return probe_over<TlsWire>(std::move(url), std::move(credential), patience);
}

}  // namespace parley::relay
