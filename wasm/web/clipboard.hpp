#pragma once

#include <string>

#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// The system's clipboard (Clipboard API, section 7.1). Works within a user's gesture only.
class Clipboard {
public:
    explicit Clipboard(Sink sink);

    void copy(const std::string& text);
    void on_finished(core::input::CopyFinished::Outcome outcome);

private:
    Sink sink_;
    Handle<Clipboard> handle_{*this};
};

}  // namespace parley::web
