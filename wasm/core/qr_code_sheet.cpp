#include "core/qr_code_sheet.hpp"

#include <memory>

namespace parley::core {

using State = QrCodeView::State;

void QrCodeSheet::open(const std::string& link) {
    view_.open = true;
    if (link == link_ && view_.state != State::Failed) return;
    link_ = link;
    view_.state = State::Making;
    view_.code.reset();
    question_ = numbers_.requests.next();
    outbox_.push(output::MakeQrCode{question_, link});
}

void QrCodeSheet::on_input(const input::QrCodeMade& made) {
    if (!question_ || made.request != question_) return;
    question_ = {};
    if (made.outcome == input::QrCodeMade::Outcome::Failed) {
        view_.state = State::Failed;
        return;
    }
    view_.state = State::Made;
    view_.code = std::make_shared<const QrCode>(made.code);
}

}  // namespace parley::core
