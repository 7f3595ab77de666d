#include "kernels/base/words.h"
#include "vision/images/codec.h"
#include "vision/images/guarded_call.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include <jpeglib.h>

#include <jerror.h> // after jpeglib.h: which codes it has depends on it

namespace tf::vision {

namespace {

/// An honest progressive file has about ten; each costs a pass over the picture.
constexpr int kMaxJpegScans = 100;
constexpr std::int64_t kMaxJpegScannedPixels = 1'500'000'000;
constexpr long kMaxJpegMemory = 768L * 1024 * 1024;

constexpr std::uint8_t kJpegExif = 0xE1;
constexpr std::uint8_t kJpegScan = 0xDA;

bool isJpeg(ByteView bytes)
{
    return bytes.beginsWith("\xFF\xD8\xFF");
}

bool beginsJpegFrame(std::uint8_t marker)
{
    const bool isTable = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
    return marker >= 0xC0 && marker <= 0xCF && !isTable;
}

bool hasNoLength(std::uint8_t marker)
{
    return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD9) || marker == 0xFF;
}

void noteJpegSegment(std::uint8_t marker, ByteView content, PictureHeader& header)
{
    if (beginsJpegFrame(marker)) {
        header.bits = content[0];
        header.size = {static_cast<std::int32_t>(content.big(3, 2)),
                       static_cast<std::int32_t>(content.big(1, 2))};
    } else if (marker == kJpegExif && content.beginsWith("Exif") && header.turn.isNone()) {
        header.turn = turnInExif(content);
    }
}

/// Everything before the first scan; what is no marker between segments is passed over.
Result<PictureHeader> jpegHeader(ByteView bytes)
{
    PictureHeader header;
    std::size_t place = 2;
    while (bytes.holds(place, 2) && !(bytes[place] == 0xFF && bytes[place + 1] == kJpegScan)) {
        const std::uint8_t marker = bytes[place + 1];
        if (bytes[place] != 0xFF || hasNoLength(marker)) {
            ++place;
            continue;
        }
        const std::size_t length = bytes.big(place + 2, 2);
        noteJpegSegment(marker, bytes.part(place + 4, std::max<std::size_t>(length, 2) - 2),
                        header);
        place += 2 + length;
    }
    if (header.size.area() == 0)
        return Error(Code::Corrupt, "JPEG without a size: it ends before its header does");
    return header;
}

/// All that libjpeg's callbacks touch; freed by its owner.
struct JpegRun {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg_source_mgr source{};
    jpeg_progress_mgr progress{};
    ByteView bytes;
    std::jmp_buf jump;
    std::array<char, JMSG_LENGTH_MAX> fault{};
    bool ranOut = false;
    Raster* raster = nullptr;
    std::vector<std::uint8_t> ink; ///< a row of CMYK

