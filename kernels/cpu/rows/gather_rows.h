#pragma once

// Rows picked by number: of activations, and of a table of embeddings. See kernels/api/gemm.h.

#include "kernels/api/gemm.h"
#include "kernels/cpu/pool.h"

namespace tf::cpu {

void gatherRows(const GatherRowsArgs& args, Pool& pool);

/// out row i = row ids[i] of the stored table, as floats.
void embed(const StoredMatrix& table, const std::int32_t* ids, const Tensor& out, Pool& pool);

} // namespace tf::cpu
