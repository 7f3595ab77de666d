#pragma once

// Where keys, values and index keys of one layer lie, page by page, and how new ones get there.
//
// How numbers lie inside a page is the device's own affair (cacheBytes() says how many there are);
// whoever moves whole pages need not know. A share splits a sequence's context over ranks: of all
// pages a rank keeps those whose number gives `index` when divided by `count`, page p at place
// p / count of its own memory. K and V may be split over fewer ranks than the index keys.

#include "kernels/api/batch.h"
#include "kernels/api/tensor.h"

#include <cstdint>

namespace tf {

struct PageShare {
    std::int32_t count = 1;
    std::int32_t index = 0;

    [[nodiscard]] bool holds(std::int32_t page) const { return page % count == index; }
    [[nodiscard]] std::int32_t place(std::int32_t page) const { return page / count; }
};

/// One layer's pages. A page of keys (values) holds `heads` x `block` x `dim` numbers.
struct PageStore {
    std::byte* data = nullptr;
    DType type = DType::BF16; ///< F32, BF16 or F8
    std::int32_t block = 128;
    std::int32_t heads = 1;
    std::int32_t dim = 128;
    std::int64_t pageBytes = 0; ///< what Device::cacheBytes() said
    PageShare share;

    [[nodiscard]] std::byte* page(std::int32_t number) const
    {
        return data + share.place(number) * pageBytes;
    }
};

struct LayerCache {
    PageStore keys;
    PageStore values;
    PageStore indexKeys; ///< data null in a dense layer; one head
};

/// What is kept of a row: k and v after norm and RoPE [rows][heads * dim], both F32; rounded here
/// to the store's type. Pages that are not of this share are left alone. indexKey is empty in a
/// dense layer.
struct CacheWriteArgs {
    Batch batch;
    LayerCache cache;
    Tensor key;
    Tensor value;
    Tensor indexKey;
};

} // namespace tf