    explicit JpegRun(ByteView from)
        : bytes(from)
    {
        jpeg.err = jpeg_std_error(&errors);
        jpeg.client_data = this;
    }
    JpegRun(const JpegRun&) = delete;
    JpegRun& operator=(const JpegRun&) = delete;
    ~JpegRun() { jpeg_destroy_decompress(&jpeg); }
};

JpegRun& runOf(j_common_ptr jpeg)
{
    return *static_cast<JpegRun*>(jpeg->client_data);
}

void failJpeg(JpegRun& run, const char* why)
{
    // Behind the end libjpeg makes sense of nothing, and says so in many ways.
    std::snprintf(run.fault.data(), run.fault.size(), "%s", run.ranOut ? "it ends early" : why);
    std::longjmp(run.jump, 1); // NOLINT(cert-err52-cpp)
}

void onJpegError(j_common_ptr jpeg)
{
    std::array<char, JMSG_LENGTH_MAX> text{};
    jpeg->err->format_message(jpeg, text.data());
    failJpeg(runOf(jpeg), text.data());
}

/// libjpeg calls lost pixels a warning and paints them grey; here that is a fault. What cameras
/// write out of order, without loss, stays a warning.
void onJpegMessage(j_common_ptr jpeg, int level)
{
    if (level >= 0)
        return;
    const int code = jpeg->err->msg_code;
    if (code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_ARITH_BAD_CODE
        || code == JWRN_MUST_RESYNC)
        onJpegError(jpeg);
}

/// The decoder looks ahead: that the bytes end is a fault only if it misses some of them.
boolean onJpegRanOut(j_decompress_ptr jpeg)
{
    static constexpr std::array<JOCTET, 2> kEnd{0xFF, JPEG_EOI};
    runOf(reinterpret_cast<j_common_ptr>(jpeg)).ranOut = true;
    jpeg->src->next_input_byte = kEnd.data();
    jpeg->src->bytes_in_buffer = kEnd.size();
    return TRUE;
}

void onJpegSkip(j_decompress_ptr jpeg, long count)
{
    const auto left = jpeg->src->bytes_in_buffer;
    const auto skipped = std::min(left, static_cast<std::size_t>(std::max(0L, count)));
    jpeg->src->next_input_byte += skipped;
    jpeg->src->bytes_in_buffer -= skipped;
}

void onJpegProgress(j_common_ptr common)
{
    const auto* jpeg = reinterpret_cast<j_decompress_ptr>(common);
    const auto scans = jpeg->input_scan_number;
    const auto pixels = std::int64_t{jpeg->image_width} * jpeg->image_height;
    if (scans > kMaxJpegScans || scans * pixels > std::max(kMaxJpegScannedPixels, 16 * pixels))
        failJpeg(runOf(common), "it has more scans than any picture needs");
}

void ignoreJpeg(j_decompress_ptr) { }

void connectJpeg(JpegRun& run)
{
    run.errors.error_exit = onJpegError;
    run.errors.emit_message = onJpegMessage;
    run.source.next_input_byte = run.bytes.data();
    run.source.bytes_in_buffer = run.bytes.size();
    run.source.init_source = ignoreJpeg;
    run.source.term_source = ignoreJpeg;
    run.source.fill_input_buffer = onJpegRanOut;
    run.source.skip_input_data = onJpegSkip;
    run.source.resync_to_restart = jpeg_resync_to_restart;
    run.progress.progress_monitor = onJpegProgress;
}

/// Four channels are ink; libjpeg makes RGB of everything else.
void beginJpeg(JpegRun& run)
{
    jpeg_create_decompress(&run.jpeg);
    run.jpeg.client_data = &run;
    run.jpeg.mem->max_memory_to_use = kMaxJpegMemory;
    run.jpeg.src = &run.source;
    run.jpeg.progress = &run.progress;
    jpeg_read_header(&run.jpeg, TRUE);
    run.jpeg.out_color_space = run.jpeg.num_components == 4 ? JCS_CMYK : JCS_RGB;
}

void startJpeg(JpegRun& run)
{
    jpeg_start_decompress(&run.jpeg);
    if (run.ranOut && jpeg_has_multiple_scans(&run.jpeg) != FALSE)
        failJpeg(run, "scans are missing"); // said as: it ends early
}

void readJpegRows(JpegRun& run)
{
    while (run.jpeg.output_scanline < run.jpeg.output_height) {
        JSAMPROW to = run.raster->row(run.jpeg.output_scanline);
        JSAMPROW row = run.ink.empty() ? to : run.ink.data();
        if (jpeg_read_scanlines(&run.jpeg, &row, 1) != 1)
            failJpeg(run, "it gives no more rows");
        if (run.ink.empty())
            continue;
        // Whoever writes four channels follows Adobe and stores the light, not the ink.
        for (std::uint8_t& channel : run.ink)
            channel = static_cast<std::uint8_t>(~channel);
        writeCmykRow(run.ink.data(), run.raster->size.width, to);
    }
}

Error jpegFault(const JpegRun& run, std::int64_t height)
{
    return damage("JPEG", run.fault.data(), run.jpeg.output_scanline, height);
}

Result<Raster> decodeJpeg(ByteView bytes, const PictureHeader& header)
{
    JpegRun run(bytes);
    connectJpeg(run);
    if (!runGuarded(run.jump, beginJpeg, run))
        return jpegFault(run, header.size.height);
    const Size size{static_cast<std::int32_t>(run.jpeg.image_width),
                    static_cast<std::int32_t>(run.jpeg.image_height)};
    if (size != header.size)
        return Error(Code::Corrupt, "JPEG has two headers that differ");
    if (!runGuarded(run.jump, startJpeg, run))
        return jpegFault(run, size.height);
    Raster raster = blankRaster(size, Alpha::Opaque);
    run.raster = &raster;
    if (run.jpeg.out_color_space == JCS_CMYK)
        run.ink.resize(static_cast<std::size_t>(size.width) * 4);
    if (!runGuarded(run.jump, readJpegRows, run))
        return jpegFault(run, size.height);
    return raster;
}

} // namespace

const Codec& jpegCodec()
{
    static constexpr Codec codec{"JPEG", isJpeg, jpegHeader, decodeJpeg};
    return codec;
}

} // namespace tf::vision
