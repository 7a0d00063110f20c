#include "ui/arrangement.hpp"

#include <algorithm>
#include <cmath>

#include "ui/geometry.hpp"
#include "ui/grid.hpp"

namespace parley::ui {

namespace {

using core::Corner;
using core::Layout;
using core::Tile;
using Part = Arrangement::Part;

constexpr float tile_width_min = 104;
constexpr float tile_height_min = 88;
constexpr std::size_t tiles_per_page_max = 25;
constexpr float phone_width = 600;
constexpr std::size_t equal_on_a_phone_max = 6;  ///< more are too small there to be looked at

constexpr float picture_shape = 16.0F / 9;
constexpr float portrait_shape = 3.0F / 4;
constexpr float row_height_min = 96, row_height_max = 150, row_share = 0.2F;
constexpr float column_width_min = 150, column_width_max = 260, column_share = 0.2F;
constexpr float strip_share_max = 0.38F;
constexpr float row_beside_min_height = 420;  ///< below it the others stand at the side even when a row is wanted
constexpr float pages_height = 44;
constexpr float pages_width = 88;  ///< beside a row

constexpr float floating_margin = 12;
constexpr float floating_width_min = 112, floating_width_max = 280, floating_share = 0.22F, floating_portrait = 0.28F;

bool contains(const std::vector<Tile>& tiles, const Tile& tile) {
    return std::ranges::find(tiles, tile) != tiles.end();
}

bool is_tall(const Rect& area) { return area.width < area.height; }

/// How many equal tiles fit that are worth looking at; at least one.
std::size_t grid_capacity(const Rect& bounds, std::size_t count) {
    for (std::size_t fits = std::min(count, tiles_per_page_max); fits > 1; --fits) {
        const Rect first = tile_grid(bounds, fits, tile_gap).front();
        if (first.width >= tile_width_min && first.height >= tile_height_min) return fits;
    }
    return 1;
}

bool fit_as_equals(const std::vector<Tile>& tiles, const Rect& area) {
    if (area.width < phone_width && tiles.size() > equal_on_a_phone_max) return false;
    return grid_capacity(area, tiles.size()) >= tiles.size();
}

std::vector<Tile> pinned_of(const core::View& view, const std::vector<Tile>& order) {
    std::vector<Tile> pinned;
    for (const Tile& tile : view.stage.pinned)
        if (contains(order, tile)) pinned.push_back(tile);
    return pinned;
}

std::vector<Tile> large_of(const core::View& view, const std::vector<Tile>& order, const Rect& area) {
    if (std::vector<Tile> pinned = pinned_of(view, order); !pinned.empty()) return pinned;
    const Layout layout = view.settings.preferences.layout;
    if (layout == Layout::Grid) return {};
    const auto screen = std::ranges::find(order, Tile::Kind::Screen, &Tile::kind);
    if (screen != order.end()) return {*screen};
    const bool of_two = view.participants.size() == 2;
    if (layout == Layout::Automatic && !of_two && fit_as_equals(order, area)) return {};
    if (!view.stage.speaker) return {};
    return {{*view.stage.speaker, Tile::Kind::Person}};
}

StagePlan::Form form_of(Layout layout, const Rect& area) {
    if (is_tall(area)) return StagePlan::Form::Row;
    const bool row = layout == Layout::Speaker && area.height >= row_beside_min_height;
    return row ? StagePlan::Form::Row : StagePlan::Form::Column;
}

/// One page of tiles that do not all fit.
struct Page {
    std::size_t first = 0;
    std::size_t size = 0;      ///< of it
    std::size_t capacity = 0;  ///< of each page: they are as full as each other
    std::size_t page = 0;
    std::size_t count = 1;
};

Page page_of(std::size_t tiles, std::size_t fits, std::size_t page) {
    Page result;
    result.count = (tiles + fits - 1) / fits;
    result.capacity = (tiles + result.count - 1) / result.count;
    result.page = std::min(page, result.count - 1);
    result.first = std::min(tiles, result.page * result.capacity);
    result.size = std::min(result.capacity, tiles - result.first);
    return result;
}

void place_grid(Arrangement& result, const std::vector<Tile>& tiles, Rect area, std::size_t wanted_page) {
    result.floor = inset(area, floating_margin, floating_margin);
    if (tiles.empty()) return;
    std::size_t fits = grid_capacity(area, tiles.size());
    Rect turning;
    if (fits < tiles.size()) {
        turning = take_bottom(area, pages_height);
        take_bottom(area, tile_gap);
        fits = grid_capacity(area, tiles.size());
    }
    const Page page = page_of(tiles.size(), fits, wanted_page);
    if (page.count > 1) result.pages = {turning, page.page, page.count};
    const std::vector<Rect> places = tile_grid(area, page.capacity, tile_gap);
    for (std::size_t i = 0; i < page.size; ++i) result.tiles.push_back({tiles[page.first + i], places[i], Part::Equal});
}

/// Of the tiles in a strip, width by height. On a phone more people fit side by side upright.
float strip_shape(StagePlan::Form form, float width) {
    return form == StagePlan::Form::Row && width < phone_width ? portrait_shape : picture_shape;
}

std::size_t fitting(float length, float each) {
    const float count = std::floor((length + tile_gap) / (each + tile_gap));
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::max(0.0F, count)));
}

