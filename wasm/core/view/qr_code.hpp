#pragma once

#include <cstdint>
#include <memory>

#include "core/qr_code.hpp"

namespace parley::core {

/// The meeting's link as a QR code, on a sheet.
struct QrCodeView {
    bool open = false;
    enum class State : std::uint8_t { Making, Made, Failed } state = State::Making;
    std::shared_ptr<const QrCode> code;  ///< what was made
    friend bool operator==(const QrCodeView&, const QrCodeView&) = default;
};

}  // namespace parley::core
