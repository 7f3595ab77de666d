#pragma once

// A part of a text, by its bytes.
//
// Thread: any.

#include <cstddef>
#include <string_view>

namespace tf::ingest {

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] std::string_view of(std::string_view text) const
    {
        return text.substr(begin, end - begin);
    }
};

} // namespace tf::ingest
