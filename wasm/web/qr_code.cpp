#include "web/qr_code.hpp"

#include <emscripten/bind.h>

#include <utility>

#include "web/bytes.hpp"
#include "web/page_assets.hpp"

using emscripten::EM_VAL;
using emscripten::val;

extern "C" EM_VAL parley_qr_code_make(EM_VAL address, EM_VAL text);

namespace parley::web {
namespace {

void qr_code_made(int handle, int request, val made) {
    if (auto* codes = Handle<QrCodes>::find(handle)) codes->on_made({static_cast<unsigned>(request)}, made);
}

EMSCRIPTEN_BINDINGS(qr_code) { emscripten::function("qr_code_made", &qr_code_made); }

}  // namespace

QrCodes::QrCodes(Sink sink) : sink_(std::move(sink)) {}

void QrCodes::make(const core::output::MakeQrCode& order) {
    const val address(asset_address("qr-code"));
    const val text(order.text);
    val::take_ownership(parley_qr_code_make(address.as_handle(), text.as_handle()))
        .call<void>("then", callback("qr_code_made", handle_.number(), static_cast<int>(order.request.value)));
}

void QrCodes::on_made(core::RequestId request, const val& made) {
    core::input::QrCodeMade answer{.request = request};
    if (!made.isNull()) {
        const auto modules = to_bytes(made["modules"]);
        answer.outcome = core::input::QrCodeMade::Outcome::Made;
        answer.code = {.size = made["size"].as<std::uint16_t>(), .modules = {modules.begin(), modules.end()}};
    }
    sink_(std::move(answer));
}

}  // namespace parley::web
