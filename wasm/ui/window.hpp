#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "ui/context.hpp"

namespace parley::ui {

/// While it lives, everything is drawn into a window of its own that covers the page, over what was drawn before, and
/// which gets the pointer.
class CoveringWindow {
public:
    CoveringWindow(Context& context, std::string_view name);
    ~CoveringWindow();
    CoveringWindow(const CoveringWindow&) = delete;
    CoveringWindow& operator=(const CoveringWindow&) = delete;

private:
    Context& context_;
    ImDrawList* outer_;
};

}  // namespace parley::ui
