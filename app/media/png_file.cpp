#include "app/media/png_file.h"

#include "kernels/base/new_file.h"
#include "kernels/base/words.h"

#include <span>
#include <string_view>
#include <vector>

#include <zlib.h>

namespace tf::app {

namespace {

using vision::PictureView;

constexpr std::string_view kPngSignature("\x89PNG\r\n\x1a\n", 8);
constexpr int kPngLevel = 4; ///< screenshots shrink well; more costs time for little
constexpr char kRowAbove = 2; ///< the filter that says how a row differs from the one above

std::string bigEndian(std::uint32_t number)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xFFU);
    return bytes;
}

std::string chunk(std::string_view type, std::string_view body)
{
    std::string checked(type);
    checked += body;
    const auto sum = crc32_z(0, reinterpret_cast<const Bytef*>(checked.data()), checked.size());
    return bigEndian(static_cast<std::uint32_t>(body.size())) + checked
        + bigEndian(static_cast<std::uint32_t>(sum));
}

std::string pngHeader(vision::Size size)
{
    std::string body = bigEndian(static_cast<std::uint32_t>(size.width))
        + bigEndian(static_cast<std::uint32_t>(size.height));
    body += std::string_view("\x08\x02\0\0\0", 5); // 8 bits, RGB, deflate, filters, one pass
    return chunk("IHDR", body);
}

/// Every row as its difference from the one above, which is mostly zero on a screen.
std::string filteredRows(const PictureView& picture)
{
    const auto rowBytes = static_cast<std::size_t>(picture.size.width) * 3;
    std::string rows;
    rows.reserve((rowBytes + 1) * static_cast<std::size_t>(picture.size.height));
    const std::vector<std::uint8_t> black(rowBytes);
    const std::uint8_t* above = black.data();
    for (std::int32_t y = 0; y < picture.size.height; ++y) {
        const std::uint8_t* row = picture.row(y);
        rows += kRowAbove;
        for (std::size_t at = 0; at < rowBytes; ++at)
            rows += static_cast<char>(row[at] - above[at]);
        above = row;
    }
    return rows;
}

} // namespace

Result<std::string> pngBytes(const PictureView& picture)
{
    const auto rows = filteredRows(picture);
    auto numBytes = compressBound(rows.size());
    std::string packed(numBytes, '\0');
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &numBytes,
                  reinterpret_cast<const Bytef*>(rows.data()), rows.size(), kPngLevel)
        != Z_OK)
        return Error(Code::OutOfMemory, "no memory to pack a picture");
    packed.resize(numBytes);
    return words(kPngSignature, pngHeader(picture.size), chunk("IDAT", packed), chunk("IEND", ""));
}

Result<> writePng(const std::filesystem::path& path, const PictureView& picture)
{
    const auto bytes = TRY(pngBytes(picture));
    auto file = TRY(NewFile::create(path));
    TRY(file.append(std::as_bytes(std::span(bytes))));
    return file.moveIntoPlace(NewFile::Durability::Cache);
}

} // namespace tf::app
