#include "ui/window.hpp"

namespace parley::ui {

namespace {

constexpr ImGuiWindowFlags window_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                          ImGuiWindowFlags_NoNav;

}  // namespace

CoveringWindow::CoveringWindow(Context& context, std::string_view name) : context_(context), outer_(context.draw) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({context.surface.width, context.surface.height});
    ImGui::Begin(std::string(name).c_str(), nullptr, window_flags);
    context.draw = ImGui::GetWindowDrawList();
    context.draw->_FringeScale = 1 / context.surface.pixel_ratio;
}

CoveringWindow::~CoveringWindow() {
    ImGui::End();
    context_.draw = outer_;
}

}  // namespace parley::ui
