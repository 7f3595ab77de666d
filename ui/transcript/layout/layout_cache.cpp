#include "ui/transcript/layout/layout_cache.h"

namespace tf::ui {

namespace {

constexpr std::size_t kFewLayouts = 64; // what a window shows at once stays, however large it is

} // namespace

RowLayout* LayoutCache::find(const RowKey& key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return nullptr;
    m_uses.splice(m_uses.begin(), m_uses, found->second.use);
    return found->second.layout.get();
}

RowLayout& LayoutCache::keep(const RowKey& key, std::unique_ptr<RowLayout> layout)
{
    drop(key);
    m_uses.push_front(key);
    const std::size_t bytes = layout->bytes();
    m_bytes += bytes;
    ++m_numMade;
    RowLayout& kept = *layout;
    m_entries.emplace(key, Entry{std::move(layout), m_uses.begin(), bytes});
    while (m_entries.size() > kMaxLayouts
           || (m_bytes > kMaxLayoutBytes && m_entries.size() > kFewLayouts))
        erase(m_entries.find(m_uses.back()));
    return kept;
}

LayoutCache::Entries::iterator LayoutCache::erase(Entries::iterator entry)
{
    m_bytes -= entry->second.bytes;
    m_uses.erase(entry->second.use);
    return m_entries.erase(entry);
}

void LayoutCache::drop(const RowKey& key)
{
    if (const auto found = m_entries.find(key); found != m_entries.end())
        erase(found);
}

void LayoutCache::dropFrom(const RowKey& key)
{
    auto entry = m_entries.lower_bound(key);
    while (entry != m_entries.end() && entry->first.turn == key.turn)
        entry = erase(entry);
}

void LayoutCache::clear()
{
    m_entries.clear();
    m_uses.clear();
    m_bytes = 0;
}

} // namespace tf::ui
