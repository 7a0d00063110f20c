#pragma once

#include <emscripten/val.h>

#include "core/output.hpp"
#include "web/callback.hpp"

namespace parley::web {

/// Has the browser ask whoever leaves the page whether they mean it (HTML section 7.5.3, `beforeunload`).
class PageGuard {
public:
    void set(core::output::GuardPage::Mode mode);
    static void on_leaving(const emscripten::val& event);

private:
    Handle<PageGuard> handle_{*this};
    emscripten::val listener_ = emscripten::val::null();
};

}  // namespace parley::web
