#include <imgui.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "ui/components/toast.hpp"
#include "ui/context.hpp"
#include "ui/font_loader.hpp"
#include "ui/frame.hpp"
#include "ui/news.hpp"
#include "ui/popup.hpp"
#include "ui/views/call_bar.hpp"
#include "ui/views/check_sheet.hpp"
#include "ui/views/keys_sheet.hpp"
#include "ui/views/qr_sheet.hpp"
#include "ui/views/settings_sheet.hpp"
#include "ui/views/views.hpp"
#include "ui/words.hpp"

namespace parley::ui {

namespace {

constexpr float frame_time_min_s = 0.0001F;
constexpr float curve_error_px = 0.12F;
constexpr float toast_width_max = 480;
constexpr float tooltip_space = 48;  ///< kept free above the call's bar, whose tooltips come there

constexpr ImGuiWindowFlags page_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                        ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus;

Rect page_area(const Surface& surface) {
    return {surface.inset_left, surface.inset_top,
            std::max(0.0F, surface.width - surface.inset_left - surface.inset_right),
            std::max(0.0F, surface.height - surface.inset_top - surface.inset_bottom)};
}

Reach reach_of_page(const core::View& view) {
    return view.settings.open || view.check.open || view.keys_shown || view.qr_code.open ? Reach::Covered : Reach::Open;
}

/// What a popup lies over can't be used, whatever it is.
Reach under_popup(const PopupMemory& popup, Reach otherwise) { return popup.opener != 0 ? Reach::Covered : otherwise; }

/// Where colours are forced a tile without a picture looks like the page.
void outline_tiles(const Palette& palette, std::vector<TileFrame>& tiles) {
    if (!palette.forced) return;
    for (TileFrame& tile : tiles) {
        if (tile.ring_width > 0) continue;
        tile.ring_rgba = palette.hairline;
        tile.ring_width = 1;
    }
}

}  // namespace

struct Interface::State {
    explicit State(TextRasterizer& rasterizer) : context(ImGui::CreateContext()), runs(rasterizer) {
        ImGui::SetCurrentContext(context);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.LogFilename = nullptr;
        io.ConfigFlags = ImGuiConfigFlags_None;
        io.ConfigInputTextCursorBlink = false;
        ImGuiStyle& style = ImGui::GetStyle();
        style.WindowPadding = {0, 0};
        style.WindowBorderSize = 0;
        style.WindowMinSize = {1, 1};
        add_platform_font(*io.Fonts, rasterizer);
    }
    ~State() { ImGui::DestroyContext(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void begin(const Surface& surface, double now_s);
    void follow_focus(const std::vector<SemanticEvent>& events);
    void show_screen(Context& drawing, const core::View& view);
    void show_notices(Context& drawing, const core::View& view);
    void show_page(Context& drawing, const core::View& view);
    void show_sheet(Context& drawing, const core::View& view);

    ImGuiContext* context;
    TextRuns runs;
    Focus focus;
    LandingMemory landing;
    PreJoinMemory pre_join;
    CallMemory call;
    SettingsMemory settings;
    ToastMemory toasts;
    PopupMemory popup;
    NewsMemory news;
    core::Screen screen = core::Screen::Loading;
    SemanticId pressed = 0;
    Reach reach = Reach::Open;  ///< of the page, in the latest frame
    SemanticId opener = 0;      ///< what was pressed to open the sheet
    double last_frame_s = 0;
};

void Interface::State::begin(const Surface& surface, double now_s) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {surface.width, surface.height};
    io.DisplayFramebufferScale = {surface.pixel_ratio, surface.pixel_ratio};
    io.DeltaTime = std::max(static_cast<float>(now_s - last_frame_s), frame_time_min_s);
    last_frame_s = now_s;
    ImGui::GetStyle().CircleTessellationMaxError = curve_error_px / surface.pixel_ratio;
    ImGui::NewFrame();
    runs.begin_frame(*io.Fonts, surface.pixel_ratio);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({surface.width, surface.height});
    ImGui::Begin("page", nullptr, page_flags);
    for (ImDrawList* list : {ImGui::GetWindowDrawList(), ImGui::GetForegroundDrawList()})
        list->_FringeScale = 1 / surface.pixel_ratio;
}

void Interface::State::follow_focus(const std::vector<SemanticEvent>& events) {
    focus.moved = false;
    for (const SemanticEvent& event : events) {
        if (event.kind == SemanticEvent::Kind::Focus) focus = {event.id, event.focus_visible, true};
        if (event.kind == SemanticEvent::Kind::Blur && event.id == focus.id) focus = {};
    }
}

void Interface::State::show_screen(Context& drawing, const core::View& view) {
    Rect area = page_area(drawing.surface);
    // Every screen begins at its top, however far the one before was scrolled, and every call with nothing to remember.
    if (std::exchange(screen, view.screen) != view.screen) {
        ImGui::SetScrollY(0);
        call = {};
        news = {};
    }
    if (drawing.surface.page == Page::Gallery) return gallery_view(drawing, area);
    if (view.screen != core::Screen::Call) take_recording_card(drawing, view, call.recording, area);
    switch (view.screen) {
        case core::Screen::Loading:
            return loading_view(drawing, area);
        case core::Screen::Landing:
            return landing_view(drawing, view, landing, area);
        case core::Screen::PreJoin:
            return pre_join_view(drawing, view, pre_join, area);
        case core::Screen::Call:
            return call_view(drawing, view, call, area);
        case core::Screen::Left:
            return left_view(drawing, view, area);
        case core::Screen::Failed:
            return failed_view(drawing, view, area);
    }
}

void Interface::State::show_notices(Context& drawing, const core::View& view) {
    for (const core::Notice& notice : view.notices) {
        if (notice.id <= toasts.latest_id) continue;
        toasts.latest_id = notice.id;
        std::string words = notice_text(notice);
        if (const std::optional<News> news_kind = news_of(notice.kind))
            tell(drawing, *news_kind, words);
        else
            announce(drawing, words);
        add_toast(drawing, toasts, notice.id, std::move(words));
    }
    Rect area = page_area(drawing.surface);
    const float below = view.screen == core::Screen::Call ? call_bar_height(area) + tooltip_space : space::m;
    take_bottom(area, below);
    show_toasts(drawing, toasts, centered(area, std::min(area.width - 2 * space::m, toast_width_max), area.height));
}

void Interface::State::show_page(Context& drawing, const core::View& view) {
    const Rect whole{0, 0, drawing.surface.width, drawing.surface.height};
    SemanticNode& main = add_node(drawing, SemanticRole::Main, "main", whole, "Parley");
    main.inert = drawing.reach == Reach::Covered;
    const InsideNode inside(drawing, main);
    show_screen(drawing, view);
    show_notices(drawing, view);
}

/// A sheet takes the focus when it comes, and gives it back to what opened it when it goes.
void Interface::State::show_sheet(Context& drawing, const core::View& view) {
    const Reach before = std::exchange(reach, reach_of_page(view));
    if (before == Reach::Open && reach == Reach::Covered) opener = pressed;
    if (before == Reach::Covered && reach == Reach::Open) drawing.result.focus = opener;
    if (view.check.open)
        check_sheet(drawing, view.check);
    else if (view.settings.open)
        settings_sheet(drawing, view, settings);
    else if (view.keys_shown)
        keys_sheet(drawing, view);
    else if (view.qr_code.open)
        qr_sheet(drawing, view);
}

Interface::Interface(TextRasterizer& rasterizer) : state_(std::make_unique<State>(rasterizer)) {}
Interface::~Interface() = default;

FrameResult Interface::frame(const core::View& view, const Surface& surface, const std::vector<SemanticEvent>& events,
                             double now_s) {
    ImGui::SetCurrentContext(state_->context);
    FrameResult result;
    result.title = page_title(view);
    state_->follow_focus(events);
    state_->begin(surface, now_s);
    const Palette palette = palette_for(surface.theme, surface.system_colors);
    Context drawing{surface,         &palette,      state_->runs, state_->focus,
                    events,          result,        now_s,        ImGui::GetWindowDrawList(),
                    state_->pressed, state_->popup, state_->news};
    result.background_rgba = drawing.palette->page;
    begin_popup(drawing);
    drawing.reach = under_popup(state_->popup, reach_of_page(view));
    state_->show_page(drawing, view);
    outline_tiles(palette, result.tiles);
    ImGui::End();
    drawing.reach = under_popup(state_->popup, Reach::Open);
    state_->show_sheet(drawing, view);
    drawing.reach = Reach::Open;
    show_popup(drawing);
    speak_news(drawing);
    ImGui::Render();
    return result;
}

}  // namespace parley::ui
