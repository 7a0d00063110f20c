#include "web/pointer_input.hpp"

#include <emscripten/bind.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <cfloat>
#include <string>
#include <utility>

#include "web/wheel.hpp"

namespace parley::web {

namespace {

using emscripten::val;

/// Fields, links and, without a canvas, buttons take their presses themselves.
bool is_for_canvas(const val& event) { return event["target"].call<bool>("matches", val("#canvas, .selectable")); }

void pointer_event(int handle, val event) {
    PointerInput* input = Handle<PointerInput>::find(handle);
    if (input == nullptr) return;
    const auto type = event["type"].as<std::string>();
    if (type == "wheel") return input->on_wheel(event);
    if (type == "blur") return input->on_window_blur();
    // Second and further fingers do nothing: no control takes two.
    if (!event["isPrimary"].as<bool>()) return;
    if (type == "pointerdown") {
        if (is_for_canvas(event)) input->on_press(event);
        return;
    }
    if (type == "pointerup") return input->on_release(event);
    if (type == "pointermove") return input->on_move(event);
    if (type == "pointercancel") return input->on_cancel();
    if (type == "pointerleave") return input->on_leave();
}

bool is_touch(const val& event) { return event["pointerType"].as<std::string>() == "touch"; }

void add_position(const val& event) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(is_touch(event) ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(event["clientX"].as<float>(), event["clientY"].as<float>());
}

void add_no_position() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

/// The DOM counts left, middle, right; Dear ImGui left, right, middle. Others are -1.
int imgui_button(int dom_button) {
    constexpr int buttons[] = {ImGuiMouseButton_Left, ImGuiMouseButton_Middle, ImGuiMouseButton_Right};
    return dom_button >= 0 && dom_button < 3 ? buttons[dom_button] : -1;
}

enum class Button { Up, Down };

void add_button(const val& event, Button state) {
    const int button = imgui_button(event["button"].as<int>());
    if (button >= 0) ImGui::GetIO().AddMouseButtonEvent(button, state == Button::Down);
}

}  // namespace

EMSCRIPTEN_BINDINGS(parley_pointer_input) { emscripten::function("pointer_event", &pointer_event); }

PointerInput::PointerInput(val canvas, Sinks sinks)
    : canvas_(std::move(canvas)), sinks_(std::move(sinks)), listener_(callback("pointer_event", handle_.number())) {
    listen("addEventListener");
}

PointerInput::~PointerInput() { listen("removeEventListener"); }

void PointerInput::listen(const char* method) {
    const val window = val::global("window");
    window["document"]["documentElement"].call<void>(method, val("pointerleave"), listener_);
    // Selectable text lies over the canvas, and a press ends wherever the pointer is by then.
    for (const char* type : {"pointerdown", "pointermove", "pointerup", "pointercancel", "blur"})
        window.call<void>(method, val(type), listener_);
    window.call<void>(method, val("wheel"), listener_, not_passive());
}

bool PointerInput::pending() const { return ImGui::GetCurrentContext()->InputEventsQueue.Size > 0; }

void PointerInput::show_cursor(ui::Cursor cursor) {
    if (cursor == cursor_) return;
    cursor_ = cursor;
    const char* names[] = {"default", "pointer", "text", "grab"};
    canvas_["style"].set("cursor", val(names[static_cast<int>(cursor)]));
}

void PointerInput::on_press(const val& event) {
    add_position(event);
    add_button(event, Button::Down);
    sinks_.gesture();
}

void PointerInput::on_release(const val& event) {
    add_position(event);
    add_button(event, Button::Up);
    if (is_touch(event)) add_no_position();
    sinks_.gesture();
}

void PointerInput::on_move(const val& event) {
    add_position(event);
    sinks_.moved();
}

void PointerInput::on_cancel() {
    // Moved away before it lets go, so that nothing counts as clicked.
    add_no_position();
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    sinks_.moved();
}

void PointerInput::on_leave() {
    add_no_position();
    sinks_.moved();
}

void PointerInput::on_wheel(const val& event) {
    // Browsers tell a pinch as a wheel's turn with Ctrl, and zoom the page unless somebody takes it.
    const bool taken = event["ctrlKey"].as<bool>() && pinch_ == Pinch::Canvas;
    if (taken) event.call<void>("preventDefault");
    const float lines = taken ? pinch_lines : 1;
    const int mode = event["deltaMode"].as<int>();
    ImGui::GetIO().AddMouseWheelEvent(lines * wheel_lines(event["deltaX"].as<float>(), mode),
                                      lines * wheel_lines(event["deltaY"].as<float>(), mode));
    sinks_.moved();
}

void PointerInput::on_window_blur() {
    // A button that is let go over another window would otherwise stay pressed.
    ImGuiIO& io = ImGui::GetIO();
    io.AddFocusEvent(false);
    io.AddFocusEvent(true);
    sinks_.moved();
}

}  // namespace parley::web
