#pragma once

// What an SVG would cost to read, counted in its text before any of it is understood.
//
// librsvg has limits of its own, but some lie at minutes and gigabytes, and nothing can stop it
// once it draws. Thread: any.

#include "kernels/base/result.h"
#include "vision/images/byte_view.h"

#include <cstddef>

namespace tf::vision {

struct SvgCost {
    std::size_t elements = 0;
    std::size_t textBytes = 0; ///< between tags, spaces left out
    std::size_t entityBytes = 0; ///< at most, if every reference stands for all declarations
    bool nestsEntities = false; ///< a declaration that refers to others
};

SvgCost svgCost(ByteView bytes);

/// BadInput that names the limit which the cost is beyond.
Result<> expectCheap(const SvgCost& cost);

} // namespace tf::vision
