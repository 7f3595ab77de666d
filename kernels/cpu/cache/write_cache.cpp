#include "kernels/cpu/cache/write_cache.h"

#include "kernels/cpu/cache/page_layout.h"
#include "kernels/cpu/rows/number_rows.h"
#include "kernels/cpu/rows/row_place.h"

namespace tf::cpu {

namespace {

/// Neighbouring slots share cache lines: one thread writes this many.
constexpr std::int64_t kRowsPerTask = 16;

void writeNumber(DType type, std::byte* head, std::int64_t idx, float value)
{
    switch (type) {
    case DType::F32:
        reinterpret_cast<float*>(head)[idx] = value;
        return;
    case DType::BF16:
        reinterpret_cast<BFloat16*>(head)[idx] = toBFloat16(value);
        return;
    case DType::F8:
        reinterpret_cast<Float8*>(head)[idx] = toFloat8(value);
        return;
    case DType::F16:
        break;
    }
    UNREACHABLE();
}

void writeRow(const PageStore& store, PageKind kind, const RowPlace& place, const float* row)
{
    const std::int32_t page = place.sequence->pages[place.position / store.block];
    if (!store.share.holds(page))
        return;
    const auto slot = static_cast<std::int32_t>(place.position % store.block);
    const PageLayout layout = layoutOf(store, kind);
    for (std::int32_t head = 0; head < store.heads; ++head) {
        std::byte* to = headOf(store, kind, page, head);
        for (std::int32_t dim = 0; dim < store.dim; ++dim) {
            const std::int64_t idx =
                kind == PageKind::Keys ? layout.at(dim, slot) : layout.at(slot, dim);
            writeNumber(store.type, to, idx, row[head * store.dim + dim]);
        }
    }
}

void writeCacheRow(const CacheWriteArgs& args, std::int64_t rowIdx)
{
    const RowPlace place = placeOf(args.batch, rowIdx);
    writeRow(args.cache.keys, PageKind::Keys, place, floatRow(args.key, rowIdx));
    writeRow(args.cache.values, PageKind::Values, place, floatRow(args.value, rowIdx));
    if (args.indexKey.data != nullptr)
        writeRow(args.cache.indexKeys, PageKind::Keys, place, floatRow(args.indexKey, rowIdx));
}

} // namespace

void writeCache(const CacheWriteArgs& args, Pool& pool)
{
    const std::int64_t rows = args.batch.numRows;
    pool.run((rows + kRowsPerTask - 1) / kRowsPerTask, [&](std::int64_t taskIdx, int) {
        const std::int64_t end = std::min(rows, (taskIdx + 1) * kRowsPerTask);
        for (std::int64_t rowIdx = taskIdx * kRowsPerTask; rowIdx < end; ++rowIdx)
            writeCacheRow(args, rowIdx);
    });
}

} // namespace tf::cpu
