#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/debug_log.hpp"
#include "app/frame_loop.hpp"
#include "app/platform.hpp"
#include "core/call_log/recorded_client.hpp"
#include "core/frame_scheduler.hpp"
#include "gfx/renderer.hpp"
#include "ui/frame.hpp"
#include "web/canvas.hpp"
#include "web/debug_overlay.hpp"
#include "web/page_events.hpp"
#include "web/page_surface.hpp"
#include "web/pointer_input.hpp"
#include "web/semantic_layer.hpp"
#include "web/text_rasterizer.hpp"
#include "web/video_layer.hpp"

namespace parley::app {

/// The composition root: pumps what happens into the core, carries out what it asks for, and draws when due.
class App {
public:
    App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    /// Reads the address and begins. Called once.
    void start();

private:
    /// Takes an input and handles it now, or after those that are being handled.
    void post(core::Input input);
    void pump();
    void drain_outputs();
    void tick();
    /// Frames in a row until nothing waits: inside a browser's event handler, so that actions have its gesture.
    void run_gesture(core::FrameReason reason);
    void draw_if_due();
    void frame(core::FrameReason reason);
    void show(const ui::FrameResult& result);
    /// Tells the core which pictures are on the screen, when others are than before.
    void say_pictures();
    void paint(const ui::FrameResult& result);
    void rebuild_renderer();
    void show_debug();
    void settle_pace();
    void arrange() { loop_.arrange(scheduler_, client_.deadline()); }

    core::RecordedClient client_;
    core::FrameScheduler scheduler_;
    std::deque<core::Input> inputs_;
    bool pumping_ = false;
    bool showing_ = false;
    std::uint64_t drawn_version_ = 0;
    std::vector<ui::SemanticEvent> semantic_events_;
    std::vector<ui::SemanticNode> shown_semantics_;
    std::vector<core::input::PicturesShown::Picture> drawn_pictures_;
    std::optional<std::vector<core::input::PicturesShown::Picture>> said_pictures_;

    FrameLoop loop_;
    web::TextRasterizer rasterizer_;
    ui::Interface interface_;
    web::Canvas canvas_;
    std::unique_ptr<gfx::Renderer> renderer_;
    web::PageSurface surface_;
    web::PointerInput pointer_;
    web::SemanticLayer semantics_;
    web::VideoLayer videos_;
    web::PageEvents page_events_;
    Platform platform_;
    DebugLog debug_log_;
    std::optional<web::DebugOverlay> debug_overlay_;
};

}  // namespace parley::app
