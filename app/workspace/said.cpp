#include "app/workspace/said.h"

namespace tf::workspace {

std::string said(const QString& sentence, std::initializer_list<std::string_view> parts)
{
    // All at once: a part may hold a %1 of its own.
    QString filled;
    qsizetype from = 0;
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0; at = sentence.indexOf(u'%', from)) {
        const int number = at + 1 < sentence.size() ? sentence[at + 1].digitValue() : -1;
        filled += sentence.sliced(from, at - from);
        const bool isPlace = number > 0 && static_cast<std::size_t>(number) <= parts.size();
        if (isPlace) {
            const std::string_view part = *(parts.begin() + number - 1);
            filled += QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
        } else {
            filled += u'%';
        }
        from = at + (isPlace ? 2 : 1);
    }
    return (filled + sentence.sliced(from)).toStdString();
}

} // namespace tf::workspace
