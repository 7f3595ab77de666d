#include "app/session/store/store_files.h"

#include "app/session/moment.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace tf::session {

std::filesystem::path StoreFiles::beside(std::string_view why) const
{
    const auto name = words(database().native(), ".", why, "-", stampOf(nowMs()));
    std::filesystem::path free = name;
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(free, ignored); ++number)
        free = words(name, "-", number);
    return free;
}

Result<> StoreFiles::keepNames() const
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool kept = descriptor >= 0 && fsync(descriptor) == 0;
    const int trouble = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!kept)
        return systemError(trouble, words("cannot keep names in ", folder.native()));
    return {};
}

std::filesystem::path defaultStoreFolder()
{
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && *data == '/')
        return std::filesystem::path(data) / "trifold/sessions";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home == nullptr ? "/" : home) / ".local/share/trifold/sessions";
}

Result<> moveFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) == 0 || errno == ENOENT)
        return {};
    return systemError(errno, words("cannot rename ", from.native(), " to ", to.native()));
}

} // namespace tf::session
