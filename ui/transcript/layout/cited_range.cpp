#include "ui/transcript/layout/cited_range.h"

#include <algorithm>

namespace tf::ui {

namespace {

/// Of UTF-8 bytes in the same text as UTF-16; asked for in ascending order.
class Units {
public:
    explicit Units(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }

    int at(std::size_t byte)
    {
        for (; m_byte < byte; ++m_byte) {
            const auto value = static_cast<unsigned char>(m_bytes[static_cast<qsizetype>(m_byte)]);
            if ((value & 0xc0) != 0x80)
                m_unit += value >= 0xf0 ? 2 : 1;
        }
        return m_unit;
    }

private:
    const QByteArray& m_bytes;
    std::size_t m_byte = 0;
    int m_unit = 0;
};

bool isOther(const Prose& prose, const TextRange& range)
{
    return std::any_of(prose.spans.begin(), prose.spans.end(), [&range](const Span& span) {
        const bool isOff = span.has(Mark::Link) || span.has(Mark::Maths) || span.has(Mark::Picture);
        return isOff && span.begin < range.end && range.begin < span.begin + span.length;
    });
}

QTextLayout::FormatRange part(const QTextLayout::FormatRange& whole, int begin, int end)
{
    QTextLayout::FormatRange piece = whole;
    piece.start = begin;
    piece.length = end - begin;
    return piece;
}

/// One stretch of them in that colour.
TextFormats colouredOnce(const TextFormats& formats, const TextRange& stretch, const QColor& color,
                         const QFont& plain)
{
    TextFormats all;
    int at = stretch.begin; // up to there the stretch is in `all`
    const auto fill = [&](int end, QTextCharFormat format) {
        if (at >= end)
            return;
        format.setForeground(color);
        all.append({at, end - at, format});
        at = end;
    };
    QTextCharFormat bare;
    bare.setFont(plain);
    for (const QTextLayout::FormatRange& range : formats) {
        const int end = range.start + range.length;
        if (range.start < stretch.begin)
            all.append(part(range, range.start, std::min(end, stretch.begin)));
        if (end > stretch.begin) {
            fill(std::min(range.start, stretch.end), bare);
            fill(std::min(end, stretch.end), range.format);
        }
        if (end > stretch.end)
            all.append(part(range, std::max(range.start, stretch.end), end));
    }
    fill(stretch.end, bare);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& one, const auto& other) { return one.start < other.start; });
    return all;
}

} // namespace

bool mayNamePlace(QStringView text)
{
    for (qsizetype at = 1; at + 1 < text.size(); ++at) {
        const char16_t sign = text[at].unicode();
        const bool isBefore = sign == u':' || (sign == u'L' && text[at - 1] == u'#');
        if (isBefore && (text[at + 1].isDigit() || text[at + 1] == u'L'))
            return true;
    }
    return false;
}

std::vector<CitedRange> CitedSource::find(const Prose& prose) const
{
    std::vector<CitedRange> all;
    if (!look || !mayNamePlace(prose.text))
        return all;
    const QByteArray bytes = prose.text.toUtf8();
    Units units(bytes);
    const auto found =
        ingest::findCitations({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    for (const ingest::Citation& citation : found) {
        const int begin = units.at(citation.begin);
        const TextRange range{begin, units.at(citation.end)};
        if (!isOther(prose, range) && look->isCitation(turn, citation))
            all.push_back({range, citation});
    }
    return all;
}

TextFormats coloured(const TextFormats& formats, std::vector<TextRange> stretches,
                     const QColor& color, const QFont& plain)
{
    TextFormats all = formats;
    for (const TextRange& stretch : stretches)
        all = colouredOnce(all, stretch, color, plain);
    return all;
}

} // namespace tf::ui
