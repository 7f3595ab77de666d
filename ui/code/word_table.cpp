#include "ui/code/word_table.h"

#include <QString>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr std::size_t kFirstSlots = 64;

char16_t smallLetter(char16_t letter)
{
    return letter >= u'A' && letter <= u'Z' ? static_cast<char16_t>(letter + 32) : letter;
}

bool isSame(QStringView word, std::string_view entry, Casing casing)
{
    if (word.size() != static_cast<qsizetype>(entry.size()))
        return false;
    for (qsizetype at = 0; at < word.size(); ++at) {
        const char16_t got = word[at].unicode();
        const auto want = static_cast<char16_t>(entry[static_cast<std::size_t>(at)]);
        if (got != want && (casing == Casing::Exact || smallLetter(got) != smallLetter(want)))
            return false;
    }
    return true;
}

} // namespace

std::vector<std::string_view> wordsOf(std::string_view list)
{
    std::vector<std::string_view> found;
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        if (end > 0)
            found.push_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return found;
}

WordTable::WordTable(Casing casing)
    : m_casing(casing)
    , m_slots(kFirstSlots)
{
}

void WordTable::add(std::string_view list, WordKind kind)
{
    for (const auto word : wordsOf(list)) {
        if (2 * m_numWords >= m_slots.size())
            grow();
        insert({word, kind});
    }
}

WordKind WordTable::find(QStringView word) const
{
    if (word.size() > m_longest)
        return WordKind::Unknown;
    return m_slots[slotOf(word)].kind;
}

/// Where the word is, or would be.
std::size_t WordTable::slotOf(QStringView word) const
{
    std::uint32_t hash = 2166136261U;
    for (const QChar letter : word)
        hash = (hash ^ (letter.unicode() | 0x20U)) * 16777619U;
    std::size_t slot = (hash ^ hash >> 15) & (m_slots.size() - 1);
    while (!m_slots[slot].word.empty() && !isSame(word, m_slots[slot].word, m_casing))
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

void WordTable::insert(const Entry& entry)
{
    const auto size = static_cast<qsizetype>(entry.word.size());
    Entry& slot = m_slots[slotOf(QString(QLatin1StringView(entry.word.data(), size)))];
    if (!slot.word.empty())
        return;
    slot = entry;
    ++m_numWords;
    m_longest = std::max(m_longest, size);
}

void WordTable::grow()
{
    std::vector<Entry> before(2 * m_slots.size());
    before.swap(m_slots);
    m_numWords = 0;
    for (const Entry& entry : before) {
        if (!entry.word.empty())
            insert(entry);
    }
}

} // namespace tf::ui
