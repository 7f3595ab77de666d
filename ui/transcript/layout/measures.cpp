#include "ui/transcript/layout/measures.h"

#include <QFontMetricsF>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kMargin = 28;
constexpr int kNarrowMargin = 16;
constexpr int kNarrow = 560;
constexpr int kMaxContent = 1040;
constexpr int kHeadingPixels[6] = {21, 18, 16, 14, 14, 13};

int lineOf(const QFont& font, double factor)
{
    return qRound(font.pixelSize() * factor);
}

} // namespace

Measures measuresFor(const Theme& theme, int viewportWidth, Qt::LayoutDirection direction)
{
    Measures measures;
    measures.viewport = viewportWidth;
    measures.isMirrored = direction == Qt::RightToLeft;
    measures.zoomPercent = theme.zoomPercent();
    measures.reading = theme.font(FontRole::Reading);
    measures.readingStrong = measures.reading;
    measures.readingStrong.setWeight(QFont::DemiBold);
    measures.body = theme.font(FontRole::Body);
    measures.small = theme.font(FontRole::Small);
    measures.strong = theme.font(FontRole::Strong);
    measures.code = theme.font(FontRole::Code);
    measures.inlineCode = measures.code;
    measures.inlineCode.setPixelSize(qRound(measures.reading.pixelSize() * 0.92));
    for (int level = 0; level < 6; ++level) {
        measures.headings[level] = measures.readingStrong;
        measures.headings[level].setPixelSize(measures.px(kHeadingPixels[level]));
    }
    measures.proseLine = lineOf(measures.reading, 1.57);
    measures.bodyLine = lineOf(measures.body, 1.54);
    measures.codeLine = lineOf(measures.code, 1.5);
    measures.codeCell = QFontMetricsF(measures.code).horizontalAdvance(u'0');
    const QString usual = u"the quick brown fox jumps over the lazy dog, and "_s;
    measures.proseCell = QFontMetricsF(measures.reading).horizontalAdvance(usual)
        / static_cast<double>(usual.size());

    const int margin = measures.px(viewportWidth < measures.px(kNarrow) ? kNarrowMargin : kMargin);
    measures.content =
        std::clamp(viewportWidth - 2 * margin, measures.px(120), measures.px(kMaxContent));
    measures.left = std::max((viewportWidth - measures.content) / 2, 0);
    measures.prose = std::min(measures.content, qRound(measures.proseCell * kMaxProseChars));
    measures.column = std::min(measures.content, measures.prose + 2 * measures.px(kCardPadding));
    return measures;
}

} // namespace tf::ui
