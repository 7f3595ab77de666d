#include "app/ingest/reader/helper/contents.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include <sched.h>

namespace tf::ingest {

namespace {

constexpr std::int64_t kHeadBytes = 8192;
constexpr int kMostThreads = 8;

/// Asked of the kernel: libc would look into files of the system.
int numProcessors()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

class ContentLooks {
public:
    ContentLooks(const OpenFolder& root, const Rules& rules, Walked& walked)
        : m_root(root)
        , m_rules(rules)
        , m_walked(walked)
    {
    }

    /// Takes one file after the other until there is none, or `goOn` says so.
    template <class GoOn>
    void work(const GoOn& goOn)
    {
        while (!m_isStopped) {
            const std::size_t next = m_next.fetch_add(1);
            if (next >= m_walked.files.size())
                return;
            look(m_walked.files[next]);
            if (!goOn())
                m_isStopped = true;
        }
    }

    [[nodiscard]] std::int64_t numOtherLineEnds() const { return m_numOtherLineEnds; }

private:
    void look(const ToLook& file)
    {
        Entry& entry = m_walked.entries[file.entry];
        const bool isIncluded = entry.verdict.why == Why::Included;
        const bool isWhole = file.wantsName && entry.size <= kMostFileBytes;
        auto bytes = isWhole ? m_root.read(entry.path, kMostFileBytes) : head(entry.path);
        if (!bytes) {
            if (isIncluded)
                entry.verdict = {Why::Unreadable, bytes.error().text};
            return;
        }
        if (isWhole)
            compare(entry, file.tracked, *bytes);
        if (isIncluded)
            entry.verdict = m_rules.content(
                entry.path,
                std::string_view(*bytes).substr(0, static_cast<std::size_t>(kHeadBytes)));
    }

    Result<std::string> head(const std::string& path) const
    {
        const auto file = TRY(m_root.seenFile(path));
        return file.head(kHeadBytes);
    }

    void compare(Entry& entry, const TrackedFile& tracked, const std::string& bytes)
    {
        const auto name = blobName(bytes);
        if (!name)
            return;
        entry.blob = name->hex();
        entry.size = static_cast<std::int64_t>(bytes.size());
        entry.state = tracked.stateOf(*name);
        const auto known = tracked.content();
        if (!known || *known == *name || bytes.find("\r\n") == std::string::npos)
            return;
        const auto plain = blobName(withPlainLineEnds(bytes));
        if (!plain || *plain != *known)
            return;
        entry.state = tracked.stateOf(*plain);
        ++m_numOtherLineEnds;
    }

    const OpenFolder& m_root;
    const Rules& m_rules;
    Walked& m_walked;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<std::int64_t> m_numOtherLineEnds = 0;
    std::atomic<bool> m_isStopped = false;
};

} // namespace

Result<Looked> lookInside(const OpenFolder& root, const Rules& rules, Walked& walked, Told& told)
{
    ContentLooks looks(root, rules, walked);
    const int numThreads = std::clamp(numProcessors(), 1, kMostThreads);
    std::vector<std::thread> others;
    for (int idx = 1; idx < numThreads; ++idx)
        others.emplace_back([&looks] { looks.work([] { return true; }); });
    Result<> heard;
    looks.work([&] {
        heard = told.tell(walked.entries.size());
        return heard.has_value();
    });
    for (std::thread& other : others)
        other.join();
    TRY(std::move(heard));
    return Looked{looks.numOtherLineEnds()};
}

std::string withPlainLineEnds(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r' || at + 1 == text.size() || text[at + 1] != '\n')
            plain += text[at];
    }
    return plain;
}

} // namespace tf::ingest
