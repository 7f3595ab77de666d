#include "engine/sched/held_pages.h"

#include "kernels/base/words.h"

#include <utility>

namespace tf::engine {

void HeldPages::adoptKnown(PrefixCache& cache)
{
    auto found = m_pages.find(cache, m_text, m_text.size());
    found.part = {}; // whole pages only: nothing here can wait for a copy
    static_cast<void>(m_pages.adopt(cache, found));
    m_numFilled = m_pages.pages().size();
}

HeldPages HeldPages::keep(PrefixCache& cache, SequenceText text)
{
    HeldPages held(std::move(text));
    held.adoptKnown(cache);
    return held;
}

Result<HeldPages> HeldPages::makeRoom(PrefixCache& cache, SequenceText text)
{
    HeldPages held(std::move(text));
    held.adoptKnown(cache);
    if (held.m_pages.grow(cache, held.m_text.size()))
        return held;
    const auto numHeld = held.m_pages.pages().size();
    held.close(cache);
    return Error(Code::OutOfMemory,
                 words("a saved context of ", held.m_text.size(), " tokens needs ",
                       cache.pagesFor(held.m_text.size()), " pages: only ", numHeld,
                       " can be had now"));
}

void HeldPages::setFilled(PrefixCache& cache)
{
    m_pages.commit(cache, m_text, m_text.size());
    m_numFilled = m_pages.pages().size();
}

void HeldPages::close(PrefixCache& cache)
{
    m_pages.close(cache, m_text);
    m_numFilled = 0;
}

} // namespace tf::engine
