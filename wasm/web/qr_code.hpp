#pragma once

#include <emscripten/val.h>

#include "core/output.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// Makes QR codes with a module that is loaded when the first is wanted. What they say does not leave the page.
class QrCodes {
public:
    explicit QrCodes(Sink sink);

    void make(const core::output::MakeQrCode& order);
    void on_made(core::RequestId request, const emscripten::val& made);

private:
    Sink sink_;
    Handle<QrCodes> handle_{*this};
};

}  // namespace parley::web
