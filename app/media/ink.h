#pragma once

// Lines with round ends painted into pixels, with soft edges.
//
// Here, where no graphics library is, marks look the same on every machine. Thread: any.

#include "vision/picture/picture.h"

#include <span>

namespace tf::app {

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(const Color&) const = default;
};

/// In pixels; the middle of the first one lies at 0.5, 0.5.
struct Point {
    double x = 0;
    double y = 0;
};

/// A line; from a point to itself it is a disc.
struct Line {
    Point from;
    Point to;
};

/// What lies outside of the picture is left out.
void paintLines(vision::Picture& picture, std::span<const Line> lines, double thickness,
                Color color);

} // namespace tf::app
