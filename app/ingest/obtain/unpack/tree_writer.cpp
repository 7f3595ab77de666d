#include "app/ingest/obtain/unpack/tree_writer.h"

#include "app/ingest/reader/beneath/safe_name.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace tf::ingest {

namespace {

int newFile(int folder, const std::string& path)
{
    return openat(folder, path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

Error cannotMake(int why, const std::string& path)
{
    if (why == ENOSPC || why == EDQUOT)
        return {Code::Busy, "the disk is full: make room for what the archive holds"};
    if (why == ENOTDIR || why == EISDIR)
        return {Code::Corrupt, words("\"", shownName(path), "\" is both a file and a folder")};
    return systemError(why, words("cannot make \"", shownName(path), "\""));
}

} // namespace

Result<> TreeWriter::makeFolder(const std::string& path)
{
    return makeFolders(path, path.size());
}

/// Each folder of path[0, end).
Result<> TreeWriter::makeFolders(const std::string& path, std::size_t end)
{
    for (std::size_t at = 0; at < end;) {
        at = std::min(path.find('/', at), end);
        const auto part = path.substr(0, at);
        if (mkdirat(m_folder, part.c_str(), 0700) == 0)
            ++m_numFoldersMade;
        else if (errno != EEXIST)
            return cannotMake(errno, part);
        ++at;
    }
    return {};
}

Result<> TreeWriter::beginFile(const std::string& path)
{
    m_path = path;
    m_file = vision::Descriptor(newFile(m_folder, path));
    if (!m_file && errno == ENOENT) {
        TRY(makeFolders(path, path.rfind('/') == std::string::npos ? 0 : path.rfind('/')));
        m_file = vision::Descriptor(newFile(m_folder, path));
    }
    if (!m_file && errno == EEXIST) {
        if (unlinkat(m_folder, path.c_str(), 0) != 0)
            return cannotMake(errno == EPERM ? EISDIR : errno, path);
        ++m_numReplaced;
        m_file = vision::Descriptor(newFile(m_folder, path));
    }
    if (!m_file)
        return cannotMake(errno, path);
    return {};
}

Result<> TreeWriter::writeAt(std::int64_t offset, std::span<const std::byte> bytes) const
{
    while (!bytes.empty()) {
        const ssize_t put = pwrite(m_file.number(), bytes.data(), bytes.size(), offset);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return cannotMake(errno, m_path);
        bytes = bytes.subspan(static_cast<std::size_t>(put));
        offset += put;
    }
    return {};
}

Result<> TreeWriter::endFile(std::int64_t size)
{
    if (ftruncate(m_file.number(), size) != 0)
        return cannotMake(errno, m_path);
    m_file = vision::Descriptor();
    return {};
}

} // namespace tf::ingest
