#include "vision/images/tiff_file.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>

namespace tf::vision {

namespace {

constexpr tmsize_t kMaxTiffMemory = 256L * 1024 * 1024; ///< for one thing

TiffInput& tiffInput(thandle_t handle)
{
    return *static_cast<TiffInput*>(handle);
}

tmsize_t readTiff(thandle_t handle, void* to, tmsize_t count)
{
    TiffInput& input = tiffInput(handle);
    const ByteView part = input.bytes.part(input.place, static_cast<std::size_t>(count));
    std::copy_n(part.data(), part.size(), static_cast<std::uint8_t*>(to));
    input.place += part.size();
    return static_cast<tmsize_t>(part.size());
}

tmsize_t writeTiff(thandle_t, void*, tmsize_t)
{
    return 0;
}

toff_t seekTiff(thandle_t handle, toff_t place, int whence)
{
    TiffInput& input = tiffInput(handle);
    if (whence == SEEK_CUR)
        place += input.place;
    else if (whence == SEEK_END)
        place += input.bytes.size();
    input.place = place;
    return place;
}

int closeTiff(thandle_t)
{
    return 0;
}

toff_t sizeTiff(thandle_t handle)
{
    return tiffInput(handle).bytes.size();
}

int onTiffError(TIFF*, void* user, const char*, const char* format, va_list values)
{
    auto& fault = static_cast<TiffInput*>(user)->fault;
    if (fault[0] == 0)
        std::vsnprintf(fault.data(), fault.size(), format, values);
    return 1; // heard: nothing is printed
}

int onTiffWarning(TIFF*, void*, const char*, const char*, va_list)
{
    return 1;
}

} // namespace

TiffFile::TiffFile(ByteView bytes)
    : m_input(std::make_unique<TiffInput>())
{
    m_input->bytes = bytes;
    TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
    if (options == nullptr)
        return;
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, kMaxTiffMemory);
    TIFFOpenOptionsSetErrorHandlerExtR(options, onTiffError, m_input.get());
    TIFFOpenOptionsSetWarningHandlerExtR(options, onTiffWarning, m_input.get());
    // m: every byte passes through readTiff, nothing is read from memory behind its back.
    m_tiff = TIFFClientOpenExt("picture", "rm", m_input.get(), readTiff, writeTiff, seekTiff,
                               closeTiff, sizeTiff, nullptr, nullptr, options);
    TIFFOpenOptionsFree(options);
}

TiffFile::~TiffFile()
{
    if (m_tiff != nullptr)
        TIFFClose(m_tiff);
}

const char* TiffFile::fault() const
{
    return m_input->fault[0] == 0 ? "libtiff gave up without a word" : m_input->fault.data();
}

std::uint16_t TiffFile::shortTag(std::uint32_t tag, std::uint16_t otherwise) const
{
    std::uint16_t number = 0;
    return TIFFGetFieldDefaulted(m_tiff, tag, &number) == 1 ? number : otherwise;
}

std::uint32_t TiffFile::longTag(std::uint32_t tag, std::uint32_t otherwise) const
{
    std::uint32_t number = 0;
    return TIFFGetFieldDefaulted(m_tiff, tag, &number) == 1 ? number : otherwise;
}

} // namespace tf::vision
