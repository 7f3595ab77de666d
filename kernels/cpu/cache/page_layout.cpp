#include "kernels/cpu/cache/page_layout.h"

#include "kernels/base/check.h"

#include <algorithm>

namespace tf::cpu {

namespace {

std::int32_t lanesFor(std::int32_t count)
{
    return (count + 15) / 16 * 16;
}

void pairsToFloats(const BlockKernels& kernels, const PageLayout& layout, const std::byte* head,
                   float* to)
{
    const auto widen = layout.type == DType::BF16 ? kernels.widenBf16 : kernels.widenFloat8;
    const std::int64_t pairBytes =
        std::int64_t(2) * layout.lanes * static_cast<std::int64_t>(bytesOf(layout.type));
    for (std::int32_t innerIdx = 0; innerIdx < layout.inner; innerIdx += 2) {
        widen(head, layout.lanes, to, to + layout.lanes);
        head += pairBytes;
        to += std::int64_t(2) * layout.lanes;
    }
}

} // namespace

PageLayout layoutOf(const PageStore& store, PageKind kind)
{
    if (kind == PageKind::Keys)
        return {store.type, store.dim, lanesFor(store.block)};
    return {store.type, store.block, lanesFor(store.dim)};
}

std::int64_t pageBytes(const PageStore& store)
{
    const std::int64_t bytes = std::max(layoutOf(store, PageKind::Keys).bytes(),
                                        layoutOf(store, PageKind::Values).bytes());
    return (bytes * store.heads + 63) / 64 * 64;
}

std::byte* headOf(const PageStore& store, PageKind kind, std::int32_t page, std::int32_t head)
{
    return store.page(page) + head * layoutOf(store, kind).bytes();
}

const std::byte* inForm(const BlockKernels& kernels, const PageLayout& layout,
                        const std::byte* head, std::byte* room)
{
    if (kernels.form == layout.type)
        return head;
    if (kernels.form == DType::BF16) {
        CHECK(layout.type == DType::F8, "only bytes become pairs");
        kernels.bytesToPairs(head, layout.numbers(), room);
        return room;
    }
    pairsToFloats(kernels, layout, head, reinterpret_cast<float*>(room));
    return room;
}

} // namespace tf::cpu
