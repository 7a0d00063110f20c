#include "tests/bench/relay/process_usage.hpp"

#include <unistd.h>

#include <fstream>
#include <limits>
#include <string>

namespace parley::bench {

ProcessUsage usage_of(pid_t process) {
    const std::string folder = "/proc/" + std::to_string(process);
    ProcessUsage usage;

    // Fields 14 and 15 are the ticks in user and in kernel mode; the second is in brackets and may hold spaces.
    std::ifstream stat(folder + "/stat");
    stat.ignore(std::numeric_limits<std::streamsize>::max(), ')');
    std::string skipped;
    for (int field = 3; field < 14; ++field) stat >> skipped;
    double user_ticks = 0;
    double kernel_ticks = 0;
    stat >> user_ticks >> kernel_ticks;
    usage.processor_s = (user_ticks + kernel_ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));

    std::ifstream pages(folder + "/statm");
    std::int64_t resident_pages = 0;
    pages >> skipped >> resident_pages;
    usage.resident_bytes = resident_pages * ::sysconf(_SC_PAGESIZE);
    return usage;
}

}  // namespace parley::bench
