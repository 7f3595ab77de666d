#include "app/wire/growing_text.h"

#include <algorithm>

namespace tf::wire {

namespace {

/// Short texts repeat by chance ("ha" "haha", "-" "---"); one this long, word for word, does not.
constexpr std::size_t kTellingBytes = 16;
constexpr int kTellingGrowths = 3;
constexpr int kTellingRepeats = 8;

} // namespace

GrowingText::GrowingText(Growth growth)
    : m_growth(growth)
{
}

std::string GrowingText::feed(std::string_view chunk)
{
    if (chunk.empty())
        return {};
    if (m_growth == Growth::Unsettled)
        return feedUnsettled(chunk);
    if (m_growth == Growth::Snapshots)
        return feedSnapshot(chunk);
    m_given += chunk;
    return std::string(chunk);
}

std::string GrowingText::complete(std::string_view whole)
{
    std::string held = finish();
    if (m_given.empty())
        return held + giveUpTo(std::string(whole));
    // A last word that contradicts what was shown is not shown on top of it.
    return whole.starts_with(m_given) ? held + giveUpTo(std::string(whole)) : held;
}

std::string GrowingText::finish()
{
    if (m_growth != Growth::Unsettled)
        return {};
    const bool grew = m_numGrowths > 0 && m_snapshot.size() >= kTellingBytes / 2;
    return settle(grew ? Growth::Snapshots : Growth::Pieces);
}

std::string GrowingText::feedUnsettled(std::string_view chunk)
{
    const bool mayBeSnapshot = chunk.starts_with(m_snapshot);
    const bool isRepeated = chunk.size() == m_snapshot.size();
    const bool isTelling = m_snapshot.size() >= kTellingBytes;
    m_pieces += chunk;
    const bool standsStill = isRepeated && !isTelling && m_numGrowths == 0;
    m_numRepeats += standsStill ? 1 : 0;
    if (!mayBeSnapshot || m_numRepeats == kTellingRepeats)
        return settle(Growth::Pieces);
    m_numGrowths += m_snapshot.empty() || standsStill ? 0 : 1;
    m_snapshot = chunk;
    if (m_numGrowths >= kTellingGrowths || (m_numGrowths > 0 && isTelling))
        return settle(Growth::Snapshots);
    const auto shared =
        std::mismatch(m_pieces.begin(), m_pieces.end(), m_snapshot.begin(), m_snapshot.end()).first;
    return giveUpTo(std::string(m_pieces.begin(), shared));
}

std::string GrowingText::feedSnapshot(std::string_view chunk)
{
    if (chunk.starts_with(m_given))
        return giveUpTo(std::string(chunk));
    if (std::string_view(m_given).starts_with(chunk))
        return {}; // an old one
    m_given += chunk;
    return std::string(chunk);
}

std::string GrowingText::settle(Growth growth)
{
    if (m_growth != Growth::Unsettled)
        return {};
    m_growth = growth;
    return giveUpTo(growth == Growth::Pieces ? std::move(m_pieces) : std::move(m_snapshot));
}

/// Requires: `text` begins with what went out.
std::string GrowingText::giveUpTo(std::string text)
{
    std::string fresh = text.substr(std::min(m_given.size(), text.size()));
    m_given += fresh;
    return fresh;
}

} // namespace tf::wire