/// Equal tiles one after the other, as many as fit, in the middle of `strip`.
void place_strip(Arrangement& result, const std::vector<Tile>& tiles, Rect strip, StagePlan::Form form,
                 std::size_t wanted_page) {
    const bool row = form == StagePlan::Form::Row;
    const float shape = strip_shape(form, result.floor.width);
    const float width = std::floor(row ? strip.height * shape : strip.width);
    const float height = std::floor(row ? strip.height : strip.width / shape);
    const auto fit = [&] { return row ? fitting(strip.width, width) : fitting(strip.height, height); };
    std::size_t fits = fit();
    Rect turning;
    if (fits < tiles.size()) {
        turning = row ? take_right(strip, pages_width) : take_bottom(strip, pages_height);
        row ? take_right(strip, tile_gap) : take_bottom(strip, tile_gap);
        fits = fit();
    }
    const Page page = page_of(tiles.size(), fits, wanted_page);
    if (page.count > 1) result.pages = {turning, page.page, page.count};
    const auto taken = static_cast<float>(page.capacity);
    Rect places = row ? centered(strip, taken * (width + tile_gap) - tile_gap, height)
                      : centered(strip, width, taken * (height + tile_gap) - tile_gap);
    for (std::size_t i = 0; i < page.size; ++i) {
        const Rect place{places.x, places.y, std::min(width, strip.width), std::min(height, strip.height)};
        result.tiles.push_back({tiles[page.first + i], place, Part::Small});
        row ? places.x += width + tile_gap : places.y += height + tile_gap;
    }
}

/// As long as it leaves what is large the most of a small area. `fits_all`: with which all tiles fit; smaller tiles are
/// better than pages of them, while they are worth looking at.
float strip_breadth(float length, float share, float least, float most, float fits_all) {
    const float wanted = std::min(std::clamp(length * share, least, most), length * strip_share_max);
    return std::floor(fits_all >= least ? std::min(wanted, fits_all) : wanted);
}

Rect take_strip(Rect& area, StagePlan::Form form, std::size_t count) {
    const float shape = strip_shape(form, area.width);
    const auto each = [count](float length) { return (length + tile_gap) / static_cast<float>(count) - tile_gap; };
    Rect strip;
    if (form == StagePlan::Form::Row) {
        const float fits_all = each(area.width) / shape;
        strip = take_bottom(area, strip_breadth(area.height, row_share, row_height_min, row_height_max, fits_all));
        take_bottom(area, tile_gap);
    } else {
        const float fits_all = each(area.height) * shape;
        strip = take_right(area, strip_breadth(area.width, column_share, column_width_min, column_width_max, fits_all));
        take_right(area, tile_gap);
    }
    return strip;
}

/// People keep the shape of pictures; what is presented may have any and gets all the room.
void place_large(Arrangement& result, const std::vector<Tile>& tiles, const Rect& area) {
    const bool fills = tiles.size() == 1 && tiles.front().kind == Tile::Kind::Screen;
    const std::vector<Rect> places = fills ? std::vector{area} : tile_grid(area, tiles.size(), tile_gap);
    for (std::size_t i = 0; i < tiles.size(); ++i) result.tiles.push_back({tiles[i], places[i], Part::Large});
}

