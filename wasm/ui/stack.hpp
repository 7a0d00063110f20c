#pragma once

#include <functional>
#include <vector>

#include "ui/geometry.hpp"

namespace parley::ui {

/// Rows of known heights one below the other, measured before any is placed.
class Stack {
public:
    explicit Stack(float width) : width_(width) {}

    [[nodiscard]] float width() const { return width_; }
    [[nodiscard]] float height() const { return height_; }

    /// `place` is called with the row's rectangle when the stack is placed. `gap` is the space above the row,
    /// left out for the first.
    void add(float gap, float height, std::function<void(const Rect&)> place);
    /// Places every row, on whole pixels.
    void place(float x, float y) const;

private:
    struct Row {
        float y;
        float height;
        std::function<void(const Rect&)> place;
    };
    float width_;
    float height_ = 0;
    std::vector<Row> rows_;
};

}  // namespace parley::ui
