#include "kernels/base/words.h"
#include "vision/images/codec.h"
#include "vision/images/guarded_call.h"

#include <array>
#include <limits>
#include <string>
#include <utility>

#include <png.h>

namespace tf::vision {

namespace {

constexpr std::string_view kPngBeginning("\x89PNG\r\n\x1a\n", 8);
constexpr std::size_t kPngHeaderPlace = 16;
constexpr std::uint8_t kPngColorHasAlpha = 4;

bool isPng(ByteView bytes)
{
    return bytes.beginsWith(kPngBeginning);
}

/// Notes what a chunk says about the picture. Type and content; the checksum is libpng's affair.
void notePngChunk(ByteView type, ByteView content, PictureHeader& header)
{
    if (type.beginsWith("acTL"))
        header.frames = std::max<std::int64_t>(1, content.big(0, 4));
    else if (type.beginsWith("tRNS"))
        header.hasAlpha = true;
    else if (type.beginsWith("eXIf"))
        header.turn = turnInExif(content);
}

Result<PictureHeader> pngHeader(ByteView bytes)
{
    if (!bytes.holds(kPngHeaderPlace, 10) || !bytes.beginsWith("IHDR", 12))
        return Error(Code::Corrupt, "PNG ends before its header does");
    const auto width = bytes.big(kPngHeaderPlace, 4);
    const auto height = bytes.big(kPngHeaderPlace + 4, 4);
    if (width > PNG_UINT_31_MAX || height > PNG_UINT_31_MAX)
        return Error(Code::Corrupt, words("PNG of ", width, " x ", height, " pixels"));
    PictureHeader header;
    header.size = {static_cast<std::int32_t>(width), static_cast<std::int32_t>(height)};
    header.bits = bytes[kPngHeaderPlace + 8];
    header.hasAlpha = (bytes[kPngHeaderPlace + 9] & kPngColorHasAlpha) != 0;
    for (std::size_t place = 8; bytes.holds(place, 12);) {
        const std::size_t length = bytes.big(place, 4);
        notePngChunk(bytes.part(place + 4, 4), bytes.part(place + 8, length), header);
        place += length + 12;
    }
    return header;
}

/// All that libpng's callbacks touch; freed by its owner.
struct PngRun {
    ByteView bytes;
    std::size_t place = 0;
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::jmp_buf jump;
    std::array<char, 96> fault{};
    Raster* raster = nullptr;
    std::int64_t rowsDone = 0;
    bool allRowsDone = false;

    explicit PngRun(ByteView from)
        : bytes(from)
    {
    }
    PngRun(const PngRun&) = delete;
    PngRun& operator=(const PngRun&) = delete;
    ~PngRun() { png_destroy_read_struct(&png, &info, nullptr); }
};

void onPngError(png_structp png, png_const_charp message)
{
    auto& run = *static_cast<PngRun*>(png_get_error_ptr(png));
    const std::string_view text(message);
    text.copy(run.fault.data(), run.fault.size() - 1);
    std::longjmp(run.jump, 1); // NOLINT(cert-err52-cpp)
}

void onPngWarning(png_structp, png_const_charp) { }

void onPngRead(png_structp png, png_bytep to, std::size_t count)
{
    auto& run = *static_cast<PngRun*>(png_get_io_ptr(png));
    if (!run.bytes.holds(run.place, count))
        png_error(png, "it ends early");
    std::copy_n(run.bytes.data() + run.place, count, to);
    run.place += count;
}

/// Chunks that change no pixel here are not even unpacked: no text or profile can be a bomb.
/// gAMA, cHRM, sRGB and iCCP among them: as Pillow does, numbers are taken as they stand.
void skipPngExtras(png_structp png)
{
    static constexpr std::array<png_byte, 75> kSkipped = {
        'i', 'C', 'C', 'P', 0, 'z', 'T', 'X', 't', 0, 'i', 'T', 'X', 't', 0, 't', 'E', 'X', 't', 0,
        's', 'P', 'L', 'T', 0, 'e', 'X', 'I', 'f', 0, 'p', 'C', 'A', 'L', 0, 's', 'C', 'A', 'L', 0,
        'h', 'I', 'S', 'T', 0, 'g', 'A', 'M', 'A', 0, 'c', 'H', 'R', 'M', 0, 's', 'R', 'G', 'B', 0,
        'b', 'K', 'G', 'D', 0, 'p', 'H', 'Y', 's', 0, 't', 'I', 'M', 'E', 0};
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, kSkipped.data(),
                                static_cast<int>(kSkipped.size() / 5));
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, nullptr, 0);
}

/// Every kind of PNG becomes RGB or RGBA of 8 bits; of 16 bits the high byte stays.
void beginPng(PngRun& run)
{
    png_set_read_fn(run.png, &run, onPngRead);
    png_set_user_limits(run.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); // ours are checked already
    skipPngExtras(run.png);
    png_read_info(run.png, run.info);
    png_set_expand(run.png);
    png_set_strip_16(run.png);
    png_set_gray_to_rgb(run.png);
    png_set_interlace_handling(run.png);
    png_read_update_info(run.png, run.info);
}

void readPngRows(PngRun& run)
{
    const auto numPasses = png_get_interlace_type(run.png, run.info) == PNG_INTERLACE_NONE ? 1 : 7;
    for (int pass = 1; pass <= numPasses; ++pass) {
        for (std::int64_t y = 0; y < run.raster->size.height; ++y) {
            png_read_row(run.png, run.raster->row(y), nullptr);
            run.rowsDone = pass == numPasses ? y + 1 : 0;
        }
    }
    run.allRowsDone = true;
    png_read_end(run.png, nullptr); // checks the last rows' checksum
}

Error pngFault(const PngRun& run, std::int64_t height)
{
    return damage("PNG", run.fault.data(), run.rowsDone, height);
}

Result<Raster> decodePng(ByteView bytes, const PictureHeader& header)
{
    PngRun run(bytes);
    run.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &run, onPngError, onPngWarning);
    run.info = run.png == nullptr ? nullptr : png_create_info_struct(run.png);
    if (run.info == nullptr)
        return Error(Code::OutOfMemory, "no memory to read a PNG");
    if (!runGuarded(run.jump, beginPng, run))
        return pngFault(run, header.size.height);

    const Size size{static_cast<std::int32_t>(png_get_image_width(run.png, run.info)),
                    static_cast<std::int32_t>(png_get_image_height(run.png, run.info))};
    const int channels = png_get_channels(run.png, run.info);
    if (size != header.size || (channels != 3 && channels != 4))
        return Error(Code::Corrupt, "PNG has two headers that differ");
    Raster raster = blankRaster(size, channels == 4 ? Alpha::Kept : Alpha::Opaque);
    run.raster = &raster;
    // Cut off behind the last row is no loss.
    if (!runGuarded(run.jump, readPngRows, run)
        && !(run.allRowsDone && run.place + 12 >= bytes.size()))
        return pngFault(run, size.height);
    return raster;
}

} // namespace

const Codec& pngCodec()
{
    static constexpr Codec codec{"PNG", isPng, pngHeader, decodePng};
    return codec;
}

} // namespace tf::vision
