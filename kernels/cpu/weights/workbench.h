#pragma once

// What products with weights are made with: the device's threads, instructions, scratch, weights.

#include "kernels/cpu/level.h"
#include "kernels/cpu/pool.h"
#include "kernels/cpu/scratch.h"
#include "kernels/cpu/weights/weight_shelf.h"

namespace tf::cpu {

struct Workbench {
    WeightShelf& shelf;
    Pool& pool;
    Scratch& scratch;
    Level level = Level::Plain;
};

} // namespace tf::cpu
