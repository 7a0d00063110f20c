#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::core {

/// A QR code (ISO/IEC 18004) without the quiet zone around it.
struct QrCode {
    std::uint16_t size = 0;     ///< modules of a side
    std::vector<bool> modules;  ///< dark ones are true; row by row from the top, as many as the square has
    [[nodiscard]] bool is_dark(std::size_t column, std::size_t row) const { return modules[row * size + column]; }
};

}  // namespace parley::core
