#include "kernels/base/check.h"
#include "kernels/cpu/cache/candidates.h"
#include "kernels/cpu/cache/index.h"

#include <algorithm>
#include <array>

namespace tf::cpu {

namespace {

constexpr std::int32_t kMaxTopK = 256;

/// Of one row and head, whose lists lie `stride` candidates apart, one a share.
void mergeLists(const MergeArgs& args, const Candidate* lists, std::int64_t stride,
                std::int32_t* blocks)
{
    std::array<Candidate, kMaxTopK> places;
    BestBlocks best(places.data(), args.topK);
    for (std::int32_t share = 0; share < args.shares; ++share) {
        for (std::int32_t place = 0; place < args.topK; ++place) {
            const Candidate& candidate = lists[share * stride + place];
            if (candidate.block >= 0)
                best.add(candidate);
        }
    }
    for (std::int32_t place = 0; place < args.topK; ++place)
        blocks[place] = places[place].block;
    // As unsigned numbers, -1 is the largest: what is none moves to the end.
    std::sort(blocks, blocks + args.topK, [](std::int32_t left, std::int32_t right) {
        return static_cast<std::uint32_t>(left) < static_cast<std::uint32_t>(right);
    });
}

} // namespace

void merge(const MergeArgs& args, Pool& pool)
{
    CHECK(args.topK <= kMaxTopK, "a row chooses at most 256 blocks");
    const std::int64_t stride = args.rows * args.heads * args.topK;
    pool.run(args.rows, [&](std::int64_t rowIdx, int /*threadIdx*/) {
        for (std::int32_t head = 0; head < args.heads; ++head) {
            const std::int64_t begin = (rowIdx * args.heads + head) * args.topK;
            mergeLists(args, args.candidates + begin, stride, args.blocks + begin);
        }
    });
}

} // namespace tf::cpu
