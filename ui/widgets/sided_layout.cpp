#include "ui/widgets/sided_layout.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr double kWidest = 1e6; ///< beyond it no width was given yet

bool hasSide(QChar c)
{
    return c.direction() == QChar::DirL || c.direction() == QChar::DirR
        || c.direction() == QChar::DirAL;
}

} // namespace

SidedLayout::SidedLayout(QTextDocument* document, const QPlainTextEdit& edit)
    : QPlainTextDocumentLayout(document)
    , m_edit(edit)
{
}

void SidedLayout::layOut(QPlainTextEdit& edit)
{
    auto* document = new QTextDocument(&edit);
    document->setDefaultFont(edit.font());
    document->setDocumentLayout(new SidedLayout(document, edit));
    QTextOption option = document->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setAlignment(Qt::AlignLeft
                        | Qt::AlignAbsolute); // blockBoundingRect moves what begins right
    document->setDefaultTextOption(option);
    edit.setDocument(document);
}

bool SidedLayout::isRightToLeft(const QTextBlock& block) const
{
    const QString text = block.text() + block.layout()->preeditAreaText();
    return std::any_of(text.begin(), text.end(), hasSide) ? text.isRightToLeft()
                                                          : m_edit.isRightToLeft();
}

QRectF SidedLayout::blockBoundingRect(const QTextBlock& block) const
{
    QRectF place = QPlainTextDocumentLayout::blockBoundingRect(block);
    if (!block.isValid())
        return place;
    const bool beginsRight = isRightToLeft(block);
    const double margin = document()->documentMargin();
    const QTextLayout& layout = *block.layout();
    for (int lineIdx = 0; lineIdx < layout.lineCount(); ++lineIdx) {
        QTextLine line = layout.lineAt(lineIdx);
        const bool isPlaced = line.width() < kWidest;
        const double room = std::max(0.0, line.width() - line.naturalTextWidth());
        line.setPosition({margin + (beginsRight && isPlaced ? room : 0), line.y()});
        place.setRight(std::max(place.right(), line.x() + line.naturalTextWidth()));
    }
    return place;
}

} // namespace tf::ui
