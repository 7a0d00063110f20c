#include "tests/sim/campaign.hpp"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/sim/storm.hpp"

namespace parley::sim {
namespace {

// With the seed it is all that is needed to see the same again.
std::string commit() {
    const std::string command = "git -C '" PARLEY_SOURCE_DIR "' describe --always --dirty 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string text(64, '\0');
    if (!pipe || std::fgets(text.data(), static_cast<int>(text.size()), pipe.get()) == nullptr) return "unknown";
    return text.substr(0, text.find_first_of(std::string("\n\0", 2)));
}

void report(std::uint64_t seed, const std::vector<std::string>& faults) {
    std::printf("seed %llu at commit %s:\n", static_cast<unsigned long long>(seed), commit().c_str());
    for (const std::string& fault : faults) std::printf("  %s\n", fault.c_str());
    std::printf("See it happen with: sim_tests --seed %llu --trace\n", static_cast<unsigned long long>(seed));
}

}  // namespace

int run(const Campaign& campaign) {
    const auto started = std::chrono::steady_clock::now();
    std::atomic<std::uint64_t> next{0};
    std::atomic<std::uint64_t> played{0};
    std::atomic<bool> failed{false};
    std::mutex printing;
    const auto work = [&] {
        for (std::uint64_t index = next++; index < campaign.schedules && !failed; index = next++) {
            Storm storm(campaign.first_seed + index);
            storm.play();
            ++played;
            if (storm.faults().empty()) continue;
            const std::scoped_lock lock(printing);
            failed = true;
            report(campaign.first_seed + index, storm.faults());
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned count = 0; count < campaign.threads; ++count) workers.emplace_back(work);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
    std::printf("%llu schedules from seed %llu on in %.1f s: %.0f a second\n",
                static_cast<unsigned long long>(played.load()), static_cast<unsigned long long>(campaign.first_seed),
                seconds.count(), static_cast<double>(played.load()) / seconds.count());
    return failed ? 1 : 0;
}

int trace(std::uint64_t seed) {
    Storm storm(seed, [](const std::string& line) { std::puts(line.c_str()); });
    storm.play();
    std::printf("fingerprint %016llx\n", static_cast<unsigned long long>(storm.fingerprint()));
    if (storm.faults().empty()) return 0;
    report(seed, storm.faults());
    return 1;
}

}  // namespace parley::sim
