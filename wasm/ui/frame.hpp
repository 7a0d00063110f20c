#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/actions.hpp"
#include "core/input.hpp"
#include "core/view.hpp"
#include "ui/semantics.hpp"
#include "ui/text_rasterizer.hpp"

/// One frame of the user interface: a pure function of the view, the events and what the interface itself
/// remembers (focus, hover, a menu that is open). Pointer events reach Dear ImGui's IO from the caller before.
namespace parley::ui {

/// Forced: the colours that the person has set for everything on their system (`forced-colors: active`).
enum class Theme : std::uint8_t { Light, Dark, Forced };
enum class Motion : std::uint8_t { Full, Reduced };
enum class Cursor : std::uint8_t { Default, Pointer, Text, Grab };
enum class Page : std::uint8_t { Application, Gallery };

/// The system's colours (CSS Color 4 section 6.2), 0xRRGGBBAA.
struct SystemColors {
    std::uint32_t canvas = 0x000000FF;
    std::uint32_t canvas_text = 0xFFFFFFFF;
    std::uint32_t link_text = 0xFFFFFFFF;
    std::uint32_t button_face = 0x000000FF;
    std::uint32_t button_text = 0xFFFFFFFF;
    std::uint32_t button_border = 0xFFFFFFFF;
    std::uint32_t highlight = 0xFFFFFFFF;
    std::uint32_t highlight_text = 0x000000FF;
    std::uint32_t gray_text = 0xFFFFFFFF;
    std::uint32_t field = 0x000000FF;
    std::uint32_t field_text = 0xFFFFFFFF;
    friend bool operator==(const SystemColors&, const SystemColors&) = default;
};

/// What the page is at this moment. Lengths are CSS pixels.
struct Surface {
    float width = 0;
    float height = 0;
    float pixel_ratio = 1;                                                   ///< device pixels for each CSS pixel
    float inset_top = 0, inset_right = 0, inset_bottom = 0, inset_left = 0;  ///< safe areas (notches)
    Theme theme = Theme::Light;
    SystemColors system_colors = {};  ///< Theme::Forced only
    Motion motion = Motion::Full;
    Page page = Page::Application;
};

/// Where a <video> element lies, under the canvas. Elements that are not named are hidden, not removed.
struct VideoPlacement {
    std::string element;  ///< "preview" for the own camera before joining, else the peer id
    Rect rect;
    float corner_radius = 0;
    bool mirrored = false;
    enum class Fit : std::uint8_t { Cover, Contain } fit = Fit::Cover;
    /// Over the others or among them.
    enum class Level : std::uint8_t { Page, Floating } level = Level::Page;
    /// Where all of it lies when it is enlarged and only the part in `rect` is seen.
    std::optional<Rect> whole = {};
    friend bool operator==(const VideoPlacement&, const VideoPlacement&) = default;
};

/// What the tile shader draws, under everything of Dear ImGui's: a rounded frame around (not over) a video,
/// with a speaking ring, or filled as an avatar's background.
struct TileFrame {
    Rect rect;
    float corner_radius = 0;
    std::uint32_t fill_rgba = 0;     ///< 0xRRGGBBAA; alpha 0 leaves the video visible
    std::uint32_t outside_rgba = 0;  ///< what covers the corners outside the rounding; alpha 0 for nothing
    std::uint32_t ring_rgba = 0;
    float ring_width = 0;
    Rect hole = {};  ///< left unfilled, with the same corners, for a video that floats over the tile; no width for none
    friend bool operator==(const TileFrame&, const TileFrame&) = default;
};

struct FrameResult {
    std::vector<core::UserAction> actions;
    std::vector<SemanticNode> semantics;
    std::vector<VideoPlacement> videos;
    /// Who of the others has a tile, and how large their picture would be in it, whether there is one or not.
    std::vector<core::input::PicturesShown::Picture> pictures;
    std::vector<TileFrame> tiles;
    std::string title;                  ///< the document's
    std::string announcement;           ///< said once by the live region when not empty
    SemanticId focus = 0;               ///< takes the keyboard's focus once the semantics are shown; 0: it stays
    std::uint32_t background_rgba = 0;  ///< the page behind everything, 0xRRGGBBAA: CSS of <body>, not of the canvas
    Cursor cursor = Cursor::Default;
    /// Whether two fingers zoom what the pointer is on, or the page.
    enum class Pinch : std::uint8_t { Page, Canvas } pinch = Pinch::Page;
    double next_frame_in_s =
        -1;  ///< when the interface itself wants another frame (an animation, a toast's end); < 0: never
};

/// The user interface. Owns the Dear ImGui context, its fonts and the interface's own memory.
class Interface {
public:
    explicit Interface(TextRasterizer& rasterizer);
    ~Interface();
    Interface(const Interface&) = delete;
    Interface& operator=(const Interface&) = delete;

    /// Runs a whole frame at `now_s` (seconds, any origin, never backwards); afterwards ImGui::GetDrawData() is valid.
    FrameResult frame(const core::View& view, const Surface& surface, const std::vector<SemanticEvent>& events,
                      double now_s);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace parley::ui
