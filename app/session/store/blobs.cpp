#include "app/session/store/blobs.h"

#include "kernels/base/mapped_file.h"
#include "kernels/base/new_file.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <QCryptographicHash>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <span>

namespace tf::session {

namespace {

namespace fs = std::filesystem;

bool isId(std::string_view id)
{
    return id.size() == 64 && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// A new folder is on the disk when the folder above says so.
Result<> makeFolder(const fs::path& folder)
{
    std::error_code failed;
    if (!fs::create_directories(folder, failed) && !failed)
        return {};
    const fs::path above = folder.parent_path();
    const int descriptor = failed ? -1 : ::open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int trouble = descriptor >= 0 && fsync(descriptor) == 0 ? 0 : errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (failed)
        return Error{Code::Denied, words("cannot make ", folder.native(), ": ", failed.message())};
    if (trouble != 0)
        return systemError(trouble, words("cannot keep the folder ", folder.native()));
    return {};
}

} // namespace

Blobs::Blobs(fs::path folder)
    : m_folder(std::move(folder))
{
}

std::string Blobs::idOf(std::string_view content)
{
    const QByteArrayView bytes(content.data(), static_cast<qsizetype>(content.size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

fs::path Blobs::pathOf(std::string_view id) const
{
    return m_folder / id.substr(0, 2) / id.substr(2);
}

bool Blobs::has(std::string_view id) const
{
    std::error_code ignored;
    return isId(id) && fs::is_regular_file(pathOf(id), ignored);
}

Result<std::string> Blobs::put(std::string_view content) const
{
    if (content.size() > kMaxBlobBytes)
        return Error{Code::BadInput,
                     words(content.size(), " bytes: more than one blob holds, ", kMaxBlobBytes)};
    std::string id = idOf(content);
    if (has(id))
        return id;
    const fs::path path = pathOf(id);
    TRY(makeFolder(path.parent_path()));
    NewFile file = TRY(NewFile::create(path));
    TRY(file.append(std::as_bytes(std::span(content))));
    TRY(file.moveIntoPlace(NewFile::Durability::Safe));
    return id;
}

Result<std::string> Blobs::get(std::string_view id) const
{
    if (!has(id))
        return Error{Code::NotFound, words("no content with the id ", id)};
    const auto file = TRY(MappedFile::open(pathOf(id)));
    const auto bytes = TRY(file.bytes(0, file.size()));
    std::string content(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (idOf(content) != id)
        return Error{Code::Corrupt, words(pathOf(id).native(), " is not what its name says")};
    return content;
}

Result<Blobs::Swept> Blobs::sweep(const std::set<std::string>& used) const
{
    Swept swept;
    std::error_code failed;
    const auto recently = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (fs::recursive_directory_iterator at(m_folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        std::error_code gone;
        const fs::path path = at->path();
        const std::string id = path.parent_path().filename().native() + path.filename().native();
        if (!at->is_regular_file(gone) || used.contains(id) || at->last_write_time(gone) > recently)
            continue;
        const auto numBytes = static_cast<std::int64_t>(at->file_size(gone));
        if (!fs::remove(path, gone))
            continue;
        ++swept.blobs;
        swept.bytes += numBytes;
    }
    return swept;
}

} // namespace tf::session
