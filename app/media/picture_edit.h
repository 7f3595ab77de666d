#pragma once

// What a user does to a picture before it is sent: a part of it, covered places, marks.
//
// Places are pixels of the upright original. What is covered is painted over before anything leaves
// the program, so that nothing of it can come back. Thread: any.

#include "vision/picture/picture.h"

#include <optional>

namespace tf::app {

struct Spot {
    std::int32_t x = 0;
    std::int32_t y = 0;

    bool operator==(const Spot&) const = default;
};

struct Region {
    Spot at; ///< upper left
    vision::Size size;

    bool operator==(const Region&) const = default;
};

enum class MarkKind : std::uint8_t { Box, Arrow, Number };

struct Mark {
    MarkKind kind = MarkKind::Box;
    Spot from; ///< of a number: its middle
    Spot to; ///< of a box the other corner, of an arrow its point
    std::int32_t number = 0;

    bool operator==(const Mark&) const = default;
};

struct PictureEdit {
    std::optional<Region> crop;
    std::vector<Region> covered;
    std::vector<Mark> marks;

    [[nodiscard]] bool empty() const { return !crop && covered.empty() && marks.empty(); }
    bool operator==(const PictureEdit&) const = default;
};

} // namespace tf::app
