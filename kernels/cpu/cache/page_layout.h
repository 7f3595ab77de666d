#pragma once

// How numbers lie inside a page, and a page's head seen in the form that a kernel computes with.
//
// Keys lie with one slot a lane and values with one dim a lane, so scores, index scores and the
// weighted sum of values are all the same product: rows of numbers times a table [inner][lanes].
//   F32       keys [dim][lanes]          values [slot][lanes]
//   BF16, F8  keys [dim/2][lanes][2]     values [slot/2][lanes][2]: two neighbours share a lane,
//             as the dot product of bf16 pairs wants them
// Lanes are slots (dims) rounded up to 16, an odd dim or block is rounded up to a pair; what fills
// up is zero from the start and never written. A slot that holds no visible key may hold anything:
// scores of such lanes are dropped before they are used, and the sum of values ends before them.

#include "kernels/api/cache.h"
#include "kernels/cpu/cache/block_kernels.h"

#include <cstdint>

namespace tf::cpu {

enum class PageKind : std::uint8_t { Keys, Values };

struct PageLayout {
    DType type = DType::F32;
    std::int32_t inner = 0; ///< what is summed over: dims of keys, slots of values
    std::int32_t lanes = 0; ///< what is not, rounded up to 16

    [[nodiscard]] std::int64_t numbers() const
    {
        const std::int32_t whole = type == DType::F32 ? inner : (inner + 1) / 2 * 2;
        return static_cast<std::int64_t>(whole) * lanes;
    }
    [[nodiscard]] std::int64_t bytes() const
    {
        return numbers() * static_cast<std::int64_t>(bytesOf(type));
    }
    [[nodiscard]] std::int64_t at(std::int32_t innerIdx, std::int32_t lane) const
    {
        if (type == DType::F32)
            return static_cast<std::int64_t>(innerIdx) * lanes + lane;
        return (static_cast<std::int64_t>(innerIdx / 2) * lanes + lane) * 2 + innerIdx % 2;
    }
};

PageLayout layoutOf(const PageStore& store, PageKind kind);

/// Of a page; the same for keys and values.
std::int64_t pageBytes(const PageStore& store);

/// Where a head's numbers begin in a page.
std::byte* headOf(const PageStore& store, PageKind kind, std::int32_t page, std::int32_t head);

/// The numbers in the layout of the kernels' form: F32 as floats, BF16 as pairs. In place where the
/// store has that form, else written to `room`, which holds layout.numbers() of the form. Requires:
/// the form is F32, or BF16 and the store is BF16 or F8.
const std::byte* inForm(const BlockKernels& kernels, const PageLayout& layout,
                        const std::byte* head, std::byte* room);

} // namespace tf::cpu
