#include "relay/watch.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "relay/probe.hpp"
#include "relay/url.hpp"

namespace parley::relay {
namespace {

namespace asio = boost::asio;

// The relays' logs and quotas name whoever asks by it.
constexpr std::string_view own_user = "server";
constexpr std::chrono::seconds credential_lifetime{600};

auth::RelayCredential own_credential(const std::string& secret) {
    const auto expiry = std::chrono::system_clock::now() + credential_lifetime;
    const auto expires_at = std::chrono::duration_cast<std::chrono::seconds>(expiry.time_since_epoch());
    return auth::make_relay_credential(auth::bytes_of(secret), own_user, expires_at.count());
}

}  // namespace

Watch::Watch(const auth::IceOffer& offer, Pace pace, std::function<void(const std::string&)> report)
    : secret_(offer.turn_secret), pace_(pace), report_(std::move(report)) {
    for (const std::string& url : offer.turn_urls) findings_.push_back({.url = url});
}

void Watch::start(asio::io_context& context) {
    if (!findings_.empty()) asio::co_spawn(context, run(), asio::detached);
}

asio::awaitable<void> Watch::run() {
    asio::steady_timer pause(co_await asio::this_coro::executor);
    for (;;) {
        for (Finding& finding : findings_) {
            auto url = parse_url(finding.url);
            if (!url) continue;
            const Verdict verdict = co_await probe(*std::move(url), own_credential(secret_), pace_.patience);
            note(finding, verdict);
        }
        pause.expires_after(pace_.interval);
        co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
    }
}

void Watch::note(Finding& finding, Verdict verdict) {
    if (std::exchange(finding.verdict, verdict) == verdict) return;
    report_(finding.url + ' ' + std::string(words_of(verdict)));
}

}  // namespace parley::relay
