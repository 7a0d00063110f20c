#pragma once

#include <string>

#include "core/handles.hpp"
#include "core/input.hpp"
#include "core/outbox.hpp"
#include "core/view/qr_code.hpp"

namespace parley::core {

/// The sheet with the QR code of the link. What makes the code is asked for when it is first wanted; one that was made
/// is kept for as long as the link is the same.
class QrCodeSheet {
public:
    QrCodeSheet(Outbox& outbox, Numbers& numbers) : outbox_(outbox), numbers_(numbers) {}

    void open(const std::string& link);
    void close() { view_.open = false; }
    void on_input(const input::QrCodeMade& made);

    [[nodiscard]] const QrCodeView& view() const { return view_; }

private:
    Outbox& outbox_;
    Numbers& numbers_;
    std::string link_;  ///< that the code is of, or will be
    RequestId question_;
    QrCodeView view_;
};

}  // namespace parley::core
