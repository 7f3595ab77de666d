#include "app/workspace/tray/clip_traces.h"

#include <algorithm>

#include <sys/stat.h>

namespace tf::workspace {

namespace {

constexpr std::size_t kMostTraces = 16; // of some 300 KB where all of a clip moves

ContentMark markOf(const struct stat& status)
{
    return {status.st_dev, status.st_ino, status.st_size,
            std::int64_t(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

} // namespace

std::optional<ContentMark> contentMark(const vision::Source& source)
{
    struct stat status = {};
    if (fstat(source.descriptor(), &status) != 0)
        return {};
    return markOf(status);
}

std::optional<ContentMark> contentMarkAt(const std::string& path)
{
    struct stat status = {};
    if (stat(path.c_str(), &status) != 0)
        return {};
    return markOf(status);
}

std::shared_ptr<const app::ClipTrace> ClipTraces::find(const ContentMark& mark) const
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(),
                                    [&](const MarkedTrace& kept) { return kept.mark == mark; });
    return found == m_kept.end() ? nullptr : found->trace;
}

void ClipTraces::keep(MarkedTrace seen)
{
    if (!seen.mark || !seen.trace || find(*seen.mark))
        return;
    m_kept.insert(m_kept.begin(), std::move(seen));
    if (m_kept.size() > kMostTraces)
        m_kept.pop_back();
}

} // namespace tf::workspace
