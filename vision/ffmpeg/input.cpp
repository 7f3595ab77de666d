#include "vision/ffmpeg/input.h"

#include <cerrno>
#include <cstdio>

namespace tf::vision {

namespace {

constexpr int kBufferBytes = 64 * 1024;

} // namespace

Input::Input(const Source& source)
    : m_source(&source)
{
}

Result<std::unique_ptr<Input>> Input::over(const Source& source)
{
    std::unique_ptr<Input> input(new Input(source));
    auto* buffer = static_cast<unsigned char*>(av_malloc(kBufferBytes));
    if (buffer == nullptr)
        return Error(Code::OutOfMemory, "no memory to read a clip");
    input->m_io.reset(
        avio_alloc_context(buffer, kBufferBytes, 0, input.get(), read, nullptr, seek));
    if (input->m_io == nullptr) {
        av_free(buffer);
        return Error(Code::OutOfMemory, "no memory to read a clip");
    }
    return input;
}

int Input::read(void* opaque, std::uint8_t* to, int numBytes)
{
    auto& self = *static_cast<Input*>(opaque);
    if (self.m_patience.isOver())
        return AVERROR_EXIT;
    const auto wanted = std::as_writable_bytes(std::span(to, static_cast<std::size_t>(numBytes)));
    const auto got = self.m_source->readAt(self.m_position, wanted);
    if (!got)
        return AVERROR(EIO);
    if (*got == 0)
        return AVERROR_EOF;
    self.m_position += static_cast<std::int64_t>(*got);
    return static_cast<int>(*got);
}

std::int64_t Input::seek(void* opaque, std::int64_t offset, int whence)
{
    auto& self = *static_cast<Input*>(opaque);
    std::int64_t base = 0;
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return self.m_source->size();
    case SEEK_SET:
        break;
    case SEEK_CUR:
        base = self.m_position;
        break;
    case SEEK_END:
        base = self.m_source->size();
        break;
    default:
        return AVERROR(EINVAL);
    }
    std::int64_t target = 0;
    if (__builtin_add_overflow(base, offset, &target) || target < 0)
        return AVERROR(EINVAL);
    self.m_position = target;
    return target;
}

} // namespace tf::vision
