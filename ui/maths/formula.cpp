#include "ui/maths/formula.h"

#include "ui/maths/math_layout.h"
#include "ui/maths/tex_parser.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tf::ui {

struct Formula::Box {
    QString tex;
    QSizeF size;
    double ascent = 0;
    QPainterPath glyphs;
    std::vector<QRectF> rules; ///< apart from the glyphs, so that they keep to whole pixels
};

namespace {

constexpr std::size_t kMostMarks = 10'000; ///< tall signs have many

/// At least one pixel thick, and never across two.
QRectF sharp(const QRectF& rule, const QTransform& toDevice)
{
    if (toDevice.type() > QTransform::TxScale)
        return rule;
    QRectF place = toDevice.mapRect(rule);
    if (place.height() <= place.width()) {
        place.moveTop(std::round(place.top()));
        place.setHeight(std::max(1.0, std::round(place.height())));
    } else {
        place.moveLeft(std::round(place.left()));
        place.setWidth(std::max(1.0, std::round(place.width())));
    }
    return toDevice.inverted().mapRect(place);
}

void addWords(QPainterPath& path, const MathMark& mark)
{
    QFont font;
    font.setPixelSize(static_cast<int>(mark.pixels));
    path.addText(mark.place.topLeft(), font, mark.words);
}

QPainterPath placed(const MathFont& font, const MathMark& mark)
{
    return font.outlineOf(mark.glyph, mark.pixels).translated(mark.place.topLeft());
}

/// Made one shape, else every joint is painted twice and shows.
QPainterPath joined(QPainterPath pieces)
{
    pieces.setFillRule(Qt::WindingFill);
    return pieces.simplified();
}

} // namespace

std::optional<Formula> Formula::layOut(QStringView tex, FormulaStyle style, double pixels)
{
    const MathFont* font = MathFont::ofThread();
    const auto tree = parseTex(tex);
    if (font == nullptr || !tree || pixels <= 0)
        return std::nullopt;
    const auto level = style == FormulaStyle::Displayed ? Level::Display : Level::Text;
    const MathBox laid = MathLayout(*font, pixels).layOut(*tree, level);
    if (laid.marks.size() > kMostMarks)
        return std::nullopt;
    auto box = std::make_shared<Box>();
    box->tex = tex.toString();
    box->glyphs.setFillRule(Qt::WindingFill);
    QPainterPath pieces;
    for (const MathMark& mark : laid.marks) {
        if (!mark.isPiece && !pieces.isEmpty())
            box->glyphs.addPath(joined(std::exchange(pieces, {})));
        if (mark.kind == MathMark::Kind::Rule)
            box->rules.push_back(mark.place);
        else if (mark.kind == MathMark::Kind::Words)
            addWords(box->glyphs, mark);
        else
            (mark.isPiece ? pieces : box->glyphs).addPath(placed(*font, mark));
    }
    box->glyphs.addPath(joined(pieces));
    // A leaning letter may begin before its origin, and a sign end behind its width.
    const QRectF place = box->glyphs.boundingRect()
        | QRectF(0, -laid.ascent, std::max(laid.width, 0.0), laid.height());
    box->glyphs.translate(-place.left(), 0);
    for (QRectF& rule : box->rules)
        rule.translate(-place.left(), 0);
    box->size = place.size();
    box->ascent = -place.top();
    return Formula(std::move(box));
}

Formula::Formula(std::shared_ptr<const Box> box)
    : m_box(std::move(box))
{
}

QSizeF Formula::size() const
{
    return m_box->size;
}

double Formula::ascent() const
{
    return m_box->ascent;
}

const QString& Formula::tex() const
{
    return m_box->tex;
}

void Formula::paint(QPainter& painter, QPointF at, const QColor& color) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    painter.fillPath(m_box->glyphs, color);
    const QTransform toDevice = painter.deviceTransform();
    for (const QRectF& rule : m_box->rules)
        painter.fillRect(sharp(rule, toDevice), color);
    painter.restore();
}

} // namespace tf::ui
