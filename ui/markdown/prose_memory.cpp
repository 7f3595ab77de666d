#include "ui/markdown/prose_memory.h"

#include "ui/markdown/prose_reader.h"

#include <algorithm>
#include <utility>

namespace tf::ui {

namespace {

constexpr std::size_t kGrowth = 16; // a text is read again when it is this part longer

} // namespace

void ProseMemory::beginRound()
{
    m_before = std::exchange(m_now, {});
}

ProseMemory::Entry* ProseMemory::find(std::string_view lines, Wholeness wholeness)
{
    const auto fits = [&](const Entry& entry) {
        if (wholeness == Wholeness::Whole)
            return entry.readSize == lines.size() && entry.lines == lines;
        return !entry.lines.empty() && lines.starts_with(entry.lines);
    };
    // Rounds ask for much the same in the same order.
    const std::size_t first = m_now.empty() ? 0 : m_now.size() - 1;
    for (std::size_t idx = first; idx < std::min(first + 3, m_before.size()); ++idx)
        if (fits(m_before[idx]))
            return &m_before[idx];
    return nullptr;
}

ProseMemory::Entry ProseMemory::readNow(std::string_view lines)
{
    m_bytesRead += static_cast<std::int64_t>(lines.size());
    return {std::string(lines), lines.size(), readProse(lines)};
}

Prose ProseMemory::read(std::string_view lines, Wholeness wholeness)
{
    if (lines.empty())
        return {};
    Entry entry;
    if (Entry* known = find(lines, wholeness);
        known && lines.size() - known->readSize <= known->readSize / kGrowth) {
        entry = std::exchange(*known, {});
        appendUnread(entry.prose, lines.substr(entry.lines.size()));
        entry.lines = lines;
    } else {
        entry = readNow(lines);
    }
    Prose prose = entry.prose;
    m_now.push_back(std::move(entry));
    return prose;
}

} // namespace tf::ui
