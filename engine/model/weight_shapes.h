#pragma once

// The matrices of a model as shapes without numbers, so that a plan can be counted without files.

#include "engine/model/weights.h"

namespace tf::engine {

/// What every weight of such a model is, with its linear ones in `format`: BF16 as released, or
/// MxFp8. Nothing may be read from it.
MatrixSource shapesOf(const ModelConfig& config, WeightFormat format);

} // namespace tf::engine