void place_floating(Arrangement& result, const Tile& tile, Corner corner) {
    const Rect& floor = result.floor;
    const bool tall = is_tall(floor);
    const float share = tall ? floating_portrait : floating_share;
    const float width = std::floor(std::min(std::clamp(floor.width * share, floating_width_min, floating_width_max),
                                            std::max(0.0F, floor.width / 2)));
    const float height = std::floor(std::min(width / (tall ? portrait_shape : picture_shape), floor.height / 2));
    result.tiles.push_back({tile, in_corner(floor, corner, width, height), Part::Floating});
}

}  // namespace

std::vector<Tile> tiles_of(const core::View& view) {
    const bool own_shown = view.settings.preferences.own_picture == core::OwnPicture::Shown;
    std::vector<Tile> tiles;
    for (const core::ParticipantView& person : view.participants) {
        if (!person.you || own_shown) tiles.push_back({person.peer, Tile::Kind::Person});
        if (!person.you && person.screen_on) tiles.push_back({person.peer, Tile::Kind::Screen});
    }
    return tiles;
}

void follow(std::vector<Tile>& order, const std::vector<Tile>& tiles) {
    std::erase_if(order, [&](const Tile& tile) { return !contains(tiles, tile); });
    for (const Tile& tile : tiles)
        if (!contains(order, tile)) order.push_back(tile);
}

void exchange(std::vector<Tile>& order, const std::vector<Tile>& large_before, const std::vector<Tile>& large_now) {
    if (large_before.size() != 1 || large_now.size() != 1 || large_before == large_now) return;
    const auto before = std::ranges::find(order, large_before.front());
    const auto now = std::ranges::find(order, large_now.front());
    if (before != order.end() && now != order.end()) std::iter_swap(before, now);
}

StagePlan plan_stage(const core::View& view, const std::vector<Tile>& order, const Rect& area) {
    StagePlan plan;
    plan.large = large_of(view, order, area);
    for (const Tile& tile : order)
        if (!contains(plan.large, tile)) plan.others.push_back(tile);
    if (plan.large.empty()) return plan;
    plan.form = form_of(view.settings.preferences.layout, area);
    const bool own_only = plan.others.size() == 1 && !view.participants.empty() &&
                          plan.others.front() == Tile{view.participants.front().peer, Tile::Kind::Person};
    if (!own_only) return plan;
    plan.floating = plan.others.front();
    plan.others.clear();
    return plan;
}

Arrangement arrange(const StagePlan& plan, Corner corner, const Rect& area, std::size_t page) {
    Arrangement result;
    if (plan.large.empty()) {
        place_grid(result, plan.others, area, page);
        return result;
    }
    Rect rest = area;
    Rect strip;
    if (!plan.others.empty()) strip = take_strip(rest, plan.form, plan.others.size());
    result.floor = rest;
    place_large(result, plan.large, rest);
    if (!plan.others.empty()) place_strip(result, plan.others, strip, plan.form, page);
    const bool one = plan.large.size() == 1;
    result.floor = inset(one ? result.tiles.front().rect : rest, floating_margin, floating_margin);
    if (plan.floating) place_floating(result, *plan.floating, corner);
    return result;
}

Rect in_corner(const Rect& floor, Corner corner, float width, float height) {
    const bool at_left = corner == Corner::TopLeft || corner == Corner::BottomLeft;
    const bool at_top = corner == Corner::TopLeft || corner == Corner::TopRight;
    return {at_left ? floor.x : right(floor) - width, at_top ? floor.y : bottom(floor) - height, width, height};
}

Corner nearest_corner(const Rect& floor, const Rect& rect) {
    const bool at_left = rect.x + rect.width / 2 < floor.x + floor.width / 2;
    const bool at_top = rect.y + rect.height / 2 < floor.y + floor.height / 2;
    if (at_top) return at_left ? Corner::TopLeft : Corner::TopRight;
    return at_left ? Corner::BottomLeft : Corner::BottomRight;
}

Corner after(Corner corner) {
    constexpr int corners = 4;
    return static_cast<Corner>((static_cast<int>(corner) + 1) % corners);
}

}  // namespace parley::ui
