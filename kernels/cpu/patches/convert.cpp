#include "kernels/cpu/patches/convert.h"

#include "kernels/cpu/rows/number_rows.h"

namespace tf::cpu {

void convert(const ConvertArgs& args, Pool& pool)
{
    if (args.in.data == args.out.data)
        return;
    pool.run(args.in.rows, [&args](std::int64_t rowIdx, int /*threadIdx*/) {
        storeFloats(floatRow(args.in, rowIdx), args.in.cols, args.out.type, args.out.row(rowIdx));
    });
}

} // namespace tf::cpu
