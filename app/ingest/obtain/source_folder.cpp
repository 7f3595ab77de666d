#include "app/ingest/obtain/source_folder.h"

#include "app/ingest/obtain/source_lock.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <QByteArray>
#include <QCryptographicHash>
#include <fcntl.h>
#include <sys/stat.h>

namespace tf::ingest {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPlaceNameLength = 40;
constexpr std::size_t kMostTitleBytes = 64;
constexpr std::size_t kMostStampBytes = 1 << 20;
constexpr const char* kContent = "content";
constexpr const char* kIncoming = "incoming";
constexpr const char* kStamp = ".stamp"; ///< no title begins with a point

Result<fs::path> usualCache()
{
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && cache[0] == '/')
        return fs::path(cache) / "trifold" / "sources";
    const char* home = std::getenv("HOME");
    if (home == nullptr || home[0] != '/')
        return Error(Code::NotFound,
                     "there is no place for fetched sources: neither XDG_CACHE_HOME nor HOME "
                     "names a folder");
    return fs::path(home) / ".cache" / "trifold" / "sources";
}

std::string placeName(std::string_view identity)
{
    const QByteArray bytes(identity.data(), static_cast<qsizetype>(identity.size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)
        .toHex()
        .left(kPlaceNameLength)
        .toStdString();
}

/// For this user alone, as all folders here.
Result<> makeFolder(const fs::path& path)
{
    if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError(errno, words("cannot make the folder ", path.native()));
    return {};
}

Result<> makeFolders(const fs::path& path)
{
    fs::path whole;
    for (const auto& part : path) {
        whole /= part;
        if (whole != whole.root_path())
            TRY(makeFolder(whole));
    }
    return {};
}

Result<> removeTree(const fs::path& path)
{
    std::error_code why;
    fs::remove_all(path, why);
    if (why)
        return systemError(why.value(), words("cannot remove ", path.native()));
    return {};
}

/// Without its stamp it counts as not there, wherever the rest ends.
Result<> removeSourceIn(const fs::path& content)
{
    if (unlink((content / kStamp).c_str()) != 0 && errno != ENOENT)
        return systemError(errno, words("cannot remove ", content.native()));
    return removeTree(content);
}

std::string contentOf(const fs::path& path)
{
    const vision::Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    std::string text;
    char some[4096];
    while (file && text.size() < kMostStampBytes) {
        const ssize_t got = read(file.number(), some, sizeof some);
        if (got <= 0)
            break;
        text.append(some, static_cast<std::size_t>(got));
    }
    return text;
}

Result<> writeFile(const fs::path& path, std::string_view text)
{
    const vision::Descriptor file(
        open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file)
        return systemError(errno, words("cannot make ", path.native()));
    while (!text.empty()) {
        const ssize_t put = write(file.number(), text.data(), text.size());
        if (put < 0)
            return systemError(errno, words("cannot write ", path.native()));
        text.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

} // namespace

std::string folderTitle(std::string_view text)
{
    std::string title;
    for (const char letter : text.substr(0, kMostTitleBytes)) {
        const bool isPlain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
            || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
        title += isPlain ? letter : '_';
    }
    if (title.empty() || title.front() == '.' || title.front() == '-')
        title = words("_", title);
    return title;
}

bool isPlaceName(std::string_view name)
{
    return name.size() == kPlaceNameLength
        && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<> removeSource(const fs::path& place)
{
    TRY(removeSourceIn(place / kContent));
    return removeTree(place / kIncoming);
}

Result<SourceFolder> SourceFolder::lock(fs::path cache, std::string_view identity,
                                        std::string_view title, const CancelToken& cancel)
{
    if (cache.empty())
        cache = TRY(usualCache());
    cache = fs::absolute(cache);
    TRY(makeFolders(cache).because("the cache for sources"));
    const auto place = cache / placeName(identity);
    auto file = TRY(lockPlace(place, cancel));
    TRY(removeTree(place / kIncoming));
    return SourceFolder(place, folderTitle(title), std::move(file));
}

SourceFolder::SourceFolder(fs::path place, std::string title, vision::Descriptor lockFile)
    : m_place(std::move(place))
    , m_title(std::move(title))
    , m_lockFile(std::move(lockFile))
{
}

SourceFolder::~SourceFolder()
{
    // What cannot be removed now is removed by whoever locks it next.
    if (m_lockFile)
        static_cast<void>(removeTree(m_place / kIncoming).has_value());
}

std::optional<std::vector<std::string>> SourceFolder::kept(std::string_view stamp) const
{
    std::vector<std::string> lines;
    const auto text = contentOf(m_place / kContent / kStamp);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    std::error_code why;
    if (lines.empty() || lines.front() != stamp || !fs::is_directory(root(), why))
        return std::nullopt;
    lines.erase(lines.begin());
    return lines;
}

fs::path SourceFolder::root() const
{
    return m_place / kContent / m_title;
}

Result<fs::path> SourceFolder::begin()
{
    const auto incoming = m_place / kIncoming;
    TRY(removeTree(incoming));
    TRY(makeFolder(incoming));
    TRY(makeFolder(incoming / m_title));
    return incoming / m_title;
}

Result<> SourceFolder::keep(std::string_view stamp, const std::vector<std::string>& notices)
{
    std::string text(stamp);
    text += '\n';
    for (const auto& notice : notices)
        text += notice + '\n';
    TRY(writeFile(m_place / kIncoming / kStamp, text));
    TRY(removeSourceIn(m_place / kContent));
    std::error_code why;
    fs::rename(m_place / kIncoming, m_place / kContent, why);
    if (why)
        return systemError(why.value(), "cannot put a fetched source into its place");
    return {};
}

Result<std::shared_ptr<const SourceUse>> SourceFolder::use(NotedSource source) const
{
    return std::make_shared<const SourceUse>(TRY(SourceUse::begin(m_place, source)));
}

} // namespace tf::ingest
