#include "app/ingest/obtain/local_file.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

namespace tf::ingest {

Result<LocalFile> LocalFile::open(const std::filesystem::path& path)
{
    std::error_code why;
    LocalFile local;
    local.m_path = std::filesystem::canonical(path, why).native();
    if (why)
        return systemError(why.value(), words("cannot open ", path.native()));
    // Opening a pipe must not wait for its other end.
    local.m_file =
        vision::Descriptor(::open(local.m_path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat facts { };
    if (!local.m_file || fstat(local.m_file.number(), &facts) != 0)
        return systemError(errno, words("cannot open ", path.native()));
    if (!S_ISREG(facts.st_mode))
        return Error(Code::BadInput, words(path.native(), " is neither a folder nor a file"));
    local.m_stamp =
        words(facts.st_dev, " ", facts.st_ino, " ", facts.st_size, " ", facts.st_mtim.tv_sec, ".",
              facts.st_mtim.tv_nsec, " ", facts.st_ctim.tv_sec, ".", facts.st_ctim.tv_nsec);
    return local;
}

std::string LocalFile::head(std::size_t mostBytes) const
{
    std::string text(mostBytes, '\0');
    std::size_t numRead = 0;
    while (numRead < mostBytes) {
        const ssize_t got = pread(m_file.number(), text.data() + numRead, mostBytes - numRead,
                                  static_cast<off_t>(numRead));
        if (got <= 0)
            break;
        numRead += static_cast<std::size_t>(got);
    }
    text.resize(numRead);
    return text;
}

} // namespace tf::ingest
