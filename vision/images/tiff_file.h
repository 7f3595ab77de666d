#pragma once

// A TIFF file in memory, opened by libtiff: its first picture's tags, rows and tiles.
//
// libtiff is told where the bytes end and how much memory one thing may take; what it complains
// about is kept as words. Thread: one at a time.

#include "vision/images/byte_view.h"

#include <array>
#include <cstdint>
#include <memory>

#include <tiffio.h>

namespace tf::vision {

/// What libtiff's callbacks touch; stays where it is while the file is open.
struct TiffInput {
    ByteView bytes;
    std::uint64_t place = 0;
    std::array<char, 128> fault{}; ///< the first complaint
};

class TiffFile {
public:
    explicit TiffFile(ByteView bytes);
    TiffFile(const TiffFile&) = delete;
    TiffFile& operator=(const TiffFile&) = delete;
    ~TiffFile();

    [[nodiscard]] bool isOpen() const { return m_tiff != nullptr; }
    [[nodiscard]] TIFF* handle() const { return m_tiff; }
    [[nodiscard]] const char* fault() const;

    /// A tag with one number; what the standard says when it is absent, or `otherwise`.
    [[nodiscard]] std::uint16_t shortTag(std::uint32_t tag, std::uint16_t otherwise) const;
    [[nodiscard]] std::uint32_t longTag(std::uint32_t tag, std::uint32_t otherwise) const;

private:
    std::unique_ptr<TiffInput> m_input;
    TIFF* m_tiff = nullptr;
};

} // namespace tf::vision
