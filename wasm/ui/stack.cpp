#include "ui/stack.hpp"

#include <cmath>
#include <utility>

namespace parley::ui {

void Stack::add(float gap, float height, std::function<void(const Rect&)> place) {
    if (!rows_.empty()) height_ += gap;
    rows_.push_back({height_, height, std::move(place)});
    height_ += height;
}

void Stack::place(float x, float y) const {
    for (const Row& row : rows_) row.place({std::round(x), std::round(y + row.y), width_, row.height});
}

}  // namespace parley::ui
