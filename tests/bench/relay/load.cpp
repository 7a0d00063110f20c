// Puts a load on a relay and prints what it carried, as one line of JSON. See relay.mjs, which starts it.

#include <algorithm>
#include <array>
#include <cstdio>
#include <deque>
#include <vector>

#include "tests/bench/relay/options.hpp"
#include "tests/bench/relay/peer.hpp"
#include "tests/bench/relay/process_usage.hpp"

namespace parley::bench {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds join_patience{20'000};
// Longer than any acknowledgement waits.
constexpr milliseconds settling{1'500};
constexpr milliseconds acknowledge_interval{1'000};
constexpr int wait_ms_max = 20;

class Load {
public:
    explicit Load(const Options& options) : options_(options), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}

    void run() {
        const auto before = usage_of(options_.server_process);
        enter();
        turn_until(Clock::now() + settling);
        const auto idle = usage_of(options_.server_process);
        for (std::size_t index = 0; index < options_.in_flight; ++index) send_next();
        turn_until(Clock::now() + milliseconds(options_.warm_up_ms));
        latencies_us_.clear();
        const auto started = usage_of(options_.server_process);
        const TimePoint start = Clock::now();
        turn_until(start + milliseconds(options_.measure_ms));
        const std::chrono::duration<double> took = Clock::now() - start;
        const auto ended = usage_of(options_.server_process);
        report(took.count(), ended.processor_s - started.processor_s, idle.resident_bytes - before.resident_bytes);
    }

private:
    void enter() {
        for (std::uint32_t number = 0; number < options_.connections; ++number) {
            peers_.emplace_back(options_, epoll_, number).join();
            turn(0);
        }
        const TimePoint deadline = Clock::now() + join_patience;
        while (!std::ranges::all_of(peers_, &Peer::has_entered)) {
            if (Clock::now() > deadline) fail("not everyone could join");
            turn(wait_ms_max);
        }
    }

    void turn_until(TimePoint end) {
        while (Clock::now() < end) {
            turn(wait_ms_max);
            if (Clock::now() < acknowledge_at_) continue;
            for (Peer& peer : peers_) peer.acknowledge();
            acknowledge_at_ = Clock::now() + acknowledge_interval;
        }
    }

    void turn(int wait_ms) {
        std::array<epoll_event, 256> events;
        const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), wait_ms);
        for (int index = 0; index < count; ++index) {
            const epoll_event& event = events.at(static_cast<std::size_t>(index));
            Peer& peer = peers_[event.data.u32];
            if ((event.events & EPOLLOUT) != 0) peer.socket().write_rest();
            if ((event.events & (EPOLLIN | EPOLLHUP)) == 0) continue;
            peer.socket().read();
            while (const auto frame = peer.socket().next_frame()) {
                if (peer.hear(*frame) == Heard::Message) arrived(peers_[event.data.u32 ^ 1U]);
            }
        }
    }

    void arrived(Peer& sender) {
        const std::chrono::duration<double, std::micro> latency = Clock::now() - sender.sent_at();
        latencies_us_.push_back(static_cast<float>(latency.count()));
        sender.arrived();
        send_next();
    }

    // Everyone in turn, so that no two messages that follow each other share a socket.
    void send_next() {
        do next_ = (next_ + 1) % peers_.size();
        while (peers_[next_].is_sending());
        peers_[next_].send(Clock::now());
    }

    void report(double took_s, double processor_s, std::int64_t idle_bytes) {
        std::ranges::sort(latencies_us_);
        const auto count = static_cast<double>(latencies_us_.size());
        if (latencies_us_.empty()) fail("no message arrived");
        const auto quantile = [&](double part) { return latencies_us_[static_cast<std::size_t>(part * (count - 1))]; };
        std::printf(R"({"messages_per_second":%.0f,"p50_us":%.0f,"p99_us":%.0f,"processor_us_per_message":%.2f,)"
                    R"("processor_share":%.2f,"idle_bytes_per_connection":%.0f})"
                    "\n",
                    count / took_s, static_cast<double>(quantile(0.5)), static_cast<double>(quantile(0.99)),
                    processor_s * 1e6 / count, processor_s / took_s,
                    static_cast<double>(idle_bytes) / static_cast<double>(options_.connections));
    }

    const Options& options_;
    int epoll_;
    std::deque<Peer> peers_;
    std::vector<float> latencies_us_;
    std::size_t next_ = 0;
    TimePoint acknowledge_at_ = Clock::now() + acknowledge_interval;
};

}  // namespace
}  // namespace parley::bench

int main(int argument_count, char** arguments) {
    const auto options = parley::bench::read_options(argument_count, arguments);
    if (!options)
        parley::bench::fail("say port=NUMBER server-process=NUMBER [NAME=VALUE...]; options.hpp has them all");
    parley::bench::Load(*options).run();
}
