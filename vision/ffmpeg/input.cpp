#include "vision/ffmpeg/input.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iterator>

namespace tf::vision {

Input::Input(const Source& source)
    : m_source(&source)
{
}

Result<std::unique_ptr<Input>> Input::over(const Source& source, int bufferBytes)
{
    std::unique_ptr<Input> input(new Input(source));
    auto* buffer = static_cast<unsigned char*>(av_malloc(static_cast<std::size_t>(bufferBytes)));
    if (buffer == nullptr)
        return Error(Code::OutOfMemory, "no memory to read a clip");
    input->m_io.reset(avio_alloc_context(buffer, bufferBytes, 0, input.get(), read, nullptr, seek));
    if (input->m_io == nullptr) {
        av_free(buffer);
        return Error(Code::OutOfMemory, "no memory to read a clip");
    }
    return input;
}

bool Input::isUnread(std::int64_t begin, std::int64_t end) const
{
    const auto after = std::upper_bound(
        m_unread.begin(), m_unread.end(), begin,
        [](std::int64_t place, const Stretch& stretch) { return place < stretch.begin; });
    return after != m_unread.begin() && std::prev(after)->end >= end;
}

int Input::read(void* opaque, std::uint8_t* to, int numBytes)
{
    auto& self = *static_cast<Input*>(opaque);
    if (self.m_patience.isOver())
        return AVERROR_EXIT;
    const std::int64_t there =
        std::min<std::int64_t>(numBytes, self.m_source->size() - self.m_position);
    if (there > 0 && self.isUnread(self.m_position, self.m_position + there)) {
        std::memset(to, 0, static_cast<std::size_t>(there));
        self.m_position += there;
        return static_cast<int>(there);
    }
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
