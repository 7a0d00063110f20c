#include "web/recording_picture.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <cmath>

#include "ui/theme.hpp"
#include "ui/utf8.hpp"
#include "web/worker.hpp"

namespace parley::web {

using core::recording::Tile;
using emscripten::val;

namespace {

constexpr ui::Color background = 0x121417FF;
constexpr ui::Color empty_tile = 0x23272DFF;
constexpr ui::Color name_shade = 0x000000A0;
constexpr float tile_radius = 12;
constexpr float avatar_share = 0.42F;
constexpr float initials_share = 0.4F;  // of the disc
constexpr float name_size_px = 18;
constexpr float name_padding = 8;
constexpr float name_margin = 8;
constexpr int ms_per_second = 1'000;

void recording_beat(int handle, val /*event*/) {
    if (auto* picture = Handle<RecordingPicture>::find(handle)) picture->on_beat();
}

EMSCRIPTEN_BINDINGS(recording_picture) { emscripten::function("recording_beat", &recording_beat); }

ui::Rect rect_of(const core::recording::Box& box) {
    return {static_cast<float>(box.x), static_cast<float>(box.y), static_cast<float>(box.width),
            static_cast<float>(box.height)};
}

float radius_of(const Tile& tile) { return tile.fit == Tile::Fit::Cover ? tile_radius : 0; }

}  // namespace

RecordingPicture::RecordingPicture(const core::recording::Shape& shape, Videos videos)
    : shape_(shape),
      videos_(std::move(videos)),
      canvas_(shape.width, shape.height),
      clock_(start_worker("parley-recording-clock")) {
    if (!clock_.isNull())
        clock_.call<void>("addEventListener", val("message"), callback("recording_beat", handle_.number()));
    const RecordingCanvas::Current current(canvas_);
    if (canvas_.usable()) renderer_.emplace();
}

RecordingPicture::~RecordingPicture() {
    if (!clock_.isNull()) clock_.call<void>("terminate");
    const RecordingCanvas::Current current(canvas_);
    renderer_.reset();
    pictures_.clear();
    labels_.clear();
}

void RecordingPicture::run() { clock_.call<void>("postMessage", ms_per_second / shape_.frames_per_s); }
void RecordingPicture::rest() { clock_.call<void>("postMessage", 0); }

void RecordingPicture::show(const std::vector<Tile>& tiles) {
    tiles_ = tiles;
    const RecordingCanvas::Current current(canvas_);
    labels_.forget_surplus();
    std::erase_if(pictures_, [&](const auto& kept) {
        return std::ranges::find(tiles_, kept.first, &Tile::element) == tiles_.end();
    });
}

void RecordingPicture::on_beat() {
    if (usable()) draw_all();
    clock_.call<void>("postMessage", val::null());
}

void RecordingPicture::draw_all() {
    const RecordingCanvas::Current current(canvas_);
    renderer_->begin(shape_.width, shape_.height, background);
    for (const Tile& tile : tiles_) draw(tile);
}

void RecordingPicture::draw(const Tile& tile) {
    const val video = tile.content == Tile::Content::Picture ? videos_(tile.element) : val::null();
    if (video.isNull() || video["videoWidth"].as<int>() == 0)
        draw_initials(tile);
    else
        draw_picture(tile, video);
    draw_name(tile);
}

void RecordingPicture::draw_picture(const Tile& tile, const val& video) {
    gfx::Texture& texture = pictures_[tile.element];
    if (!texture) texture = gfx::make_picture_texture();
    glBindTexture(GL_TEXTURE_2D, texture.name());
    canvas_.upload(video);
    gfx::Picture picture{.texture = texture.name(), .place = rect_of(tile.box), .corner_radius = radius_of(tile)};
    picture.fit(tile.fit, video["videoWidth"].as<float>() / video["videoHeight"].as<float>());
    renderer_->draw(picture);
}

void RecordingPicture::draw_initials(const Tile& tile) {
    const ui::Rect rect = rect_of(tile.box);
    const float diameter = std::floor(std::min(rect.width, rect.height) * avatar_share);
    const ui::Rect disc{std::floor(rect.x + (rect.width - diameter) / 2),
                        std::floor(rect.y + (rect.height - diameter) / 2), diameter, diameter};
    renderer_->draw_shapes(
        {{.rect = rect, .corner_radius = radius_of(tile), .fill_rgba = empty_tile},
         {.rect = disc, .corner_radius = diameter / 2, .fill_rgba = ui::avatar_color(tile.element)}});
    const RecordingLabels::Label& letters =
        labels_.find(ui::initials(tile.name), std::round(diameter * initials_share));
    const auto width = static_cast<float>(letters.width_px);
    const auto height = static_cast<float>(letters.height_px);
    if (letters.width_px == 0) return;
    renderer_->draw({.texture = letters.texture.name(),
                     .place = {std::round(disc.x + (diameter - width) / 2),
                               std::round(disc.y + (diameter - height) / 2), width, height}});
}

void RecordingPicture::draw_name(const Tile& tile) {
    const RecordingLabels::Label& name = labels_.find(tile.name, name_size_px);
    const ui::Rect rect = rect_of(tile.box);
    const float room = rect.width - 2 * (name_margin + name_padding);
    if (name.width_px == 0 || room <= 0) return;
    const auto whole = static_cast<float>(name.width_px);
    const float width = std::min(whole, room);
    const auto height = static_cast<float>(name.height_px);
    const ui::Rect chip{rect.x + name_margin, rect.y + rect.height - name_margin - height - name_padding,
                        width + 2 * name_padding, height + name_padding};
    renderer_->draw_shapes({{.rect = chip, .corner_radius = name_padding, .fill_rgba = name_shade}});
    renderer_->draw({.texture = name.texture.name(),
                     .place = {chip.x + name_padding, chip.y + name_padding / 2, width, height},
                     .part = {0, 0, width / whole, 1}});
}

}  // namespace parley::web
