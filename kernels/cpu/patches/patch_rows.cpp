#include "kernels/cpu/patches/patch_rows.h"

#include "kernels/base/check.h"

namespace tf::cpu {

void patchRows(const PatchRowsArgs& args, Pool& pool)
{
    constexpr std::int64_t kByteValues = 256;
    const std::int64_t perChannel = args.out.cols / args.channels;
    CHECK(args.out.type == DType::F32 && perChannel * args.channels == args.out.cols,
          "a row of floats holds all channels alike");
    pool.run(args.out.rows, [&](std::int64_t rowIdx, int /*threadIdx*/) {
        const std::uint8_t* from = args.bytes + rowIdx * args.out.cols;
        auto* to = reinterpret_cast<float*>(args.out.row(rowIdx));
        for (std::int32_t channel = 0; channel < args.channels; ++channel) {
            const float* table = args.table + channel * kByteValues;
            for (std::int64_t idx = 0; idx < perChannel; ++idx)
                *to++ = table[*from++];
        }
    });
}

} // namespace tf::cpu
