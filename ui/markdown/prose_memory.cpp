#include "ui/markdown/prose_memory.h"

#include "ui/markdown/prose_reader.h"
#include "ui/markdown/provisional_end.h"

#include <algorithm>
#include <utility>

namespace tf::ui {

namespace {

constexpr std::size_t kGrowth = 16; // a text is read again when it is this part longer
// So often marks at its end may have a text read again, and a short one a little oftener.
constexpr std::size_t kMostReadings = 40;
constexpr std::size_t kFreeReading = 2048;

} // namespace

void ProseMemory::beginRound()
{
    m_before = std::exchange(m_now, {});
}

ProseMemory::Entry* ProseMemory::find(std::string_view lines, Wholeness wholeness)
{
    const auto fits = [&](const Entry& entry) {
        if (wholeness == Wholeness::Whole)
            return entry.isWhole && entry.readSize == lines.size() && entry.lines == lines;
        return !entry.lines.empty() && lines.starts_with(entry.lines);
    };
    // Rounds ask for much the same in the same order.
    const std::size_t first = m_now.empty() ? 0 : m_now.size() - 1;
    for (std::size_t idx = first; idx < std::min(first + 3, m_before.size()); ++idx)
        if (fits(m_before[idx]))
            return &m_before[idx];
    return nullptr;
}

ProseMemory::Entry ProseMemory::readNow(std::string_view lines, Wholeness wholeness)
{
    Entry entry;
    if (wholeness == Wholeness::Whole) {
        entry.lines = lines;
        entry.readSize = lines.size();
        entry.prose = readProse(lines);
        entry.spent = lines.size();
    } else {
        const ProvisionalEnd end = provisionalEnd(lines);
        entry.lines = lines.substr(0, end.shown);
        entry.readSize = end.shown;
        entry.prose = readProse(end.text);
        entry.isWhole = end.text == lines;
        entry.isUnsure = end.isUnsure;
        entry.tail.marks = end.marks;
        entry.spent = end.text.size();
    }
    m_bytesRead += static_cast<std::int64_t>(entry.spent);
    return entry;
}

/// What came can be added as it stands, and read later.
bool ProseMemory::mayWait(const Entry& known, std::string_view lines)
{
    const std::string_view added = lines.substr(known.lines.size());
    if (lines.size() - known.readSize > known.readSize / kGrowth)
        return false;
    const bool isPlain = !known.isUnsure && !mayMark(added);
    return isPlain || known.spent + lines.size() > kMostReadings * lines.size() + kFreeReading;
}

Prose ProseMemory::read(std::string_view lines, Wholeness wholeness)
{
    if (lines.empty())
        return {};
    Entry entry;
    Entry* known = find(lines, wholeness);
    if (known && wholeness == Wholeness::Whole) {
        entry = std::exchange(*known, {});
    } else if (known && mayWait(*known, lines)) {
        entry = std::exchange(*known, {});
        appendUnread(entry.prose, lines.substr(entry.lines.size()), entry.tail);
        entry.lines = lines;
    } else {
        const std::size_t spent = known ? known->spent : 0;
        entry = readNow(lines, wholeness);
        entry.spent += spent;
    }
    Prose prose = entry.prose;
    m_now.push_back(std::move(entry));
    return prose;
}

} // namespace tf::ui
