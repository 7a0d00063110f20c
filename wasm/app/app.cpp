#include "app/app.hpp"

#include <imgui.h>

#include <utility>

#include "web/page_start.hpp"

namespace parley::app {

using core::FrameReason;

namespace {

constexpr double ms_per_second = 1'000;
// One press may open something that wants a frame of its own; more than a few would be a loop.
constexpr int gesture_frames_max = 4;

}  // namespace

App::App()
    : loop_({.frame = [this] { draw_if_due(); }, .deadline = [this] { tick(); }}),
      interface_(rasterizer_),
      canvas_({.lost =
                   [this] {
                       renderer_.reset();
                       semantics_.show(web::SemanticLayer::Appearance::Plain);
                   },
               .restored = [this] { rebuild_renderer(); }}),
      surface_(canvas_.element(),
               [this] {
                   scheduler_.request(FrameLoop::now(), FrameReason::Surface);
                   draw_if_due();
               }),
      pointer_(canvas_.element(), {.gesture = [this] { run_gesture(FrameReason::Pointer); },
                                   .moved =
                                       [this] {
                                           scheduler_.request(FrameLoop::now(), FrameReason::Pointer);
                                           arrange();
                                       }}),
      semantics_([this](const ui::SemanticEvent& event) {
          semantic_events_.push_back(event);
          run_gesture(FrameReason::Semantics);
      }),
      videos_({.first_frame = [this](const std::string& name) { post(core::input::VideoPlaying{name}); },
               .blocked = [this] { post(core::input::SoundBlocked{}); }}),
      page_events_([this](core::Input input) { post(std::move(input)); }, [this] { say_pictures(); }),
      platform_([this](core::Input input) { post(std::move(input)); }, videos_) {
    if (web::DebugOverlay::wanted()) debug_overlay_.emplace();
    rebuild_renderer();
}

void App::start() {
    client_.record(web::read_build());
    post(web::read_page_start({.name = name_storage_key,
                               .preferences = preferences_storage_key,
                               .former_paths = former_paths_storage_key,
                               .grant = grant_storage_key,
                               .draft = draft_storage_key}));
}

void App::post(core::Input input) {
    inputs_.push_back(std::move(input));
    if (!pumping_) pump();
}

void App::pump() {
    pumping_ = true;
    while (!inputs_.empty()) {
        const core::Input input = std::move(inputs_.front());
        inputs_.pop_front();
        if (debug_overlay_) debug_log_.add(FrameLoop::now(), input);
        client_.handle(FrameLoop::now(), input);
        drain_outputs();
    }
    pumping_ = false;
    if (client_.view().version != drawn_version_) scheduler_.request(FrameLoop::now(), FrameReason::View);
    show_debug();
    settle_pace();
    arrange();
}

void App::show_debug() {
    if (debug_overlay_) debug_overlay_->show(debug_log_.text(client_.summary(), scheduler_));
}

void App::drain_outputs() {
    while (auto output = client_.poll()) {
        if (debug_overlay_) debug_log_.add(FrameLoop::now(), *output);
        platform_.carry_out(*output);
    }
}

void App::settle_pace() {
    using Pace = core::FrameScheduler::Pace;
    scheduler_.set_pace(client_.connecting(FrameLoop::now()) ? Pace::Patient : Pace::Prompt);
}

void App::tick() {
    pumping_ = true;
    client_.tick(FrameLoop::now());
    drain_outputs();
    pumping_ = false;
    pump();
    if (FrameLoop::page_hidden()) draw_if_due();
}

void App::run_gesture(FrameReason reason) {
    // An event that a frame itself caused (a focus that moved) waits for the next one.
    if (showing_) return scheduler_.request(FrameLoop::now(), reason);
    for (int frames = 0; frames < gesture_frames_max; ++frames) {
        scheduler_.request(FrameLoop::now(), reason);
        draw_if_due();
        if (!pointer_.pending() && semantic_events_.empty()) return;
    }
}

void App::draw_if_due() {
    if (const auto reason = scheduler_.take(FrameLoop::now())) frame(*reason);
    arrange();
}

void App::frame(FrameReason reason) {
    const core::TimeMs now = FrameLoop::now();
    const double began_ms = FrameLoop::precise_now();
    drawn_version_ = client_.view().version;
    const auto events = std::exchange(semantic_events_, {});
    ui::FrameResult result =
        interface_.frame(client_.view(), surface_.surface(), events, static_cast<double>(now) / ms_per_second);
    if (result.next_frame_in_s >= 0) {
        scheduler_.want_at(now + static_cast<core::TimeMs>(result.next_frame_in_s * ms_per_second));
    }
    // What was pressed acts first: drawing takes its time, and muting must not wait for it.
    for (auto& action : result.actions) inputs_.emplace_back(std::move(action));
    const bool was_connecting = client_.connecting(now);
    pump();
    if (!was_connecting && client_.connecting(now)) {
        // This very frame began to connect people, and shows what is past: the next one, later, shows more.
        return scheduler_.request(now, FrameReason::View);
    }
    show(result);
    drawn_pictures_ = std::move(result.pictures);
    if (!FrameLoop::page_hidden()) paint(result);
    say_pictures();
    if (debug_overlay_) debug_log_.add(now, reason, FrameLoop::precise_now() - began_ms);
}

void App::show(const ui::FrameResult& result) {
    showing_ = true;
    semantics_.apply(ui::diff(shown_semantics_, result.semantics));
    shown_semantics_ = result.semantics;
    if (result.focus != 0) semantics_.focus(result.focus);
    if (!result.announcement.empty()) semantics_.announce(result.announcement);
    videos_.place(result.videos);
    surface_.show_title(result.title);
    surface_.show_background(result.background_rgba);
    pointer_.show_cursor(result.cursor);
    pointer_.give_pinches(result.pinch);
    showing_ = false;
}

// Before the first picture there is nothing to say: nobody is asked to stop sending what was never there.
void App::say_pictures() {
    using Pictures = std::vector<core::input::PicturesShown::Picture>;
    if (!said_pictures_ && drawn_pictures_.empty()) return;
    Pictures shown = FrameLoop::page_hidden() ? Pictures() : drawn_pictures_;
    if (said_pictures_ == shown) return;
    said_pictures_ = shown;
    post(core::input::PicturesShown{std::move(shown)});
}

void App::paint(const ui::FrameResult& result) {
    if (!renderer_ || !canvas_.usable()) return;
    const gfx::Target target{surface_.width_px(), surface_.height_px()};
    canvas_.resize(target.width_px, target.height_px);
    renderer_->draw(result.tiles, *ImGui::GetDrawData(), target);
}

void App::rebuild_renderer() {
    renderer_ = canvas_.usable() ? gfx::Renderer::create() : nullptr;
    semantics_.show(renderer_ ? web::SemanticLayer::Appearance::Hidden : web::SemanticLayer::Appearance::Plain);
    scheduler_.request(FrameLoop::now(), FrameReason::ContextRestored);
    arrange();
}

}  // namespace parley::app
