#include "kernels/cpu/rows/gather_rows.h"

#include "kernels/base/check.h"

#include <cstring>

namespace tf::cpu {

void gatherRows(const GatherRowsArgs& args, Pool& pool)
{
    CHECK(args.in.type == args.out.type && args.in.cols == args.out.cols, "rows of one kind");
    const auto bytes = static_cast<std::size_t>(args.in.cols) * bytesOf(args.in.type);
    pool.run(args.out.rows, [&](std::int64_t rowIdx, int /*threadIdx*/) {
        std::memcpy(args.out.row(rowIdx), args.in.row(args.rowIds[rowIdx]), bytes);
    });
}

void embed(const StoredMatrix& table, const std::int32_t* ids, const Tensor& out, Pool& pool)
{
    CHECK(out.type == DType::F32 && out.cols == table.cols, "embeddings are read as floats");
    pool.run(out.rows, [&](std::int64_t rowIdx, int /*threadIdx*/) {
        readRow(table, ids[rowIdx], 0,
                {reinterpret_cast<float*>(out.row(rowIdx)), static_cast<std::size_t>(out.cols)});
    });
}

} // namespace tf::cpu
