#include "ui/works/code_preview.h"

#include "ui/transcript/layout/code_line.h"

#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kMostColoured = 3000; ///< lines
constexpr int kLeastPreviewLines = 3;
constexpr int kMostPreviewLines = 14;

} // namespace

CodePreview::CodePreview(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setLayoutDirection(Qt::LeftToRight);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &CodePreview::follow);
    follow();
}

void CodePreview::follow()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_theme.color(Token::CodeFill));
    colours.setColor(QPalette::Text, m_theme.color(Token::CodeText));
    setPalette(colours);
    setFont(m_theme.font(FontRole::Code));
    setTabStopDistance(4 * QFontMetrics(font()).horizontalAdvance(u' '));
    fitHeight();
    colour();
    point(m_line);
}

/// As tall as its lines, within limits; with room for the bar under wide ones.
void CodePreview::fitHeight()
{
    const int lines =
        std::clamp(document()->blockCount() + 1, kLeastPreviewLines, kMostPreviewLines);
    const bool isWhole = document()->blockCount() < kMostPreviewLines;
    setVerticalScrollBarPolicy(isWhole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setFixedHeight(lines * QFontMetrics(font()).lineSpacing() + m_theme.px(16));
}

void CodePreview::show(const QString& path, const QString& text)
{
    m_path = path;
    m_line = 0;
    setExtraSelections({});
    setPlainText(text);
    setAccessibleName(tr("Text of %1").arg(path));
    fitHeight();
    colour();
}

void CodePreview::colour()
{
    const Language* language = languageNamed(m_path);
    LexState state = 0;
    int numColoured = 0;
    for (QTextBlock block = document()->firstBlock();
         block.isValid() && numColoured < kMostColoured; block = block.next(), ++numColoured) {
        QList<QTextLayout::FormatRange> ranges;
        if (language != nullptr) {
            const InkedLine line = ink(*language, state, block.text());
            state = line.after;
            for (const InkSpan& span : line.spans) {
                QTextLayout::FormatRange range;
                range.start = span.begin;
                range.length = span.length;
                range.format.setForeground(m_theme.color(tokenOf(span.ink)));
                ranges.append(range);
            }
        }
        block.layout()->setFormats(ranges);
        document()->markContentsDirty(block.position(), block.length());
    }
}

void CodePreview::point(std::int64_t line)
{
    m_line = line;
    if (line <= 0)
        return setExtraSelections({});
    QTextCursor cursor(document()->findBlockByNumber(int(line) - 1));
    setTextCursor(cursor);
    centerCursor();
    QTextEdit::ExtraSelection mark;
    mark.cursor = cursor;
    mark.format.setBackground(m_theme.color(Token::FindHit));
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    setExtraSelections({mark});
}

} // namespace tf::ui
