#pragma once

#include <sys/types.h>

#include <cstdint>

namespace parley::bench {

/// What a process uses, as proc(5) tells it.
struct ProcessUsage {
    double processor_s = 0;
    std::int64_t resident_bytes = 0;
};

ProcessUsage usage_of(pid_t process);

}  // namespace parley::bench
