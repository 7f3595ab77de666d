#include "app/ingest/reader/helper/contents.h"

#include <algorithm>
#include <utility>

#include <sched.h>

namespace tf::ingest {

namespace {

constexpr std::int64_t kHeadBytes = 8192;
constexpr int kMostThreads = 8;
/// Enough that threads seldom meet, few enough that they begin at once.
constexpr std::size_t kFilesAtOnce = 64;

/// Asked of the kernel: libc would look into files of the system.
int numProcessors()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

Result<std::string> headOf(const OpenFolder& root, const std::string& path)
{
    const auto file = TRY(root.seenFile(path));
    return file.head(kHeadBytes);
}

} // namespace

ContentLooks::ContentLooks(const OpenFolder& root, const Rules& rules)
    : m_root(root)
    , m_rules(rules)
{
    // One is kept busy by finding files, and joins the others when there are no more.
    const int numThreads = std::clamp(numProcessors(), 1, kMostThreads);
    for (int idx = 1; idx < numThreads; ++idx)
        m_others.emplace_back([this] { work(); });
}

ContentLooks::~ContentLooks()
{
    m_isStopped = true;
    end();
}

void ContentLooks::add(ToLook file)
{
    m_filling.push_back(std::move(file));
    if (m_filling.size() == kFilesAtOnce)
        handOver();
}

Result<> ContentLooks::finish(std::vector<Entry>& entries, Told& told)
{
    handOver();
    {
        const std::lock_guard lock(m_mutex);
        m_isComplete = true;
    }
    m_changed.notify_all();
    while (Some* some = next()) {
        for (ToLook& file : *some) {
            look(file);
            TRY(told.tell(entries.size()));
        }
    }
    end();
    for (Some& some : m_given) {
        for (ToLook& file : some)
            entries[file.place] = std::move(file.entry);
    }
    return {};
}

void ContentLooks::handOver()
{
    {
        const std::lock_guard lock(m_mutex);
        m_given.push_back(std::exchange(m_filling, {}));
    }
    m_filling.reserve(kFilesAtOnce);
    m_changed.notify_one();
}

/// Those of no other thread; nullptr when there will be no more.
ContentLooks::Some* ContentLooks::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_numTaken < m_given.size() || m_isComplete; });
    return m_numTaken < m_given.size() ? &m_given[m_numTaken++] : nullptr;
}

void ContentLooks::work()
{
    while (Some* some = next()) {
        for (ToLook& file : *some) {
            if (m_isStopped)
                return;
            look(file);
        }
    }
}

void ContentLooks::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isComplete = true;
    }
    m_changed.notify_all();
    for (std::thread& other : m_others)
        other.join();
    m_others.clear();
}

void ContentLooks::look(ToLook& file)
{
    Entry& entry = file.entry;
    const bool isIncluded = entry.verdict.why == Why::Included;
    const bool isWhole = file.wantsName && entry.size <= kMostFileBytes;
    auto bytes = isWhole ? m_root.read(entry.path, kMostFileBytes) : headOf(m_root, entry.path);
    if (!bytes) {
        if (isIncluded)
            entry.verdict = {Why::Unreadable, bytes.error().text};
        return;
    }
    if (isWhole)
        compare(file, *bytes);
    if (isIncluded)
        entry.verdict = m_rules.content(
            entry.path, std::string_view(*bytes).substr(0, static_cast<std::size_t>(kHeadBytes)));
}

void ContentLooks::compare(ToLook& file, const std::string& bytes)
{
    const auto name = blobName(bytes);
    if (!name)
        return;
    file.entry.blob = name->hex();
    file.entry.size = static_cast<std::int64_t>(bytes.size());
    file.entry.state = file.tracked.stateOf(*name);
    const auto known = file.tracked.content();
    if (!known || *known == *name || bytes.find("\r\n") == std::string::npos)
        return;
    const auto plain = blobName(withPlainLineEnds(bytes));
    if (!plain || *plain != *known)
        return;
    file.entry.state = file.tracked.stateOf(*plain);
    ++m_numOtherLineEnds;
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
