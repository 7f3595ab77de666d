#include "ui/transcript/layout/cited_marks.h"

#include "ui/theme/style.h"
#include "ui/widgets/plain_name.h"

#include <QCoreApplication>

namespace tf::ui {

namespace {

struct CitedWords {
    Q_DECLARE_TR_FUNCTIONS(CitedWords)
};

Token tokenOf(workspace::CiteMark mark)
{
    switch (mark) {
    case workspace::CiteMark::Holds:
        return Token::GoodText;
    case workspace::CiteMark::Shaky:
        return Token::CautionText;
    case workspace::CiteMark::Fails:
        return Token::DangerText;
    case workspace::CiteMark::Unchecked:
        break;
    }
    return Token::TextMuted;
}

void paintStrokes(QPainter& painter, const QRectF& box, workspace::CiteMark mark)
{
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    switch (mark) {
    case workspace::CiteMark::Holds: {
        const QPointF check[] = {at(0.05, 0.55), at(0.38, 0.9), at(0.95, 0.15)};
        painter.drawPolyline(check, 3);
        return;
    }
    case workspace::CiteMark::Shaky: {
        const QPointF triangle[] = {at(0.5, 0.05), at(1, 0.92), at(0, 0.92)};
        painter.drawPolygon(triangle, 3);
        return;
    }
    case workspace::CiteMark::Fails:
        painter.drawLine(at(0.1, 0.1), at(0.9, 0.9));
        painter.drawLine(at(0.9, 0.1), at(0.1, 0.9));
        return;
    case workspace::CiteMark::Unchecked:
        painter.drawPoint(at(0.5, 0.6));
    }
}

QString placeWords(const ingest::Citation& citation)
{
    if (citation.kind == ingest::CiteKind::Moment)
        return CitedWords::tr("moment %1")
            .arg(QString::fromStdString(workspace::written(citation)).remove(u'[').remove(u']'));
    const QString path = plainName(QString::fromStdString(citation.path));
    if (citation.lines.first == citation.lines.last)
        return CitedWords::tr("%1 line %2").arg(path).arg(citation.lines.first);
    return CitedWords::tr("%1 lines %2 to %3")
        .arg(path)
        .arg(citation.lines.first)
        .arg(citation.lines.last);
}

} // namespace

void paintCiteMark(QPainter& painter, const QRectF& place, workspace::CiteMark mark,
                   const Theme& theme)
{
    const double side = std::min({place.width(), place.height(), double(theme.px(9))});
    QRectF box(0, 0, side, side);
    box.moveCenter(place.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(tokenOf(mark)), theme.px(10) * 0.16, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    paintStrokes(painter, box, mark);
    painter.restore();
}

void paintCited(QPainter& painter, const CitedText& text, const CitedSource& source,
                const RowPaint& paint)
{
    for (const CitedRange& cited : text.paragraph.cited()) {
        const QRectF place = text.paragraph.markPlace(cited).translated(text.origin);
        if (place.bottom() >= paint.exposed.top() && place.top() <= paint.exposed.bottom())
            paintCiteMark(painter, place, source.at(cited).mark, paint.theme);
        const bool isFocused = paint.focused && paint.focused->kind == SpotKind::Citation
            && paint.focused->arg == text.base + cited.range.begin;
        if (!isFocused)
            continue;
        for (const QRectF& line : text.paragraph.placesOf(cited.range))
            paintFocusRing(painter, line.translated(text.origin).adjusted(-3, 0, 3, 0), 4,
                           paint.theme);
    }
}

void addCitedSpots(std::vector<Spot>& spots, const CitedText& text, const CitedSource& source)
{
    for (const CitedRange& cited : text.paragraph.cited()) {
        const QString name = citedName(source.at(cited));
        for (const QRectF& line : text.paragraph.placesOf(cited.range))
            spots.push_back({SpotKind::Citation, text.base + cited.range.begin,
                             line.translated(text.origin).toAlignedRect(), name,
                             QString::fromStdString(workspace::written(cited.citation))});
    }
}

QString citedName(const workspace::CitedPlace& place)
{
    return CitedWords::tr("%1, %2").arg(placeWords(place.citation),
                                        QString::fromStdString(workspace::sentenceOf(place)));
}

} // namespace tf::ui
