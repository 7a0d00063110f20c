#pragma once

#include <emscripten/val.h>

#include <string>

#include "core/output/capture.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// The picture that the person wants behind them: chosen from a file, kept in this browser, seen by nobody else before
/// it is part of what their camera shows.
class BackgroundPicture {
public:
    explicit BackgroundPicture(Sink sink);
    /// Whether the browser kept one.
    static core::OwnBackdrop kept();
    BackgroundPicture(const BackgroundPicture&) = delete;
    BackgroundPicture& operator=(const BackgroundPicture&) = delete;

    void ask(const core::output::AskPicture& order);
    /// JPEG in base64; empty while there is none.
    [[nodiscard]] const std::string& text() const { return text_; }

    void on_chosen(int request, const emscripten::val& text);

private:
    Sink sink_;
    std::string text_;
    Handle<BackgroundPicture> handle_{*this};
};

}  // namespace parley::web
