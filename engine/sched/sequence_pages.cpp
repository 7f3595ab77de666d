#include "engine/sched/sequence_pages.h"

#include "kernels/base/check.h"

#include <algorithm>

namespace tf::engine {

std::int32_t SequencePages::lastKnown() const
{
    return m_numKnown == 0 ? kNoPage : m_pages[m_numKnown - 1];
}

SequencePages::Found SequencePages::find(const PrefixCache& cache, const SequenceText& text,
                                         std::int64_t limit) const
{
    Found found;
    const std::int64_t block = cache.block();
    if (!m_chained || m_numKnown != m_pages.size() || m_numCached % block != 0)
        return found;
    auto last = lastKnown();
    auto position = m_numCached;
    for (; position + block <= limit; position += block) {
        const auto page = cache.find(last, blockAt(text, position, block));
        if (page == kNoPage)
            break;
        found.pages.push_back(page);
        last = page;
    }
    const auto numLeft = std::min(block, limit - position);
    if (numLeft > 0)
        found.part = cache.findPart(last, blockAt(text, position, numLeft));
    return found;
}

std::optional<PageCopy> SequencePages::adopt(PrefixCache& cache, const Found& found)
{
    for (const auto page : found.pages) {
        cache.use(page);
        m_pages.push_back(page);
    }
    m_numKnown += found.pages.size();
    m_numCached += static_cast<std::int64_t>(found.pages.size()) * cache.block();
    const auto& part = found.part;
    if (part.page == kNoPage)
        return std::nullopt;
    if (cache.takeOver(part)) {
        m_pages.push_back(part.page);
        m_numCached += part.numPositions;
        return std::nullopt;
    }
    cache.use(part.page); // it must not be forgotten to make room for its own copy
    const auto copy = cache.takeBeside(part.page);
    cache.release(part.page);
    if (!copy)
        return std::nullopt;
    m_pages.push_back(*copy);
    m_numCached += part.numPositions;
    return PageCopy{part.page, *copy};
}

bool SequencePages::grow(PrefixCache& cache, std::int64_t numPositions)
{
    while (static_cast<std::int64_t>(m_pages.size()) < cache.pagesFor(numPositions)) {
        const auto page = cache.take(m_pages.empty() ? kNoPage : m_pages.back());
        if (!page)
            return false;
        m_pages.push_back(*page);
    }
    return true;
}

void SequencePages::commit(PrefixCache& cache, const SequenceText& text, std::int64_t numCached)
{
    const std::int64_t block = cache.block();
    CHECK(numCached >= m_numCached && numCached <= std::int64_t(m_pages.size()) * block,
          "only positions that have a page are cached");
    m_numCached = numCached;
    while (m_chained && (std::int64_t(m_numKnown) + 1) * block <= numCached) {
        auto& page = m_pages[m_numKnown];
        const auto first = std::int64_t(m_numKnown) * block;
        const auto known = cache.add(lastKnown(), blockAt(text, first, block), page);
        m_chained = known != kNoPage;
        if (!m_chained)
            return;
        if (known != page) { // another was faster: one page is enough
            cache.use(known);
            cache.release(page);
            page = known;
        }
        ++m_numKnown;
    }
}

void SequencePages::close(PrefixCache& cache, const SequenceText& text)
{
    const auto first = std::int64_t(m_numKnown) * cache.block();
    if (m_chained && m_numCached > first)
        cache.addPart(lastKnown(), blockAt(text, first, m_numCached - first), m_pages[m_numKnown]);
    for (auto page = m_pages.rbegin(); page != m_pages.rend(); ++page)
        cache.release(*page);
    *this = {};
}

} // namespace tf::engine
