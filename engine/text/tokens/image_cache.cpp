#include "engine/text/tokens/image_cache.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tf::text {

namespace {

/// A file that goes away again unless it is moved into place.
class TemporaryFile {
public:
    static Result<TemporaryFile> make(const std::filesystem::path& beside)
    {
        TemporaryFile file;
        file.m_path = beside.native() + ".XXXXXX";
        file.m_descriptor = mkostemp(file.m_path.data(), O_CLOEXEC);
        if (file.m_descriptor < 0)
            return systemError(errno, words("cannot write beside ", beside.native()));
        return file;
    }

    TemporaryFile(TemporaryFile&& other) noexcept
        : m_path(std::exchange(other.m_path, {}))
        , m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    ~TemporaryFile()
    {
        if (m_descriptor < 0)
            return;
        ::close(m_descriptor);
        ::unlink(m_path.c_str());
    }

    Result<> write(std::span<const std::byte> bytes) const
    {
        while (!bytes.empty()) {
            const auto numWritten = ::write(m_descriptor, bytes.data(), bytes.size());
            if (numWritten < 0 && errno == EINTR)
                continue;
            if (numWritten < 0)
                return systemError(errno, words("cannot write ", m_path));
            bytes = bytes.subspan(static_cast<std::size_t>(numWritten));
        }
        return {};
    }

    Result<> moveTo(const std::filesystem::path& path)
    {
        if (fchmod(m_descriptor, 0644) != 0 || ::rename(m_path.c_str(), path.c_str()) != 0)
            return systemError(errno, words("cannot move into place ", path.native()));
        ::close(std::exchange(m_descriptor, -1));
        return {};
    }

private:
    TemporaryFile() = default;

    std::string m_path;
    int m_descriptor = -1;
};

} // namespace

std::filesystem::path cachePath(const std::filesystem::path& tokenizerFile)
{
    return tokenizerFile.native() + ".tfcache";
}

Result<TokenizerImage> openCache(const std::filesystem::path& path, const SourceMark& source)
{
    auto image = TRY(TokenizerImage::open(TRY(MappedFile::open(path))));
    if (image.header().source != source)
        return Error(Code::NotFound, words(path.native(), " is of another tokenizer.json"));
    return image;
}

Result<> writeCache(const std::filesystem::path& path, const TokenizerImage& image)
{
    auto file = TRY(TemporaryFile::make(path));
    TRY(file.write(image.block()));
    return file.moveTo(path);
}

} // namespace tf::text
